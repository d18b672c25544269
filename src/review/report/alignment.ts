import type { TextHash } from '../../model/records.ts';
import { alignAll, type Group, groupsOf, type PairOfSets } from '../align/groups.ts';
import { alignedPairs } from '../align/pairs.ts';
import type { Compared } from '../compared.ts';
import { type CountedAttribute, countedAttributes, tallyAttributes } from './attributes.ts';
import { placesOfTexts, tallyCharacters } from './characters.ts';
import { tallyFound } from './found.ts';
import { tallyHotSpots } from './hot-spots.ts';
import { tallyLinks } from './links.ts';
import { tallyMatched } from './matched.ts';
import type { SetPair } from './set-pair.ts';
import type { Counts } from './sheet.ts';

/** Sets with their tags aligned: what all figures, and the passages behind them, are counted in. */
export interface Alignment {
  readonly compared: Compared;
  readonly aligned: readonly PairOfSets[];
  readonly groups: readonly Group[];
  /** The types that occur, in the order of the codebooks. */
  readonly types: readonly string[];
  readonly pairs: readonly SetPair[];
  readonly counted: readonly CountedAttribute[];
  readonly textAt: ReadonlyMap<TextHash, number>;
}

/** Aligns the sets. `progress` hears of texts, each once for every two sets, and may throw to end it. */
export function alignmentOf(compared: Compared, progress: (done: number, of: number) => void = () => undefined): Alignment {
  const pairs = pairsOf(compared);
  const all = compared.texts.length * pairs.length;
  let done = 0;
  const aligned = alignAll(compared, (...sides) => {
    done += 1;
    progress(done, all);
    return alignedPairs(...sides);
  });
  const types = typesIn(compared);
  return {
    compared,
    aligned,
    groups: groupsOf(compared, aligned),
    types,
    pairs,
    counted: countedAttributes(compared).filter(({ type }) => types.includes(type)),
    textAt: placesOfTexts(compared),
  };
}

/** How each part of the report counts. */
export const tallies = {
  found: ({ compared, aligned, textAt }, counts) => tallyFound(compared, aligned, textAt, counts),
  matched: ({ aligned, textAt }, counts) => tallyMatched(aligned, textAt, counts),
  attributes: ({ compared, counted, aligned, groups, textAt }, counts) =>
    tallyAttributes(compared, counted, aligned, groups, textAt, counts),
  links: ({ compared, groups, pairs, textAt }, counts) => tallyLinks(compared, groups, pairs, textAt, counts),
  characters: ({ compared, types, textAt }, counts) => tallyCharacters(compared, types, textAt, counts),
  hotSpots: ({ compared, counted, groups, textAt }, counts) => tallyHotSpots(compared, counted, groups, textAt, counts),
} as const satisfies Readonly<Record<string, (alignment: Alignment, counts: Counts) => void>>;

/** All tags of a set. */
export const tagsIn = ({ annotations }: Compared['sets'][number]) => [...annotations.values()].flat();

function typesIn({ sets, codebooks }: Compared): string[] {
  const used = new Set(sets.flatMap(tagsIn).map(({ type }) => type));
  const known = [...codebooks.values()].flatMap(({ types }) => types.map(({ id }) => id));
  return [...new Set([...known, ...[...used].sort()])].filter((type) => used.has(type));
}

const pairsOf = ({ sets }: Compared): SetPair[] =>
  sets.flatMap((_, first) => sets.flatMap((_, second) => (second > first ? [{ first, second }] : [])));
