import { grouped } from '../../model/grouped.ts';
import type { Annotation, Id, Relation } from '../../model/records.ts';
import { bestPairs } from '../assignment.ts';
import { type Compared, type ComparedText, mayLink, relationTypeIn } from '../compared.ts';
import { exchangeAll } from './exchange.ts';
import { wholeOf } from './extent.ts';
import { likeness } from './likeness.ts';
import { differingAttributes } from './values.ts';

/** Two tags of two sets that are taken for the same. */
export interface Pair {
  readonly first: Annotation;
  readonly second: Annotation;
  /** See `likeness`. */
  readonly weight: number;
}

/** What one set has on a text. `relations`: all of the set, by each of their ends. */
export interface Side {
  readonly annotations: readonly Annotation[];
  readonly relations: ReadonlyMap<Id, readonly Relation[]>;
}

/** Relations by each of their two ends. */
export function relationsByEnd(relations: readonly Relation[]): Map<Id, Relation[]> {
  const ends = relations.flatMap((relation) => [relation.from, relation.to].map((end) => ({ end, relation })));
  return new Map([...grouped(ends, ({ end }) => end)].map(([end, list]) => [end, list.map(({ relation }) => relation)]));
}

// Each time the partners of all others are known better; tags on the same words that link each other settle in two.
const rounds = 3;

/** The best alignment of the tags of two sets on one text: the pairs, each tag in at most one, that are most alike in sum. */
export function alignedPairs(compared: Compared, first: Side, second: Side, text: ComparedText): Pair[] {
  const places = placesOf(first.annotations, second.annotations, text);
  // What has one possible partner says who the partners of its links are.
  const isPlain = ({ rows, columns }: Place) => rows.length === 1 && columns.length === 1;
  const partners: Partners = new Map();
  // Of another type, values went with the type.
  const apart = (a: Annotation, b: Annotation) =>
    (a.type === b.type ? differingAttributes(compared, a, b).length : 0) + differingLinks(compared, a, b, [first, second], partners);
  const solve = (place: Place): Pair[] =>
    solvedPlace(
      place,
      partners,
      (a, b) => likeness(a, b, text, apart(a, b)),
      (a, b) => likeness(a, b, text, 0),
    );
  const settled = places.filter(isPlain).flatMap(solve);
  const doubtful = places.filter((place) => !isPlain(place));
  let found: Pair[] = [];
  for (let round = 0; round < rounds && doubtful.length > 0; round += 1) found = doubtful.flatMap(solve);
  return [...settled, ...found];
}

/** Tags of both sets that may be one another's, and no other's. */
interface Place {
  readonly rows: readonly Annotation[];
  readonly columns: readonly Annotation[];
}

/** The tags in places that have nothing to do with one another; what is alike to nothing is in none. */
function placesOf(rows: readonly Annotation[], columns: readonly Annotation[], text: ComparedText): Place[] {
  const sorted = columns.map((column) => ({ column, ...wholeOf(column.segments) })).sort((a, b) => a.start - b.start);
  const above = new Map<Annotation, Annotation>();
  const rootOf = (tag: Annotation): Annotation => {
    let root = tag;
    for (let next = above.get(root); next && next !== root; next = above.get(root)) root = next;
    return root;
  };
  for (const row of rows) {
    const { start, end } = wholeOf(row.segments);
    for (const { column, ...place } of sorted) {
      if (place.start >= end) break;
      if (place.end <= start || likeness(row, column, text, 0) === 0) continue;
      for (const tag of [row, column]) if (!above.has(tag)) above.set(tag, tag);
      above.set(rootOf(row), rootOf(column));
    }
  }
  const isRow = new Set(rows);
  return [...grouped(above.keys(), rootOf).values()].map((tags) => ({
    rows: tags.filter((tag) => isRow.has(tag)),
    columns: tags.filter((tag) => !isRow.has(tag)),
  }));
}

/** The partner of each tag that has one, by the id of the tag. */
type Partners = Map<Id, Annotation>;

type Weigh = (row: Annotation, column: Annotation) => number;

/** The best pairs of a place as far as the partners of others are known; they are noted in `partners`. `base`: without what links say. */
function solvedPlace({ rows, columns }: Place, partners: Partners, weigh: Weigh, base: Weigh): Pair[] {
  for (const { id } of [...rows, ...columns]) partners.delete(id);
  const slots: (number | null)[] = rows.map(() => null);
  for (const { row, column } of bestPairs(rows.map((row) => columns.map((column) => weigh(row, column))))) slots[row] = column;
  const bases = rows.map((row) => columns.map((column) => base(row, column)));
  const total = (): number => {
    for (const { id } of [...rows, ...columns]) partners.delete(id);
    const pairs = pairsAt(rows, columns, slots);
    for (const [first, second] of pairs) partners.set(first.id, second).set(second.id, first);
    return pairs.reduce((sum, [first, second]) => sum + weigh(first, second), 0);
  };
  const spare = columns.flatMap((_, column) => (slots.includes(column) ? [] : [column]));
  slots.push(...spare);
  exchangeAll({ rows: rows.length, slots, base: (row, column) => bases[row]?.[column] ?? 0, total });
  return pairsAt(rows, columns, slots).map(([first, second]) => ({ first, second, weight: weigh(first, second) }));
}

function pairsAt(rows: readonly Annotation[], columns: readonly Annotation[], slots: readonly (number | null)[]) {
  return rows.flatMap((row, at) => {
    const column = columns[slots[at] ?? -1];
    return column ? [[row, column] as const] : [];
  });
}

interface NearLink {
  readonly type: string;
  readonly way: 'out' | 'in' | 'both';
  /** The tag of the second set at the far end. */
  readonly far: Id;
  readonly order: number;
}

// Where a relay is missing the others move up: their order says less than a link.
const orderWeight = 0.1;

/** How many links of two tags differ; one of another type, or to another tag, is one. */
function differingLinks(
  compared: Compared,
  a: Annotation,
  b: Annotation,
  [first, second]: readonly [Side, Side],
  partners: Partners,
): number {
  const ours = nearLinks(compared, first, a, b, partners).map(({ partner, ...link }): NearLink => ({ ...link, far: partner }));
  const theirs: NearLink[] = nearLinks(compared, second, b, a, partners);
  const sameWay = (one: NearLink, other: NearLink) => one.way === other.way || one.way === 'both' || other.way === 'both';
  const same = takePairs(ours, theirs, (one, other) => one.type === other.type && one.far === other.far && sameWay(one, other));
  const renamed = takePairs(ours, theirs, (one, other) => one.far === other.far && sameWay(one, other));
  const moved = takePairs(ours, theirs, (one, other) => one.type === other.type && one.way === other.way);
  const disordered = same.filter(([one, other]) => one.order !== other.order);
  return renamed.length + moved.length + ours.length + theirs.length + orderWeight * disordered.length;
}

/** The links of a tag that lead to tags with a known partner, and that the other tag might have as well. */
function nearLinks(compared: Compared, side: Side, tag: Annotation, other: Annotation, partners: Partners) {
  return (side.relations.get(tag.id) ?? []).flatMap(({ type, from, to, order = 0 }) => {
    const outwards = from === tag.id;
    const far = outwards ? to : from;
    const partner = partners.get(far);
    if (!partner) return [];
    const [start, end] = outwards ? [other, partner] : [partner, other];
    if (!mayLink(compared, type, start.type, end.type)) return [];
    const way = relationTypeIn(compared, type)?.symmetric === true ? ('both' as const) : outwards ? ('out' as const) : ('in' as const);
    return [{ type, way, far, partner: partner.id, order }];
  });
}

/** Takes out of both lists what is alike, and gives it in pairs. */
function takePairs<T>(ours: T[], theirs: T[], alike: (one: T, other: T) => boolean): (readonly [T, T])[] {
  return [...ours].flatMap((one) => {
    const at = theirs.findIndex((two) => alike(one, two));
    const other = theirs[at];
    if (other === undefined) return [];
    theirs.splice(at, 1);
    ours.splice(ours.indexOf(one), 1);
    return [[one, other] as const];
  });
}
