import type { Annotation } from '../../model/records.ts';
import type { Stretch } from '../../text/stretch.ts';

/** What something was counted of: tags by the places of their sets, or a stretch of the text (UTF-16 units). `keys`: what it is known by, so that others counted of the same are found. */
export interface Evidence {
  readonly keys: readonly string[];
  readonly members: readonly (readonly [set: number, tag: Annotation])[];
  /** Of a link: the tags that it leads to. */
  readonly targets?: readonly (readonly [set: number, tag: Annotation])[];
  readonly stretch?: Stretch;
}

/** Where counts go, each with what it is of. */
export interface Counts {
  /** Adds to a count of a text, by its place. */
  add(text: number, name: string, of: () => Evidence, by?: number): void;
}

/** What is counted of tags alone. */
export const tagsCounted = (...members: Evidence['members']): Evidence => ({ keys: members.map(([, { id }]) => id), members });

/** The same names, each made once: to make and compare them anew for every count takes longer than counting. */
export function madeOnce(make: (a: string, b: string) => string): (a: string, b: string) => string {
  const made = new Map<string, Map<string, string>>();
  return (a, b) => {
    const names = made.get(a) ?? new Map<string, string>();
    if (!made.has(a)) made.set(a, names);
    const name = names.get(b) ?? make(a, b);
    if (!names.has(b)) names.set(b, name);
    return name;
  };
}

/** Counts by name for each text; whatever a figure is made of is a sum of these over texts. */
export class Tallies implements Counts {
  readonly #texts: Map<string, number>[];

  constructor(texts: number) {
    this.#texts = Array.from({ length: texts }, () => new Map());
  }

  add(text: number, name: string, _: () => Evidence, by = 1): void {
    const counts = this.#texts[text];
    counts?.set(name, (counts.get(name) ?? 0) + by);
  }

  /** All counts as numbers in rows, one row for each text. */
  sheet(): Sheet {
    const names = [...new Set(this.#texts.flatMap((counts) => [...counts.keys()]))];
    const places = new Map(names.map((name, place) => [name, place]));
    const rows = this.#texts.map((counts) => {
      const row = new Float64Array(names.length + 1);
      for (const [name, count] of counts) row[places.get(name) ?? 0] = count;
      return row;
    });
    return { places, rows };
  }
}

/** Counts of all texts; the last place of a row belongs to what was never counted, and is 0. */
export interface Sheet {
  readonly places: ReadonlyMap<string, number>;
  readonly rows: readonly Float64Array[];
}

/** Where a count stands in rows and sums. */
export const placeOf = ({ places }: Sheet, name: string): number => places.get(name) ?? places.size;

/** The sums over all texts, each taken as often as `times` says, once where it does not. */
export function sumsOf({ places, rows }: Sheet, times?: Uint32Array): Float64Array {
  const sums = new Float64Array(places.size + 1);
  rows.forEach((row, text) => {
    const by = times ? (times[text] ?? 0) : 1;
    if (by > 0) for (let place = 0; place < row.length; place += 1) sums[place] = (sums[place] ?? 0) + by * (row[place] ?? 0);
  });
  return sums;
}
