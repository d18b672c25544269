import { modified, relationsAt } from '../../model/commands/lookup.ts';
import { illegalLinks, removeLinks } from '../../model/commands/remove-links.ts';
import type { Context } from '../../model/context.ts';
import { applyPatch, type Change, change, type Patch, patchOf, squash } from '../../model/patch.ts';
import type { Project } from '../../model/project.ts';
import type { Annotation, Id, Relation, Ruling, TextHash } from '../../model/records.ts';
import type { Group } from '../align/groups.ts';
import { decidesItself, type GoldCard, stateOfNothing } from './cards.ts';
import { type GoldEnd, goldLinks } from './gold-links.ts';
import type { PassageReading, Sources } from './passages.ts';

/** An adjudication of a text: the gold set, what it is made from, and where each passage stands. */
export interface Adjudication {
  readonly set: Id;
  readonly text: TextHash;
  readonly sources: Sources;
  readonly cards: readonly GoldCard[];
}

/** A decision on a card of the adjudication: one of its readings, or `null` for nothing here. */
interface Choice {
  readonly card: GoldCard;
  readonly reading: PassageReading | null;
  readonly agreed?: true;
  readonly comment?: string;
}

/** Decides a card: the gold set takes a reading, or has nothing there. */
export const decideCard = (project: Project, adjudication: Adjudication, choice: Choice, context: Context): Patch =>
  decide(project, adjudication, [choice], context);

/** Takes over what all sets agree on and nobody has decided; an empty patch where there is nothing of the kind. */
export function takeAgreed(project: Project, adjudication: Adjudication, context: Context): Patch {
  const choices = adjudication.cards.flatMap((card): Choice[] => {
    const [reading] = card.passage?.readings ?? [];
    return reading && decidesItself(card) ? [{ card, reading, agreed: true }] : [];
  });
  return decide(project, adjudication, choices, context);
}

interface Made extends Choice {
  readonly tag: Annotation | null;
}

function decide(project: Project, adjudication: Adjudication, choices: readonly Choice[], context: Context): Patch {
  const made = choices.map((choice): Made => ({ ...choice, tag: tagFor(adjudication, choice, context) }));
  const kept = new Set(made.flatMap(({ tag }) => tag?.id ?? []));
  const gone = made.flatMap(({ card }) => card.replaced.flatMap(({ tag }) => (tag === undefined || kept.has(tag) ? [] : tag)));
  const removed = removalOf(project, gone, context);
  const without = applyPatch(project, removed);
  const tags = patchOf(...made.map(({ tag }) => tag && change('annotations', tag.id, without.annotations.get(tag.id) ?? null, tag)));
  const tagged = applyPatch(without, tags);
  const illegal = removalOfLinks(
    tagged,
    made.flatMap(({ tag }) => (tag ? illegalLinks(tagged, tag) : [])),
    context,
  );
  const links = linksAmong(applyPatch(tagged, illegal), adjudication, made, context);
  return squash([removed, tags, illegal, links, patchOf(...made.map((one) => rulingChange(adjudication, one, context)))]);
}

/** The changes that take tags away with their links. Claims keep their voice: whoever takes another decision back finds them as they were. */
function removalOf(project: Project, ids: readonly Id[], context: Context): Patch {
  const tags = [...new Set(ids)].flatMap((id) => project.annotations.get(id) ?? []);
  const links = new Set(tags.flatMap(({ id }) => relationsAt(project, id)));
  return [
    ...tags.map((tag): Change => ({ table: 'annotations', id: tag.id, before: tag, after: null })),
    ...removalOfLinks(project, [...links], context),
  ];
}

const removalOfLinks = (project: Project, links: readonly Relation[], context: Context): Patch =>
  patchOf(...removeLinks(project, links, context, new Set(links.map(({ from }) => from))));

function tagFor({ set, text }: Adjudication, { card, reading }: Choice, context: Context): Annotation | null {
  const [first] = reading?.tags ?? [];
  if (!reading || !first) return null;
  const { type, segments, attributes, codebook } = first;
  const suggested = (first.suggested ?? []).filter((name) => reading.tags.every((tag) => tag.suggested?.includes(name)));
  const said = { type, segments, attributes, ...(suggested.length > 0 && { suggested }), codebook };
  if (card.tag) {
    const { suggested: _, ...before } = card.tag;
    return modified(before, said, context);
  }
  return { id: context.id(), text, set, ...said, origin: 'imported', author: context.author, created: context.now() };
}

/** The links at the passages that were decided. */
function linksAmong(project: Project, { sources, cards }: Adjudication, made: readonly Made[], context: Context): Patch {
  const ends = new Map<Group, GoldEnd>();
  const put = ({ passage }: GoldCard, tag: Annotation | null, taken: readonly Id[]) => {
    if (passage && tag) ends.set(passage.group, { tag, taken: new Set(taken) });
    else if (passage) ends.delete(passage.group);
  };
  for (const card of cards) put(card, card.tag, card.ruling?.taken ?? []);
  for (const { card, tag, reading } of made) put(card, tag, takenOf(reading));
  const decided = new Set(made.flatMap(({ card }) => card.passage?.group ?? []));
  return goldLinks(project, sources, ends, decided, context);
}

const takenOf = (reading: PassageReading | null): Id[] => reading?.tags.map(({ id }) => id) ?? [];

function rulingChange({ set, text }: Adjudication, { card, reading, tag, agreed, comment = '' }: Made, context: Context): Change | null {
  const words = comment.trim();
  const ruling: Ruling = {
    ...said({ set, text }, card, context),
    taken: takenOf(reading),
    ...(tag && { tag: tag.id }),
    ...(agreed && { agreed }),
    ...(words !== '' && { comment: words }),
  };
  return change('reviews', ruling.id, null, ruling);
}

/** What every ruling on a card has. */
const said = ({ set, text }: { readonly set: Id; readonly text: TextHash }, { passage, replaced }: GoldCard, context: Context) => ({
  id: context.id(),
  set,
  text,
  author: context.author,
  created: context.now(),
  kind: 'ruling' as const,
  items: passage?.items.map(({ id }) => id) ?? [],
  state: passage?.state ?? stateOfNothing,
  ...(replaced.length > 0 && { replaces: replaced.map(({ id }) => id) }),
});

/** Keeps a tag that only the gold set has. */
export function keepCard(adjudication: Adjudication, card: GoldCard, context: Context): Patch {
  const ruling: Ruling = { ...said(adjudication, card, context), taken: [], ...(card.tag && { tag: card.tag.id }) };
  return patchOf(change('reviews', ruling.id, null, ruling));
}

/** Gives a decision its reason; an empty patch where nothing was decided or it has that reason already. */
export function explain(adjudication: Adjudication, card: GoldCard, comment: string, context: Context): Patch {
  const words = comment.trim();
  if (!card.ruling || words === (card.ruling.comment ?? '')) return [];
  const { comment: _, replaces: __, ...before } = card.ruling;
  const { id, author, created } = said(adjudication, card, context);
  const after: Ruling = {
    ...before,
    id,
    author,
    created,
    ...(words !== '' && { comment: words }),
    replaces: card.replaced.map((one) => one.id),
  };
  return patchOf(change('reviews', id, null, after));
}

/**
 * Notes what the adjudicator changed by hand as their own decision: a tag that was there on its card, a new one on the card
 * `current` if that has none and lies there, else on one of its own. Gives the patch with the rulings.
 */
export function ownDecisions(
  project: Project,
  adjudication: Adjudication,
  patch: Patch,
  current: GoldCard | null,
  context: Context,
): Patch {
  const after = applyPatch(project, patch);
  const touched = patch.flatMap(({ table, id, before, after: now }) => {
    if (table === 'annotations') return [id];
    const record = now ?? before;
    return table === 'relations' && record && 'from' in record ? [record.from] : [];
  });
  const rulings = [...new Set(touched)].map((id) => {
    const tag = after.annotations.get(id);
    const card = adjudication.cards.find((one) => one.tag?.id === id) ?? (tag && newCard(tag, current));
    if (!card) return null;
    const ruling: Ruling = { ...said(adjudication, card, context), taken: [], ...(tag && { tag: id }) };
    return change('reviews', ruling.id, null, ruling);
  });
  return [...patch, ...patchOf(...rulings)];
}

/** The card that a new tag decides: the shown one where it has no tag and lies there, else one of its own. */
function newCard(tag: Annotation, current: GoldCard | null): GoldCard {
  const [start, end] = [tag.segments[0].start, Math.max(...tag.segments.map((segment) => segment.end))];
  if (current?.passage && !current.tag && start < current.end && current.start < end) return current;
  return { id: tag.id, start, end, passage: null, standing: 'open', ruling: null, replaced: [], tag: null };
}
