import { grouped } from '../../model/grouped.ts';
import type { Annotation, Id, Relation } from '../../model/records.ts';
import { bestPairs } from '../assignment.ts';
import { type Compared, type ComparedText, mayLink, relationTypeIn } from '../compared.ts';
import { exchangeAll } from './exchange.ts';
import { wholeOf } from './extent.ts';
import { detailsApart, likeness } from './likeness.ts';
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
  const known: Known = { partners: new Map(), pending: new Map() };
  const settled = places.filter(isPlain).flatMap(({ rows, columns, alike }) => paired(rows, columns, [0], alike));
  for (const pair of settled) known.partners.set(pair.first.id, pair.second).set(pair.second.id, pair.first);
  const doubtful = places.filter((place) => !isPlain(place)).map((place) => ({ ...place, alike: withValues(compared, place) }));
  for (const place of doubtful) forget(place, known);
  const linked = ({ id }: Annotation) => first.relations.has(id) || second.relations.has(id);
  const solve = (place: Place): Pair[] => {
    // Where nothing is linked, nothing else has a say.
    if (![...place.rows, ...place.columns].some(linked))
      return paired(
        place.rows,
        place.columns,
        bestSlots(place, () => 0),
        place.alike,
      );
    return solvedPlace(place, known, (a, b) => detailsApart(differingLinks(compared, a, b, [first, second], known)));
  };
  let found: Pair[] = [];
  for (let round = 0; round < rounds && doubtful.length > 0; round += 1) found = doubtful.flatMap(solve);
  return [...settled, ...found];
}

/** Tags of both sets that may be one another's, and no other's; and how alike each two are. */
interface Place {
  readonly rows: readonly Annotation[];
  readonly columns: readonly Annotation[];
  readonly alike: readonly (readonly number[])[];
}

/** The tags in places that have nothing to do with one another; what is alike to nothing is in none. */
function placesOf(rows: readonly Annotation[], columns: readonly Annotation[], text: ComparedText): Place[] {
  const sorted = columns.map((column) => ({ column, ...wholeOf(column.segments) })).sort((a, b) => a.start - b.start);
  const above = new Map<Annotation, Annotation>();
  const alike = new Map<Annotation, Map<Annotation, number>>();
  const rootOf = (tag: Annotation): Annotation => {
    let root = tag;
    for (let next = above.get(root); next && next !== root; next = above.get(root)) root = next;
    return root;
  };
  for (const row of rows) {
    const { start, end } = wholeOf(row.segments);
    const own = new Map<Annotation, number>();
    for (const { column, ...place } of sorted) {
      if (place.start >= end) break;
      const weight = place.end <= start ? 0 : likeness(row, column, text);
      if (weight === 0) continue;
      own.set(column, weight);
      for (const tag of [row, column]) if (!above.has(tag)) above.set(tag, tag);
      above.set(rootOf(row), rootOf(column));
    }
    alike.set(row, own);
  }
  return [...grouped(above.keys(), rootOf).values()].map((tags) => {
    const [own, others] = [tags.filter((tag) => alike.has(tag)), tags.filter((tag) => !alike.has(tag))];
    return { rows: own, columns: others, alike: own.map((row) => others.map((column) => alike.get(row)?.get(column) ?? 0)) };
  });
}

/** How alike each two tags of a place are, their values included; of another type, values went with the type. */
const withValues = (compared: Compared, { rows, columns, alike }: Place): number[][] =>
  rows.map((a, row) =>
    columns.map((b, column) => {
      const weight = alike[row]?.[column] ?? 0;
      return weight > 0 && a.type === b.type ? weight - detailsApart(differingAttributes(compared, a, b).length) : weight;
    }),
  );

/** What is known of partners while places are solved. */
interface Known {
  /** The partner of each tag that has one, by the id of the tag. */
  readonly partners: Map<Id, Annotation>;
  /** Tags whose partners are still open, by id: until then a tag of the same type on the same words may be one. */
  readonly pending: Map<Id, Annotation>;
}

/** Makes the partners of a place open again. */
function forget({ rows, columns }: Place, { partners, pending }: Known): void {
  for (const tag of [...rows, ...columns]) {
    partners.delete(tag.id);
    pending.set(tag.id, tag);
  }
}

/** What the links of two tags take away from their likeness. */
type LinksApart = (row: Annotation, column: Annotation) => number;

/** The best column of each row of a place as far as the partners of others are known, `null` for none. */
function bestSlots({ rows, columns, alike }: Place, apart: LinksApart): (number | null)[] {
  const weights = rows.map((a, row) =>
    columns.map((b, column) => {
      const weight = alike[row]?.[column] ?? 0;
      return weight === 0 ? 0 : weight - apart(a, b);
    }),
  );
  const slots: (number | null)[] = rows.map(() => null);
  for (const { row, column } of bestPairs(weights)) slots[row] = column;
  return slots;
}

/** The best pairs of a place, judged together with the links among them; what is found is then known. */
function solvedPlace(place: Place, known: Known, apart: LinksApart): Pair[] {
  const { rows, columns, alike } = place;
  forget(place, known);
  const slots = bestSlots(place, apart);
  slots.push(...columns.flatMap((_, column) => (slots.includes(column) ? [] : [column])));
  for (const { id } of [...rows, ...columns]) known.pending.delete(id);
  const total = (): number => {
    for (const { id } of [...rows, ...columns]) known.partners.delete(id);
    const pairs = paired(rows, columns, slots, alike);
    for (const { first, second } of pairs) known.partners.set(first.id, second).set(second.id, first);
    return pairs.reduce((sum, { first, second, weight }) => sum + weight - apart(first, second), 0);
  };
  exchangeAll({ rows: rows.length, slots, base: (row, column) => alike[row]?.[column] ?? 0, total });
  return paired(rows, columns, slots, alike);
}

function paired(
  rows: readonly Annotation[],
  columns: readonly Annotation[],
  slots: readonly (number | null)[],
  alike: Place['alike'],
): Pair[] {
  return rows.flatMap((first, row) => {
    const column = slots[row] ?? -1;
    const second = columns[column];
    return second ? [{ first, second, weight: alike[row]?.[column] ?? 0 }] : [];
  });
}

interface NearLink {
  readonly type: string;
  readonly way: 'out' | 'in' | 'both';
  /** The tag of the second set at the far end; the words it is on, where partners there are open. */
  readonly far: string;
  readonly order: number;
}

// Where a relay is missing the others move up: their order says less than a link.
const orderWeight = 0.1;

/** How many links of two tags differ; one of another type, or to another tag, is one. */
function differingLinks(compared: Compared, a: Annotation, b: Annotation, [first, second]: readonly [Side, Side], known: Known): number {
  const ours = nearLinks(compared, first, a, b, known, (_, partner) => partner.id);
  const theirs = nearLinks(compared, second, b, a, known, (far) => far);
  const sameWay = (one: NearLink, other: NearLink) => one.way === other.way || one.way === 'both' || other.way === 'both';
  const same = takePairs(ours, theirs, (one, other) => one.type === other.type && one.far === other.far && sameWay(one, other));
  const renamed = takePairs(ours, theirs, (one, other) => one.far === other.far && sameWay(one, other));
  const moved = takePairs(ours, theirs, (one, other) => one.type === other.type && one.way === other.way);
  const disordered = same.filter(([one, other]) => one.order !== other.order);
  return renamed.length + moved.length + ours.length + theirs.length + orderWeight * disordered.length;
}

type NameFar = (far: Id, partner: Annotation) => Id;

/** The links of a tag that the other tag might have as well, and that lead to tags with a partner, known or open. */
function nearLinks(compared: Compared, side: Side, tag: Annotation, other: Annotation, known: Known, nameFar: NameFar): NearLink[] {
  return (side.relations.get(tag.id) ?? []).flatMap(({ type, from, to, order = 0 }) => {
    const outwards = from === tag.id;
    const far = outwards ? to : from;
    const partner = known.partners.get(far) ?? known.pending.get(far);
    if (!partner) return [];
    const [start, end] = outwards ? [other, partner] : [partner, other];
    if (!mayLink(compared, type, start.type, end.type)) return [];
    const way = relationTypeIn(compared, type)?.symmetric === true ? ('both' as const) : outwards ? ('out' as const) : ('in' as const);
    return [{ type, way, far: known.pending.has(far) ? wordsOf(partner) : nameFar(far, partner), order }];
  });
}

const wordsOf = ({ type, segments }: Annotation): string => `${type} ${segments.map(({ start, end }) => `${start}–${end}`).join('+')}`;

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
