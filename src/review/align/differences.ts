import { grouped } from '../../model/grouped.ts';
import type { Annotation, Id } from '../../model/records.ts';
import { type Compared, definitionOf } from '../compared.ts';
import type { Difference, DifferenceDetail, DifferenceKind, EdgeReading } from './difference.ts';
import { differingStretches, type Extent, onlyDifferIn, wholeOf } from './extent.ts';
import { type Align, alignAll, type Group, groupsOf } from './groups.ts';
import { sameEntry } from './identity.ts';
import { type GroupLink, type LinkChange, linkChanges, linkDetail, linksOfSets } from './links.ts';
import { named, readingsOf } from './readings.ts';
import { differingAttributes, settingOf } from './values.ts';

interface Found {
  readonly kind: DifferenceKind;
  readonly detail: DifferenceDetail;
}

type Member = readonly [number, Annotation];

/** What is said of a group: that it is the same in all sets, or how it differs. */
export interface GroupDifferences {
  readonly group: Group;
  readonly differences: readonly Difference[];
}

/** Everything in which the sets differ, and what they have the same, group by group in the order of the texts. `align`: another than the best alignment. */
export function differencesByGroup(compared: Compared, align?: Align): GroupDifferences[] {
  const groups = groupsOf(compared, alignAll(compared, align));
  const links = linkDifferences(compared, groups);
  return groups.map((group) => ({ group, differences: differencesOf(compared, group, links.get(group) ?? []) }));
}

/** The same in one list. */
export const differencesIn = (compared: Compared, align?: Align): Difference[] =>
  differencesByGroup(compared, align).flatMap(({ differences }) => differences);

function differencesOf(compared: Compared, group: Group, links: readonly Found[]): Difference[] {
  const ids = compared.sets.map(({ set }) => set.id);
  const members = [...group.members].sort(([a], [b]) => a - b);
  const found: Found[] = [
    ...presence(group, members, ids),
    ...edges(group, members, ids),
    ...types(members, ids),
    ...[...grouped(members, ([, { type }]) => type).values()].flatMap((same) => values(compared, same, ids)),
    ...links,
  ];
  const stretches = members.map(([, { segments }]) => wholeOf(segments));
  const told: readonly Found[] = found.length > 0 ? found : [{ kind: 'same', detail: {} }];
  return told.map(({ kind, detail }) => ({
    article: group.text.article,
    kind,
    sets: group.sets.map((set) => ids[set] ?? ''),
    annotations: members.map(([, { id }]) => id),
    start: Math.min(...stretches.map(({ start }) => start)),
    end: Math.max(...stretches.map(({ end }) => end)),
    detail,
  }));
}

function presence({ sets, members }: Group, [first]: readonly Member[], ids: readonly Id[]): Found[] {
  const without = sets.filter((set) => !members.has(set));
  if (without.length === 0 || !first) return [];
  const nameOf = (set: number) => ids[set] ?? '';
  const detail = { type: first[1].type, in: sets.filter((set) => members.has(set)).map(nameOf), notIn: without.map(nameOf) };
  return [{ kind: without[0] === sets[0] ? 'extra' : 'missing', detail }];
}

function edges({ text }: Group, members: readonly Member[], ids: readonly Id[]): Found[] {
  const placesOf = ({ segments }: Annotation) => segments.map(({ start, end }) => [start, end] as const);
  const readings = readingsOf(members.map(([set, tag]) => ({ set, value: tag.segments as Extent, key: JSON.stringify(placesOf(tag)) })));
  const [first] = readings;
  if (!first || readings.length === 1) return [];
  const from = first.value;
  const told = named(readings, ids).map(({ sets, value }): EdgeReading => {
    const segments = value.map(({ start, end }) => [start, end] as const);
    if (value === from) return { sets, segments };
    const [a, b] = [wholeOf(from), wholeOf(value)];
    const units = differingStretches(from, value).reduce((sum, { start, end }) => sum + end - start, 0);
    const only = onlyDifferIn(from, value, text.content, text.language);
    return { sets, segments, by: { start: b.start - a.start, end: b.end - a.end, units, only } };
  });
  return [{ kind: 'boundary', detail: { readings: told } }];
}

function types(members: readonly Member[], ids: readonly Id[]): Found[] {
  const readings = readingsOf(members.map(([set, { type }]) => ({ set, value: type })));
  return readings.length > 1 ? [{ kind: 'type', detail: { readings: named(readings, ids) } }] : [];
}

/** Attributes of tags of one type, and who a source is. */
function values(compared: Compared, members: readonly Member[], ids: readonly Id[]): Found[] {
  const [first, ...others] = members.map(([, tag]) => tag);
  const names = new Set(first ? others.flatMap((other) => differingAttributes(compared, first, other)) : []);
  return [...names].sort().map((attribute) => {
    if (attribute === 'entity') return entries(compared, members, ids);
    const readings = readingsOf(members.map(([set, tag]) => ({ set, value: settingOf(compared, tag, attribute) })));
    const counted = members.some(([, tag]) => definitionOf(compared, tag, attribute)?.agreement !== 'none');
    return { kind: 'attribute', detail: { attribute, counted, readings: named(readings, ids) } };
  });
}

function entries(compared: Compared, members: readonly Member[], ids: readonly Id[]): Found {
  const known: Id[] = [];
  const readings = readingsOf(
    members.map(([set, { attributes }]) => {
      const entry = attributes.entity;
      const one = known.find((other) => sameEntry(entry, other, compared)) ?? entry;
      if (one !== undefined && one === entry) known.push(one);
      return { set, value: entry ?? null, key: one ?? '' };
    }),
  );
  const names = readings.map(({ value }) => compared.entities.get(value ?? '')?.name ?? null);
  return { kind: 'source', detail: { readings: named(readings, ids), names } };
}

/** How the links of the other sets differ from those of the first set that has the passage; the same difference of several sets is one. */
function linkDifferences(compared: Compared, groups: readonly Group[]): Map<Group, Found[]> {
  const links = linksOfSets(compared, groups);
  const ids = compared.sets.map(({ set }) => set.id);
  const changes = ids.flatMap((_, first) =>
    ids.flatMap((_, second) =>
      second > first ? linkChanges(compared, links, first, second).map((change) => ({ change, first, second })) : [],
    ),
  );
  const ranks = new Map(groups.map((group, rank) => [group, rank]));
  const keyOf = ({ change, group, first, second }: LinkChange): string => {
    const ends = (list: readonly GroupLink[]) => list.map(({ type, from, to }) => [type, ranks.get(from), ranks.get(to)]);
    return JSON.stringify([change, ranks.get(group), ends(first), ends(second)]);
  };
  const told = changes.filter(({ change: { group }, first }) => Math.min(...group.members.keys()) === first);
  const found = [...grouped(told, ({ change }) => keyOf(change)).values()].flatMap((same) => {
    const [one] = same;
    if (!one) return [];
    const others = same.map(({ second }) => ids[second] ?? '');
    const detail = linkDetail(compared, one.change, [ids[one.first] ?? '', others]);
    return [{ group: one.change.group, found: { kind: 'link', detail } as const }];
  });
  return new Map([...grouped(found, ({ group }) => group)].map(([group, list]) => [group, list.map((one) => one.found)]));
}
