import { grouped } from '../../model/grouped.ts';
import type { Id } from '../../model/records.ts';
import { type Compared, mayLink, relationTypeIn } from '../compared.ts';
import type { LinkDetail } from './difference.ts';
import type { Group } from './groups.ts';
import { sameEntry } from './identity.ts';

/** A link of one set between two groups. */
export interface GroupLink {
  readonly type: string;
  readonly from: Group;
  readonly to: Group;
  /** The id of the tag that the link leads to. */
  readonly target: Id;
  readonly order: number;
  /** Whether it says the same the other way round. */
  readonly symmetric: boolean;
}

/** What differs in the links of two sets, at the group that they come from. An empty list stands for no link; of a path in another order all links are there. */
export interface LinkChange {
  readonly change: LinkDetail['change'];
  readonly group: Group;
  readonly first: readonly GroupLink[];
  readonly second: readonly GroupLink[];
}

/** The links of each set; those that lead out of what is compared are left out, and each is there once, however often it was made. */
export function linksOfSets(compared: Compared, groups: readonly Group[]): GroupLink[][] {
  return compared.sets.map(({ relations }, set) => {
    const homes = new Map<Id, Group>();
    for (const group of groups) {
      const tag = group.members.get(set);
      if (tag) homes.set(tag.id, group);
    }
    const links = relations.flatMap(({ type, from, to, order = 0 }): GroupLink[] => {
      const [one, other] = [homes.get(from), homes.get(to)];
      const symmetric = relationTypeIn(compared, type)?.symmetric === true;
      return one && other ? [{ type, from: one, to: other, target: to, order, symmetric }] : [];
    });
    const byFrom = grouped(
      links.sort((a, b) => a.order - b.order),
      ({ from }) => from,
    );
    return [...byFrom.values()].flatMap((own) => own.filter((link, at) => own.findIndex((other) => isSame(link, other)) === at));
  });
}

const isSame = (a: GroupLink, b: GroupLink): boolean => a.type === b.type && sameEnds(a, b);

const sameEnds = (a: GroupLink, b: GroupLink): boolean =>
  (a.from === b.from && a.to === b.to) || ((a.symmetric || b.symmetric) && a.from === b.to && a.to === b.from);

/** The end that two links have in common where one took the place of the other: where they come from, or either end of those that say the same both ways. */
function commonEnd(a: GroupLink, b: GroupLink): Group | null {
  if (a.from === b.from) return a.from;
  if (!a.symmetric || !b.symmetric) return null;
  return [a.from, a.to].find((end) => end === b.from || end === b.to) ?? null;
}

/** The differences between the links of two sets, as few as can be. Only links count whose both ends both sets have, and that both may have between tags of their types. */
export function linkChanges(compared: Compared, links: readonly (readonly GroupLink[])[], first: number, second: number): LinkChange[] {
  const ours = comparable(compared, links[first] ?? [], second);
  const theirs = comparable(compared, links[second] ?? [], first);
  const left = without(ours, theirs);
  const right = without(theirs, ours);
  const changes: LinkChange[] = [];
  const pairUp = (change: LinkChange['change'], groupOf: (a: GroupLink, b: GroupLink) => Group | null) => {
    for (const link of [...left]) {
      const at = right.findIndex((other) => groupOf(link, other) !== null);
      const other = right[at];
      if (!other) continue;
      changes.push({ change, group: groupOf(link, other) ?? link.from, first: [link], second: [other] });
      right.splice(at, 1);
      left.splice(left.indexOf(link), 1);
    }
  };
  pairUp('relation', (a, b) => (sameEnds(a, b) ? a.from : null));
  pairUp('target', (a, b) => (a.type === b.type ? commonEnd(a, b) : null));
  for (const link of left) changes.push({ change: 'missing', group: link.from, first: [link], second: [] });
  for (const link of right) changes.push({ change: 'extra', group: link.from, first: [], second: [link] });
  return [...changes, ...orderChanges(ours, theirs)];
}

/** The links that the other set might have as well. One that the types of its tags cannot have went with the type, and is no difference of its own. */
function comparable(compared: Compared, links: readonly GroupLink[], other: number): GroupLink[] {
  return links.filter(({ type, from, to }) => {
    const [one, another] = [from.members.get(other), to.members.get(other)];
    return one && another && mayLink(compared, type, one.type, another.type);
  });
}

function without(links: readonly GroupLink[], others: readonly GroupLink[]): GroupLink[] {
  const near = new Map<Group, GroupLink[]>();
  for (const other of others) for (const end of [other.from, other.to]) near.set(end, [...(near.get(end) ?? []), other]);
  return links.filter((link) => !near.get(link.from)?.some((other) => isSame(link, other)));
}

/** Paths with the same links in another order. */
function orderChanges(ours: readonly GroupLink[], theirs: readonly GroupLink[]): LinkChange[] {
  const pathOf = grouped(theirs, ({ from }) => from);
  return [...grouped(ours, ({ from }) => from)].flatMap(([group, path]) =>
    [...grouped(path, ({ type }) => type)].flatMap(([type, links]): LinkChange[] => {
      const other = (pathOf.get(group) ?? []).filter((link) => link.type === type && links.some(({ to }) => to === link.to));
      const own = links.filter(({ to }) => other.some((link) => link.to === to));
      const ordered = own.some(({ order }) => order > 0) && other.some(({ order }) => order > 0);
      const moved = ordered && own.some(({ to }, index) => other[index]?.to !== to);
      return moved ? [{ change: 'order', group, first: own, second: other }] : [];
    }),
  );
}

/** What a change of links says, with the ids of the two sets. */
export function linkDetail(
  compared: Compared,
  { change, group, first, second }: LinkChange,
  sets: readonly [Id, readonly Id[]],
): LinkDetail {
  const readingOf = (links: readonly GroupLink[]) => (links[0] ? { relation: links[0].type, to: links.map(({ target }) => target) } : null);
  const [one, other] = [first[0], second[0]];
  const entryOf = (link: GroupLink | undefined) => {
    const far = link?.to === group ? link.from : link?.to;
    return [...(far?.members.values() ?? [])].map(({ attributes }) => attributes.entity).find((id) => id !== undefined);
  };
  return {
    change,
    relation: (one ?? other)?.type ?? '',
    readings: [
      { sets: [sets[0]], value: readingOf(first) },
      { sets: sets[1], value: readingOf(second) },
    ],
    ...(change === 'target' && { sameEntry: entryOf(one) !== undefined && sameEntry(entryOf(one), entryOf(other), compared) }),
  };
}
