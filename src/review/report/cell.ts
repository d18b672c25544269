import type { Id } from '../../model/records.ts';
import type { Stretch } from '../../text/stretch.ts';
import { type Alignment, tallies } from './alignment.ts';
import { metName, valueName } from './attributes.ts';
import { charactersName } from './characters.ts';
import { foundName } from './found.ts';
import { hotName } from './hot-spots.ts';
import { linkName } from './links.ts';
import { edgesName, shiftOf, typeName } from './matched.ts';
import type { SetPair } from './set-pair.ts';
import { type Counts, type Evidence, tagsCounted } from './sheet.ts';

interface OfPair {
  readonly sets: readonly [Id, Id];
}

/** Of two sets: what both have, or the first or the second alone. */
export type Which = 'both' | 'first' | 'second';

/** A count of the report. */
export type Cell =
  | { readonly part: 'set'; readonly set: Id }
  | (OfPair & { readonly part: 'found'; readonly type: string; readonly level: 'exact' | 'tidy' | 'overlap'; readonly which: Which })
  | (OfPair & { readonly part: 'edges'; readonly type: string; readonly edges: 'all' | 'exact' | 'tidy' })
  | (OfPair & { readonly part: 'shift'; readonly type: string; readonly start: number; readonly end: number })
  | (OfPair & { readonly part: 'type'; readonly first: string; readonly second: string })
  | (OfPair & {
      readonly part: 'value';
      readonly type: string;
      readonly attribute: string;
      readonly first: string;
      readonly second: string;
    })
  | { readonly part: 'values'; readonly type: string; readonly attribute: string; readonly of?: readonly [Id, Id] }
  | (OfPair & { readonly part: 'link'; readonly relation: string; readonly way: 'mention' | 'entry'; readonly which: Which })
  | { readonly part: 'characters'; readonly type: string }
  | { readonly part: 'hot'; readonly differing: number };

/** What was counted, and on which text, by its place. */
export interface Counted extends Evidence {
  readonly text: number;
}

/** All that a cell counts, in no order. */
export function evidenceOf(alignment: Alignment, cell: Cell): Counted[] {
  if (cell.part === 'set') return tagsOfSet(alignment, cell.set);
  if (cell.part === 'values' && cell.of) return valuesOfPair(alignment, { ...cell, sets: cell.of });
  const pair = 'sets' in cell ? pairOf(alignment, cell.sets) : { first: 0, second: 0 };
  if (cell.part === 'found' || cell.part === 'link') return chosen(alignment, pair, cell);
  const [tally, name] = countOf(pair, cell);
  const found = countedUnder(alignment, tally, [name])[0] ?? [];
  return cell.part === 'shift' ? found.filter((one) => isShiftedBy(one, cell)) : found;
}

type OfWhich = Extract<Cell, { readonly which: Which }>;
type Tally = keyof typeof tallies;

/** Where a cell is counted, and under which name; what is shifted, among all that is matched. */
function countOf(pair: SetPair, cell: Exclude<Cell, OfWhich | { readonly part: 'set' }>): readonly [Tally, string] {
  switch (cell.part) {
    case 'edges':
      return ['matched', edgesName(pair, cell.type, cell.edges)];
    case 'shift':
      return ['matched', edgesName(pair, cell.type, 'all')];
    case 'type':
      return ['matched', typeName(pair, cell.first, cell.second)];
    case 'value':
      return ['attributes', valueName(pair, cell.type, cell.attribute, cell.first, cell.second)];
    case 'values':
      return ['attributes', metName(cell.type, cell.attribute)];
    case 'characters':
      return ['characters', charactersName(cell.type, 'in out')];
    case 'hot':
      return ['hotSpots', hotName(cell.differing)];
  }
}

const pairOf = ({ compared: { sets } }: Alignment, [first, second]: readonly [Id, Id]): SetPair => ({
  first: sets.findIndex(({ set }) => set.id === first),
  second: sets.findIndex(({ set }) => set.id === second),
});

/** Counts once more as for the report, and keeps what these counts are of. */
function countedUnder(alignment: Alignment, tally: Tally, names: readonly string[]): Counted[][] {
  const kept = new Map(names.map((name) => [name, [] as Counted[]]));
  const counts: Counts = { add: (text, name, of) => void kept.get(name)?.push({ text, ...of() }) };
  tallies[tally](alignment, counts);
  return names.map((name) => kept.get(name) ?? []);
}

/** What both have, or what one has and is not among that. */
function chosen(alignment: Alignment, pair: SetPair, cell: OfWhich): Counted[] {
  const [both = [], first = [], second = []] =
    cell.part === 'found'
      ? countedUnder(
          alignment,
          'found',
          [cell.level, `of ${pair.first}`, `of ${pair.second}`].map((key) => foundName(pair, key, cell.type)),
        )
      : countedUnder(
          alignment,
          'links',
          (['both', 'first', 'second'] as const).map((part) => linkName(pair, cell.way, part, cell.relation)),
        );
  if (cell.which === 'both') return both;
  const known = new Set(both.flatMap(({ keys }) => keys));
  return (cell.which === 'first' ? first : second).filter(({ keys }) => !keys.some((key) => known.has(key)));
}

/** Whatever both sets have set, equal or not. */
function valuesOfPair(
  alignment: Alignment,
  { sets, type, attribute }: OfPair & Pick<Extract<Cell, { part: 'values' }>, 'type' | 'attribute'>,
) {
  const known = alignment.counted.find((one) => one.type === type && one.definition.id === attribute)?.values ?? [];
  const pair = pairOf(alignment, sets);
  const names = known.flatMap((first) => known.map((second) => valueName(pair, type, attribute, first, second)));
  return countedUnder(alignment, 'attributes', names).flat();
}

function isShiftedBy({ members }: Evidence, by: Stretch): boolean {
  const [one, other] = members.map(([, tag]) => tag);
  const shift = one && other ? shiftOf(one, other) : null;
  return shift !== null && shift.start === by.start && shift.end === by.end;
}

function tagsOfSet({ compared: { sets }, textAt }: Alignment, id: Id): Counted[] {
  return sets.flatMap(({ set, annotations }, at) =>
    set.id === id
      ? [...annotations].flatMap(([text, tags]) => tags.map((tag) => ({ text: textAt.get(text) ?? 0, ...tagsCounted([at, tag]) })))
      : [],
  );
}
