import { derivedId } from '../../formats/derived-id.ts';
import type { Annotation, AnnotationSet, Author, Id, Relation, Time } from '../../model/records.ts';
import type { Difference } from '../align/difference.ts';
import { differencesByGroup, type GroupDifferences } from '../align/differences.ts';
import type { Group } from '../align/groups.ts';
import { sameEntry } from '../align/identity.ts';
import { type GroupLink, linksOfSets } from '../align/links.ts';
import { settingOf } from '../align/values.ts';
import { type Compared, mayLink } from '../compared.ts';
import { decidedOf, type Policy } from './policy.ts';

/** What the sets together decide, as a set of its own, and every difference that stays open. */
export interface Gold {
  readonly set: AnnotationSet;
  readonly annotations: readonly Annotation[];
  readonly relations: readonly Relation[];
  readonly open: readonly Difference[];
}

/** A group with the tag it becomes, and what of it is still open. */
interface Decided {
  readonly group: Group;
  readonly tag: Annotation;
  readonly open: readonly Difference[];
}

/** Decides by a policy whatever can be decided by it, the same for the same sets; nothing open is in the set. Its tags are signed by `author`, at the time of the latest tag they come from. */
export function goldOf(compared: Compared, policy: Policy, author: Author): Gold {
  const sources = compared.sets.map(({ set }) => set.id);
  const id = derivedId('gold', policy, ...sources);
  const found = differencesByGroup(compared).map((one) => ({ one, decided: tagOf(compared, one, policy, id, author) }));
  const kept = found.flatMap(({ decided }) => (decided === null || decided === 'nothing' ? [] : decided));
  const undecided = found.flatMap(({ one, decided }) => (decided === null ? one.differences : []));
  const links = linksAmong(compared, kept, policy, id, author);
  const open = [...undecided, ...kept.flatMap((one) => one.open.filter(({ kind }) => kind !== 'link' || links.open.has(one.group)))];
  const created = latest([...kept.map(({ tag }) => tag.created), ...compared.sets.map(({ set }) => set.created)]);
  const set: AnnotationSet = { id, author: author.id, basis: 'derived', derivedFrom: sources, created, heads: [] };
  return { set, annotations: kept.map(({ tag }) => tag), relations: links.relations, open };
}

const latest = (times: readonly Time[]): Time => [...times].sort().at(-1) ?? new Date(0).toISOString();

/** The tag that a group becomes; `nothing` where it is decided that there is none; `null` where that is open. */
function tagOf(
  compared: Compared,
  { group, differences }: GroupDifferences,
  policy: Policy,
  set: Id,
  author: Author,
): Decided | 'nothing' | null {
  const readings = group.sets.map((at) => readingOf(group.members.get(at)));
  const reading = decidedOf(readings, policy);
  if (reading === undefined) return null;
  if (reading === null) return 'nothing';
  const members = [...group.members.values()].filter((tag) => readingOf(tag) === reading);
  const [first] = members;
  if (!first) return null;
  const { attributes, open } = attributesOf(compared, members, policy);
  const { text, type, segments, codebook } = first;
  const id = derivedId('gold', set, ...members.map((tag) => tag.id).sort());
  const created = latest(members.map((tag) => tag.created));
  return {
    group,
    tag: { id, text, set, type, segments, attributes, origin: 'imported', codebook, author: author.id, created },
    open: differences.filter(({ kind, detail }) => {
      if (kind === 'source') return open.has('entity');
      return kind === 'link' || ('attribute' in detail && open.has(String(detail.attribute)));
    }),
  };
}

const readingOf = (tag: Annotation | undefined): string | null =>
  tag ? JSON.stringify([tag.type, tag.segments.map(({ start, end }) => [start, end])]) : null;

function attributesOf(
  compared: Compared,
  members: readonly Annotation[],
  policy: Policy,
): { attributes: Annotation['attributes']; open: ReadonlySet<string> } {
  const attributes: Record<string, string> = {};
  const open = new Set<string>();
  for (const id of [...new Set(members.flatMap((tag) => Object.keys(tag.attributes)))].sort()) {
    const value = decidedOf(
      members.map((tag) => (id === 'entity' ? entryOf(compared, members, tag) : settingOf(compared, tag, id))),
      policy,
    );
    if (value === undefined) open.add(id);
    else if (value !== null) attributes[id] = value;
  }
  return { attributes, open };
}

/** The entry of a tag, by the id that the first tag of the same entry has. */
function entryOf(compared: Compared, members: readonly Annotation[], { attributes: { entity } }: Annotation): string | null {
  const entries = members.flatMap(({ attributes }) => attributes.entity ?? []);
  return entity === undefined ? null : (entries.find((one) => sameEntry(one, entity, compared)) ?? entity);
}

/** The links among decided tags that the sets with both of their ends decide, and the groups from which one stays open. */
function linksAmong(
  compared: Compared,
  kept: readonly Decided[],
  policy: Policy,
  set: Id,
  author: Author,
): { relations: Relation[]; open: ReadonlySet<Group> } {
  const tags = new Map(kept.map(({ group, tag }) => [group, tag]));
  const links = linksOfSets(compared, [...tags.keys()]);
  const keyOf = ({ type, from, to, symmetric }: GroupLink) => {
    const ends = [tags.get(from)?.id ?? '', tags.get(to)?.id ?? ''];
    return `${type} ${(symmetric ? ends.sort() : ends).join(' ')}`;
  };
  const keys = links.map((own) => new Set(own.map(keyOf)));
  const open = new Set<Group>();
  const relations = [...new Map(links.flat().map((link) => [keyOf(link), link]))].flatMap(
    ([key, { type, from, to, order }]): Relation[] => {
      const [one, other] = [tags.get(from), tags.get(to)];
      const about = links.flatMap((_, at) => (from.members.has(at) && to.members.has(at) ? [keys[at]?.has(key) ? key : null] : []));
      const decided = decidedOf(about, policy);
      if (decided === undefined) for (const end of [from, to]) open.add(end);
      if (decided !== key || !one || !other || !mayLink(compared, type, one.type, other.type)) return [];
      const created = latest([one.created, other.created]);
      const ends = { set, text: one.text, type, from: one.id, to: other.id };
      return [{ id: derivedId('gold', set, key), ...ends, ...(type === 'relayed-via' && { order }), author: author.id, created }];
    },
  );
  return { relations: closedPaths(relations), open };
}

/** Relays counted from 0 without gaps, as every path is. */
function closedPaths(relations: readonly Relation[]): Relation[] {
  const counts = new Map<Id, number>();
  const sorted = [...relations].sort((a, b) => (a.order ?? 0) - (b.order ?? 0) || (a.id < b.id ? -1 : 1));
  return sorted.map((relation) => {
    if (relation.order === undefined) return relation;
    const order = counts.get(relation.from) ?? 0;
    counts.set(relation.from, order + 1);
    return { ...relation, order };
  });
}
