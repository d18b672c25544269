import { grouped } from '../../model/grouped.ts';
import type { Group } from '../align/groups.ts';
import { type GroupLink, linksOfSets } from '../align/links.ts';
import type { Compared } from '../compared.ts';

/** A link that some sets have between two passages. Contested where a set with tags on both has it not: a set that lacks one of them says nothing of the link. */
export interface VotedLink {
  readonly key: string;
  readonly link: GroupLink;
  /** Places of the sets that have it. */
  readonly by: ReadonlySet<number>;
  readonly contested: boolean;
}

/** Every link of any set, once, in the order of the passages that they begin at. */
export function votesOf(compared: Compared, groups: readonly Group[]): VotedLink[] {
  const ranks = new Map(groups.map((group, rank) => [group, rank]));
  const keyOf = ({ type, from, to, symmetric }: GroupLink) => {
    const ends = [ranks.get(from) ?? 0, ranks.get(to) ?? 0];
    return `${type} ${(symmetric ? ends.sort((a, b) => a - b) : ends).join(' ')}`;
  };
  const given = linksOfSets(compared, groups).flatMap((links, set) => links.map((link) => ({ key: keyOf(link), link, set })));
  const votes = [...grouped(given, ({ key }) => key)].flatMap(([key, same]): VotedLink[] => {
    const [first] = same;
    if (!first) return [];
    const { from, to } = first.link;
    const by = new Set(same.map(({ set }) => set));
    const able = from.sets.filter((set) => from.members.has(set) && to.members.has(set));
    return [{ key, link: first.link, by, contested: by.size < able.length }];
  });
  const rank = ({ link }: VotedLink) => ranks.get(link.from) ?? 0;
  return votes.sort((a, b) => rank(a) - rank(b) || a.link.order - b.link.order);
}
