import type { Id } from '../../model/records.ts';
import type { Group } from '../align/groups.ts';
import { sameEntry } from '../align/identity.ts';
import { type GroupLink, linksOfSets } from '../align/links.ts';
import { type Compared, mayLink } from '../compared.ts';
import { type Figure, type Figures, shareOf } from './figures.ts';
import { idsOf, nameOf, type SetPair } from './set-pair.ts';
import { type Counts, type Evidence, placeOf } from './sheet.ts';

/** Links from tags that both sets have: those that both made, and those of one alone. */
interface LinkCount {
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly f1: Figure;
}

/** The links of one type of two sets: to the same tag, where both have it; and to a tag of the same entry of the register. */
export interface LinkAgreement {
  readonly sets: readonly [Id, Id];
  readonly relation: string;
  readonly byMention: LinkCount;
  readonly byEntry: LinkCount;
}

const ways = ['mention', 'entry'] as const;

/** Counts the links of every two sets. */
export function tallyLinks(
  compared: Compared,
  groups: readonly Group[],
  pairs: readonly SetPair[],
  textAt: ReadonlyMap<string, number>,
  counts: Counts,
): void {
  const links = linksOfSets(compared, groups);
  const entries = entryNames(compared, groups);
  for (const pair of pairs) {
    for (const way of ways) {
      const keyOf = (link: GroupLink) => (way === 'mention' ? mentionKey(link, pair, entries) : entryKey(link, pair, entries));
      const [ours, theirs] = [pair.first, pair.second].map((set) => keyed(compared, links[set] ?? [], pair, keyOf));
      for (const [list, side, others] of [
        [ours, 'first', theirs],
        [theirs, 'second', ours],
      ] as const) {
        for (const [key, link] of list ?? []) {
          const at = textAt.get(link.from.text.text) ?? 0;
          counts.add(at, linkName(pair, way, side, link.type), () => linksCounted(pair, link));
          const other = side === 'first' ? others?.get(key) : undefined;
          if (other) counts.add(at, linkName(pair, way, 'both', link.type), () => linksCounted(pair, link, other));
        }
      }
    }
  }
}

/** The name of a count of links of two sets: those that `both` made, or all of one. */
export const linkName = (pair: SetPair, way: (typeof ways)[number], part: 'both' | 'first' | 'second', relation: string): string =>
  `link ${way} ${nameOf(pair)} ${part} ${relation}`;

/** Links as what was counted: the tags that they come from in both sets, and those that they lead to. */
function linksCounted({ first, second }: SetPair, ...links: readonly GroupLink[]): Evidence {
  const members = [...(links[0]?.from.members ?? [])].filter(([set]) => set === first || set === second);
  const targets = links.flatMap(({ to, target }) => [...to.members].filter(([, { id }]) => id === target));
  return { keys: links.map(({ type, from, target }) => `${type} ${[...from.members.values()][0]?.id} ${target}`), members, targets };
}

function keyed(
  compared: Compared,
  links: readonly GroupLink[],
  { first, second }: SetPair,
  keyOf: (link: GroupLink) => string | null,
): Map<string, GroupLink> {
  return new Map(
    links.flatMap((link) => {
      const { from, to, type } = link;
      const [one, other] = [from.members.get(first), from.members.get(second)];
      const target = to.members.get(first) ?? to.members.get(second);
      const key =
        one && other && target && [one, other].every((tag) => mayLink(compared, type, tag.type, target.type)) ? keyOf(link) : null;
      return key === null ? [] : [[key, link] as const];
    }),
  );
}

interface Names {
  readonly ranks: ReadonlyMap<Group, number>;
  readonly entries: ReadonlyMap<Id, Id>;
}

function entryNames(compared: Compared, groups: readonly Group[]): Names {
  const entries = new Map<Id, Id>();
  for (const id of compared.entities.keys()) entries.set(id, [...entries.values()].find((known) => sameEntry(known, id, compared)) ?? id);
  return { ranks: new Map(groups.map((group, rank) => [group, rank])), entries };
}

function mentionKey({ type, from, to, symmetric }: GroupLink, { first, second }: SetPair, { ranks }: Names): string | null {
  if (!to.members.has(first) || !to.members.has(second)) return null;
  const ends = [ranks.get(from) ?? 0, ranks.get(to) ?? 0];
  return `${type} ${(symmetric ? ends.sort((a, b) => a - b) : ends).join(' ')}`;
}

function entryKey(link: GroupLink, pair: SetPair, names: Names): string | null {
  const target = [...link.to.members.values()].find(({ id }) => id === link.target);
  const entry = names.entries.get(target?.attributes.entity ?? '');
  return entry === undefined ? mentionKey(link, pair, names) : `${link.type} ${names.ranks.get(link.from)} ${entry}`;
}

/** The links of every type and every two sets; types that nobody used are left out. */
export function reportLinks(compared: Compared, pairs: readonly SetPair[], figures: Figures): LinkAgreement[] {
  const relations = [...new Set([...compared.codebooks.values()].flatMap(({ relations }) => relations.map(({ id }) => id)))];
  return pairs.flatMap((pair) =>
    relations.flatMap((relation): LinkAgreement[] => {
      const [byMention, byEntry] = ways.map((way) => linkCount(pair, way, relation, figures));
      if (
        !byMention ||
        !byEntry ||
        byMention.both + byMention.onlyFirst + byMention.onlySecond + byEntry.onlyFirst + byEntry.onlySecond === 0
      )
        return [];
      return [{ sets: idsOf(compared, pair), relation, byMention, byEntry }];
    }),
  );
}

function linkCount(pair: SetPair, way: (typeof ways)[number], relation: string, figures: Figures): LinkCount {
  const [both = 0, first = 0, second = 0] = (['both', 'first', 'second'] as const).map((part) =>
    placeOf(figures.sheet, linkName(pair, way, part, relation)),
  );
  return {
    both: figures.count(both),
    onlyFirst: figures.count(first) - figures.count(both),
    onlySecond: figures.count(second) - figures.count(both),
    f1: figures.figure((sums) => shareOf(2 * (sums[both] ?? 0), (sums[first] ?? 0) + (sums[second] ?? 0))),
  };
}
