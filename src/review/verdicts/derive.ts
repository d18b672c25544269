import { sameJson } from '../../model/equal.ts';
import type { Patch } from '../../model/patch.ts';
import type { Project } from '../../model/project.ts';
import type { Annotation, Attributes, Entity, Id, Proposal, ProposedLink, ProposedTag, Relation } from '../../model/records.ts';
import type { Decision } from './commands.ts';

type Entries = ReadonlyMap<Id, Entity>;
type Tags = ReadonlyMap<Id, Annotation>;

/** What a patch does, by what it does it to. */
interface Edits {
  readonly changed: readonly (readonly [before: Annotation, after: Annotation])[];
  readonly added: Tags;
  readonly gone: ReadonlySet<Id>;
  readonly begun: readonly Relation[];
  readonly ended: readonly Relation[];
}

/** What editing a colleague’s tags as if they were one’s own says of them; nothing of notes and flags. The patch is never stored. */
export function decisionsFrom({ entities }: Pick<Project, 'entities'>, patch: Patch): Decision[] {
  const made = patch.flatMap((change) => (change.table === 'entities' && change.after ? [[change.id, change.after] as const] : []));
  const entries: Entries = new Map([...entities, ...made]);
  const { changed, added, gone, begun, ended } = editsIn(patch);
  const claimed = new Set([...begun, ...ended].map(({ from }) => from));
  const linked = new Set(begun.map(({ to }) => to));
  return [
    ...[...gone].map((id): Decision => ({ kind: 'remove', target: [id] })),
    // Before the values: who takes the last claimer away leaves a claim without a voice.
    ...linkDecisions(begun, ended, added, entries),
    ...changed.flatMap(([before, after]) => changesOf(before, claimed.has(after.id) ? withVoiceOf(before, after) : after, entries)),
    ...[...added.values()].filter(({ id }) => !linked.has(id)).map((tag) => missing(tag, begun, added, entries)),
  ];
}

function editsIn(patch: Patch): Edits {
  const tags = patch.flatMap((change) => (change.table === 'annotations' ? [change] : []));
  const links = patch.flatMap((change) => (change.table === 'relations' ? [change] : []));
  const changed = tags.flatMap(({ before, after }) => (before && after ? [[before, after] as const] : []));
  const gone = new Set(tags.flatMap(({ id, after }) => (after === null ? [id] : [])));
  // Links that go with their tag, or with its type, need no word of their own.
  const leaving = new Set([...gone, ...changed.flatMap(([before, after]) => (before.type === after.type ? [] : [after.id]))]);
  return {
    changed,
    gone,
    added: new Map(tags.flatMap(({ before, after }) => (!before && after ? [[after.id, after]] : []))),
    begun: links.flatMap(({ after, before }) => (after && !before ? [after] : [])),
    ended: links.flatMap(({ before, after }) => (before && !after && !leaving.has(before.from) && !leaving.has(before.to) ? [before] : [])),
  };
}

/** A claim gets and loses its voice with its claimer; only that it is the article’s own has to be said. */
function withVoiceOf({ attributes: { voice } }: Annotation, after: Annotation): Annotation {
  if (after.attributes.voice === 'article') return after;
  const { voice: _, ...others } = after.attributes;
  return { ...after, attributes: voice === undefined ? others : { ...others, voice } };
}

function changesOf(before: Annotation, after: Annotation, entries: Entries): Decision[] {
  const target = [before.id];
  const edges: Decision[] = sameJson(before.segments, after.segments)
    ? []
    : [{ kind: 'boundary', target, proposal: { segments: after.segments } }];
  if (before.type !== after.type)
    return [...edges, { kind: 'retag', target, proposal: { type: after.type, ...valuesOf(after.attributes, entries) } }];
  const set = Object.fromEntries(Object.entries(after.attributes).filter(([id, value]) => before.attributes[id] !== value));
  const unset = Object.keys(before.attributes).filter((id) => !(id in after.attributes));
  if (Object.keys(set).length + unset.length === 0) return edges;
  return [...edges, { kind: 'value', target, proposal: { ...valuesOf(set, entries), ...(unset.length > 0 && { unset }) } }];
}

/** Values, with the entries of the register that they name. */
function valuesOf(attributes: Attributes, entries: Entries): Pick<Proposal, 'attributes' | 'entries'> {
  return { attributes, ...withEntries([attributes], entries) };
}

const proposedTag = ({ type, segments, attributes }: Annotation): ProposedTag => ({ type, segments, attributes });

const proposedLink = ({ type, to }: Relation, added: Tags): ProposedLink => {
  const tag = added.get(to);
  return { type, to: tag ? proposedTag(tag) : to };
};

function linkDecisions(begun: readonly Relation[], ended: readonly Relation[], added: Tags, entries: Entries): Decision[] {
  const statements = new Set([...begun, ...ended].map(({ from }) => from).filter((id) => !added.has(id)));
  return [...statements].map((from): Decision => {
    const links = begun.filter((link) => link.from === from).map((link) => proposedLink(link, added));
    const unlinked = ended.filter((link) => link.from === from).map(({ id }) => id);
    const proposal: Proposal = {
      ...(links.length > 0 && { links }),
      ...(unlinked.length > 0 && { unlinked }),
      ...withEntries(linkedValues(links), entries),
    };
    return { kind: 'link', target: [from, ...unlinked], proposal };
  });
}

function withEntries(of: readonly Attributes[], entries: Entries): Pick<Proposal, 'entries'> {
  const named = new Set(of.flatMap((attributes) => Object.values(attributes)).flatMap((value) => entries.get(value) ?? []));
  return named.size > 0 ? { entries: [...named] } : {};
}

const linkedValues = (links: readonly ProposedLink[]): Attributes[] =>
  links.flatMap(({ to }) => (typeof to === 'string' ? [] : [to.attributes]));

function missing(tag: Annotation, begun: readonly Relation[], added: Tags, entries: Entries): Decision {
  const links = begun.filter(({ from }) => from === tag.id).map((link) => proposedLink(link, added));
  const named = withEntries([tag.attributes, ...linkedValues(links)], entries);
  return { kind: 'missing', target: [], proposal: { ...proposedTag(tag), ...(links.length > 0 && { links }), ...named } };
}
