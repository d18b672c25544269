import { contentHash } from '../../formats/package/merge.ts';
import { grouped } from '../../model/grouped.ts';
import type { Annotation, Id, Relation } from '../../model/records.ts';
import type { Difference } from '../align/difference.ts';
import { differencesByGroup, type GroupDifferences } from '../align/differences.ts';
import type { Group } from '../align/groups.ts';
import { sameEntry } from '../align/identity.ts';
import { readingsOf } from '../align/readings.ts';
import { settingOf } from '../align/values.ts';
import type { Compared } from '../compared.ts';
import { type VotedLink, votesOf } from './votes.ts';

/** One way in which sets read a passage: the tags that say so, and the contested links they have. */
export interface PassageReading {
  readonly sets: readonly Id[];
  readonly tags: readonly Annotation[];
  readonly links: readonly VotedLink[];
}

/** A passage that one or more of the sets have tagged (UTF-16 units), with its distinct readings, those of most sets first. `state`: SHA-256 of what all sets say there. */
export interface Passage {
  readonly id: Id;
  readonly start: number;
  readonly end: number;
  readonly group: Group;
  readonly items: readonly Annotation[];
  readonly readings: readonly PassageReading[];
  /** The sets that are about the text and have nothing here. */
  readonly without: readonly Id[];
  readonly differences: readonly Difference[];
  readonly state: string;
}

/** What several sets say of a text: its passages in order, and their links. */
export interface Sources {
  readonly compared: Compared;
  readonly passages: readonly Passage[];
  readonly votes: readonly VotedLink[];
}

/** True where all sets that are about the text read a passage alike. */
export const isAgreed = ({ readings, without }: Passage): boolean => readings.length === 1 && without.length === 0;

/** Takes the sets apart into passages. */
export function sourcesOf(compared: Compared): Sources {
  const found = differencesByGroup(compared);
  const groups = found.map(({ group }) => group);
  const votes = votesOf(compared, groups);
  const contested = grouped(
    votes.filter((vote) => vote.contested),
    ({ link }) => link.from,
  );
  const links = grouped(
    compared.sets.flatMap(({ relations }) => relations),
    ({ from }) => from,
  );
  const passages = found.map((one) => passageOf(compared, one, contested.get(one.group) ?? [], links));
  return { compared, passages, votes };
}

function passageOf(
  compared: Compared,
  { group, differences }: GroupDifferences,
  contested: readonly VotedLink[],
  links: ReadonlyMap<Id, readonly Relation[]>,
): Passage {
  const members = [...group.members].sort(([a], [b]) => a - b);
  const items = members.map(([, tag]) => tag);
  const idOf = (set: number): Id => compared.sets[set]?.set.id ?? '';
  const values = members.map(([set, tag]) => {
    const own = contested.filter(({ by }) => by.has(set));
    return { set, value: { tag, own }, key: keyOf(compared, items, tag, own) };
  });
  const readings = readingsOf(values).map(({ sets, value }) => ({
    sets: sets.map(idOf),
    tags: sets.flatMap((set) => group.members.get(set) ?? []),
    links: value.own,
  }));
  const segments = items.flatMap((tag) => tag.segments);
  return {
    id: items[0]?.id ?? '',
    start: Math.min(...segments.map(({ start }) => start)),
    end: Math.max(...segments.map(({ end }) => end)),
    group,
    items,
    readings: readings.sort((a, b) => b.sets.length - a.sets.length),
    without: group.sets.filter((set) => !group.members.has(set)).map(idOf),
    differences,
    state: contentHash([group.sets.map(idOf), ...members.map(([set, tag]) => saidBy(idOf(set), tag, links.get(tag.id) ?? []))]),
  };
}

/** The same for two tags of a passage that say the same. */
function keyOf(compared: Compared, items: readonly Annotation[], tag: Annotation, links: readonly VotedLink[]): string {
  const names = [...new Set(items.flatMap(({ attributes }) => Object.keys(attributes)))].sort();
  const entries = items.flatMap(({ attributes }) => attributes.entity ?? []);
  const values = names.map((name) =>
    name === 'entity' ? (entries.find((one) => sameEntry(one, tag.attributes.entity, compared)) ?? null) : settingOf(compared, tag, name),
  );
  return JSON.stringify([tag.type, tag.segments.map(({ start, end }) => [start, end]), values, links.map(({ key }) => key)]);
}

const saidBy = (set: Id, { id, type, segments, attributes }: Annotation, links: readonly Relation[]): object => ({
  set,
  id,
  type,
  segments: segments.map(({ start, end }) => [start, end]),
  attributes,
  links: links.map((link) => `${link.type} ${link.to} ${link.order ?? ''}`).sort(),
});
