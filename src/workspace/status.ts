import { frameMessages } from '../messages/frame.ts';
import { statusMessages as words } from '../messages/status.ts';
import { actionName } from '../messages/workspace.ts';
import { attributeOf } from '../model/codebooks/newsroom-core.ts';
import { codebookOf } from '../model/commands/lookup.ts';
import { sameJson } from '../model/equal.ts';
import type { Project } from '../model/project.ts';
import type { Annotation } from '../model/records.ts';
import { firstWords } from '../model/views/first-words.ts';
import { openIn, paragraphAt, wordsOf } from '../model/views/tags.ts';
import { announcement } from './announcement.ts';
import { askedAttribute, valueAt } from './asked.ts';
import { offerName, openOffers } from './offers.ts';
import { openArticle } from './session.ts';
import type { UndoStep, WorkspaceState } from './state.ts';

/** What an action has done, in one short sentence, by what it changed; empty where nothing is to be said (yet). */
export function statusOf(action: string, before: WorkspaceState, after: WorkspaceState): string {
  return changed(action, before, after) ?? seen(before, after) ?? moved(action, before, after) ?? '';
}

function changed(action: string, before: WorkspaceState, after: WorkspaceState): string | null {
  if (action === 'undo' && before.undo && before.undo.entry !== after.undo?.entry)
    return words.undone(actionName(before.undo.action, before.undo.parameters));
  if (action === 'redo' && before.redo && before.redo.entry !== after.redo?.entry)
    return words.redone(actionName(before.redo.action, before.redo.parameters));
  if (after.undo !== null && after.undo.entry !== before.undo?.entry) return withOffer(after, after.undo);
  if (before.keys.single !== after.keys.single) return words.singleKeys(after.keys.single);
  return before.keys === after.keys ? null : words.keysChanged;
}

/** What an action did and, where it left offers open, which of them the next key takes. */
function withOffer(state: WorkspaceState, step: UndoStep): string {
  const said = doneBy(state.project, step);
  const [first] = opensOffers.has(step.action) ? (openOffers(state)?.offers ?? []) : [];
  return first ? words.offered(said, offerName(first)) : said;
}

const opensOffers = new Set(['tag', 'take-offers']);

function doneBy(project: Project, { action, parameters, patch }: UndoStep): string {
  const annotation = patch.find((change) => change.table === 'annotations')?.after as Annotation | undefined;
  if (action === 'set-flag') return words.flagged(annotation?.flag === 'unsure');
  if (action === 'set-attribute' && annotation) return valueSet(project, annotation, String(parameters.attribute));
  const relation = patch.find((change) => change.table === 'relations');
  const link = relation?.table === 'relations' ? relation.after : null;
  const [from, to] = [project.annotations.get(link?.from ?? ''), project.annotations.get(link?.to ?? '')];
  if (action === 'link' && link && from && to) {
    const { relations } = codebookOf(project, from.codebook);
    return words.linked(relations.find(({ id }) => id === link.type)?.label ?? link.type, short(to));
  }
  return words.done(action, parameters);
}

function valueSet(project: Project, annotation: Annotation, attribute: string): string {
  const definition = attributeOf(codebookOf(project, annotation.codebook), annotation.type, attribute);
  const value = annotation.attributes[attribute] ?? null;
  return words.value(definition?.label ?? attribute, definition?.values?.find(({ id }) => id === value)?.label ?? value);
}

/** What is shown now instead of what was. */
function seen(before: WorkspaceState, after: WorkspaceState): string | null {
  const article = openArticle(after);
  if (before.session.article !== after.session.article) return article ? words.article(article.title) : null;
  if (!sameJson(modeIn(before), modeIn(after))) return modeOf(after);
  const asked = after.session.asked !== before.session.asked ? askedAttribute(after) : null;
  if (asked) return words.asked(asked.label, valuesOf(asked));
  const selected = after.project.annotations.get(after.session.selected ?? '');
  if (selected && before.session.selected !== selected.id) return selectedNow(after, selected);
  if (before.session.offering !== null && after.session.offering === null && before.session.selected === after.session.selected)
    return words.offersClosed;
  if (before.session.panel !== after.session.panel) return frameMessages.panelShown[after.session.panel];
  return null;
}

/** What a mode is for, without what it is about. */
const modeIn = ({ session: { mode } }: WorkspaceState) => [mode.kind, mode.kind === 'linking' ? mode.relation : ''];

function valuesOf(asked: Parameters<typeof valueAt>[0]): string[] {
  return Array.from({ length: 9 }, (_, index) => index + 1).flatMap((digit) => {
    const value = valueAt(asked, digit);
    return value ? [`${digit} ${value.label}`] : [];
  });
}

function selectedNow({ project, session }: WorkspaceState, annotation: Annotation): string {
  const label = codebookOf(project, annotation.codebook).types.find(({ id }) => id === annotation.type)?.label ?? annotation.type;
  const article = openArticle({ project, session });
  const paragraph = article && paragraphAt(article, annotation.text, annotation.segments[0].start);
  return words.selected(label, short(annotation), paragraph, openIn(project, annotation).length > 0);
}

function modeOf({ project, session: { mode } }: WorkspaceState): string {
  if (mode.kind === 'editing') return words.editing;
  if (mode.kind === 'adding-part') return words.addingPart;
  if (mode.kind === 'reading') return words.reading;
  const from = project.annotations.get(mode.from);
  const relation = from && codebookOf(project, from.codebook).relations.find(({ id }) => id === mode.relation);
  return words.linking(relation?.label ?? mode.relation);
}

// Another article or card takes a moment to come: it is said then.
const movements = /^(?:next|previous|extend|shrink)-(?!article|card)/;

function moved(action: string, before: WorkspaceState, after: WorkspaceState): string | null {
  const [from, to] = [before.session.cursor, after.session.cursor];
  const stayed = from === to || (from !== null && to !== null && from.anchor === to.anchor && from.active === to.active);
  if (!stayed) return announcement(after);
  if (before.session.selected !== null && after.session.selected === null) return words.nothingSelected;
  return movements.test(action) ? words.nothingFurther : null;
}

const shownLength = 60;

const short = (annotation: Annotation): string => firstWords(wordsOf(annotation), shownLength);
