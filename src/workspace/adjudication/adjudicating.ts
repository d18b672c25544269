import type { Context } from '../../model/context.ts';
import { editionOf } from '../../model/gold.ts';
import type { Patch } from '../../model/patch.ts';
import type { Project } from '../../model/project.ts';
import type { AnnotationSet, TextHash } from '../../model/records.ts';
import { annotationsInOrder } from '../../model/views/tags.ts';
import { type GoldCard, goldCards, isOpen } from '../../review/adjudicate/cards.ts';
import { isAsFinished } from '../../review/adjudicate/editions.ts';
import { type Sources, sourcesOf } from '../../review/adjudicate/passages.ts';
import { ownDecisions } from '../../review/adjudicate/rulings.ts';
import type { Compared } from '../../review/compared.ts';
import { comparedOnText } from '../../review/compared-on-text.ts';
import { isShown, kindsIn } from '../review/cards.ts';
import type { OpenReview } from '../review/review-state.ts';
import type { Adjudicating, ShownAdjudication } from './adjudication-state.ts';

export const adjudicating: Adjudicating = { shown, decidedBy };

const made = new WeakMap<Project, ShownAdjudication>();
// Each decision changes the gold set alone: what the sets say is taken apart once.
let last: { readonly compared: Compared; readonly sources: Sources } | null = null;

function sourcesFor(project: Project, { derivedFrom = [] }: AnnotationSet, text: TextHash): Sources {
  const compared = comparedOnText(
    project,
    text,
    derivedFrom.filter((id) => project.sets.has(id) && annotationsInOrder(project, text, id).length > 0),
  );
  if (!compared) throw new Error(`The text ${text} is not in memory.`);
  if (last && saysTheSame(last.compared, compared)) return last.sources;
  const sources = sourcesOf(compared);
  last = { compared, sources };
  return sources;
}

function saysTheSame(one: Compared, other: Compared): boolean {
  const recordsOf = ({ sets, texts, entities, codebooks }: Compared) => [
    ...texts.map(({ text }) => text),
    ...sets.flatMap(({ set, annotations, relations }) => [set.id, ...[...annotations.values()].flat(), ...relations]),
    entities,
    codebooks,
  ];
  const [before, now] = [recordsOf(one), recordsOf(other)];
  return before.length === now.length && before.every((record, index) => record === now[index]);
}

function shown(project: Project, review: OpenReview, text: TextHash): ShownAdjudication | null {
  const before = made.get(project);
  if (before?.review === review && before.text === text) return before;
  const gold = project.sets.get(review.set);
  if (!gold) return null;
  const fresh = adjudicationOf(project, review, text, gold);
  made.set(project, fresh);
  return fresh;
}

function adjudicationOf(project: Project, review: OpenReview, text: TextHash, gold: AnnotationSet): ShownAdjudication {
  const sources = sourcesFor(project, gold, text);
  const all = goldCards(project, sources, gold, text);
  const cards = review.order === 'weight' ? [...all].sort((a, b) => weightOf(a) - weightOf(b)) : all;
  const differing = cards.filter(({ standing }) => standing !== 'agreed');
  const asked = differing.filter(({ passage }) => isShown(review, passage ?? nothing));
  const agreed = cards.filter(({ standing }) => standing === 'agreed');
  const current = cards.find(({ id }) => id === review.card) ?? asked[0] ?? null;
  const open = cards.filter(isOpen);
  const edition = editionOf(gold, text);
  const intact = edition.finished === undefined || isAsFinished(project, gold, text);
  return {
    ...{ set: gold.id, text, sources, cards, review, gold, asked, agreed, current, edition, intact },
    open: open.length,
    kinds: kindsIn(differing.map(({ passage }) => passage ?? nothing)),
    disputed: new Set(open.flatMap(({ passage }) => passage?.items.map(({ id }) => id) ?? [])),
  };
}

const nothing = { differences: [] };

const heavy: readonly string[] = ['missing', 'extra', 'type', 'link', 'source'];

/** 0 who said what, 1 values, 2 edges. */
function weightOf({ passage }: GoldCard): number {
  const kinds = passage?.differences.map(({ kind }) => kind) ?? ['missing'];
  return kinds.some((kind) => heavy.includes(kind)) ? 0 : kinds.includes('attribute') ? 1 : 2;
}

function decidedBy(project: Project, review: OpenReview, patch: Patch, context: Context): Patch | null {
  const touched = patch.flatMap(({ table, before, after }) => {
    const record = after ?? before;
    return (table === 'annotations' || table === 'relations') && record && 'text' in record ? [record] : [];
  });
  const about = touched.find((record) => record.set === review.set);
  if (!about || patch.some(({ table }) => table === 'reviews')) return null;
  const adjudication = shown(project, review, about.text);
  return adjudication && ownDecisions(project, adjudication, patch, adjudication.current, context);
}
