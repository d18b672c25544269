import { grouped } from '../../model/grouped.ts';
import type { Annotation, Id } from '../../model/records.ts';
import type { Compared, ComparedText } from '../compared.ts';
import { alignedPairs, type Pair, relationsByEnd, type Side } from './pairs.ts';

/** Tags of several sets on one passage that are taken for the same, at most one of each set. */
export interface Group {
  readonly text: ComparedText;
  /** By place of the set in the comparison; absent where a set that is about the text has no such tag. */
  readonly members: ReadonlyMap<number, Annotation>;
  /** The places of all sets that are about the text. */
  readonly sets: readonly number[];
}

/** Every pair of sets on a text with its alignment. */
export interface PairOfSets {
  readonly text: ComparedText;
  readonly first: number;
  readonly second: number;
  readonly pairs: readonly Pair[];
}

/** How the tags of two sets on a text are paired. */
export type Align = typeof alignedPairs;

/** The alignment, the best one unless another is asked for, of every two sets on every text that both are about. */
export function alignAll(compared: Compared, align: Align = alignedPairs): PairOfSets[] {
  const { texts, sets } = compared;
  const ends = sets.map(({ relations }) => relationsByEnd(relations));
  return texts.flatMap((text) => {
    const sides = sets.map(({ annotations }, index): Side | null => {
      const own = annotations.get(text.text);
      return own ? { annotations: own, relations: ends[index] ?? new Map() } : null;
    });
    return sides.flatMap((one, first) =>
      sides.flatMap((other, at) =>
        one && other && at > first ? [{ text, first, second: at, pairs: align(compared, one, other, text) }] : [],
      ),
    );
  });
}

/** All tags of all sets in groups, in the order of the text; most alike first decides where three sets do not close to a ring. */
export function groupsOf(compared: Compared, aligned: readonly PairOfSets[]): Group[] {
  const byText = grouped(aligned, ({ text }) => text.text);
  return compared.texts.flatMap((text) => {
    const sets = compared.sets.flatMap(({ annotations }, index) => (annotations.has(text.text) ? [index] : []));
    const groups = joined(compared, text, sets, byText.get(text.text) ?? []);
    return groups.map((members) => ({ text, members, sets }));
  });
}

type Members = Map<number, Annotation>;

function joined({ sets }: Compared, { text }: ComparedText, about: readonly number[], aligned: readonly PairOfSets[]): Members[] {
  const homes = new Map<Id, Members>();
  for (const at of about) for (const tag of sets[at]?.annotations.get(text) ?? []) homes.set(tag.id, new Map([[at, tag]]));
  const pairs = aligned.flatMap((one) => one.pairs.map((pair) => ({ ...pair, key: `${pair.first.id} ${pair.second.id}` })));
  for (const { first, second } of pairs.sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1))) {
    const [one, other] = [homes.get(first.id), homes.get(second.id)];
    if (!one || !other || one === other || [...one.keys()].some((set) => other.has(set))) continue;
    for (const [set, tag] of other) homes.set(one.set(set, tag) && tag.id, one);
  }
  const places = [...new Set(homes.values())].map((members) => ({ members, ...placeOf(members) }));
  return places.sort((a, b) => a.start - b.start || a.end - b.end || a.first - b.first).map(({ members }) => members);
}

function placeOf(members: Members): { start: number; end: number; first: number } {
  const segments = [...members.values()].flatMap((tag) => tag.segments);
  return {
    start: Math.min(...segments.map(({ start }) => start)),
    end: Math.max(...segments.map(({ end }) => end)),
    first: Math.min(...members.keys()),
  };
}
