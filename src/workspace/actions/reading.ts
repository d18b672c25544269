import type { Annotation, Id } from '../../model/records.ts';
import { annotationsInOrder, openIn, stackAt } from '../../model/views/tags.ts';
import { showChecks } from '../checks/findings.ts';
import { type Cursor, cursorOver, type Movement, moveCursor, selectedStretches, spanOf } from '../cursor.ts';
import { focusCursor } from '../focus.ts';
import type { Host } from '../host.ts';
import { isTextField } from '../keys.ts';
import { isOpenOrUnsure, listedTags } from '../listed.ts';
import { layoutOf } from '../open-layout.ts';
import type { Mode, WorkspaceState } from '../state.ts';
import { type Action, type Parameters, text } from './action.ts';
import { canChange, commitSegments, meant } from './tags.ts';
import { asksForPlaces } from './versions.ts';

const reading = (state: WorkspaceState): boolean => state.session.article !== null;
const walking = (state: WorkspaceState): boolean => reading(state) && state.session.review === null && !asksForPlaces(state);

const move = (id: string, keys: readonly string[], movement: Movement): Action => ({
  id,
  keys,
  available: reading,
  run: (host) => moveBy(host, movement),
});

export const readingActions: readonly Action[] = [
  move('next-sentence', ['arrowdown'], { unit: 'sentence', direction: 1 }),
  move('previous-sentence', ['arrowup'], { unit: 'sentence', direction: -1 }),
  move('next-word', ['arrowright'], { unit: 'word', direction: 1 }),
  move('previous-word', ['arrowleft'], { unit: 'word', direction: -1 }),
  move('next-clause', ['l'], { unit: 'clause', direction: 1 }),
  move('previous-clause', ['h'], { unit: 'clause', direction: -1 }),
  move('extend-sentence', ['shift+arrowdown'], { unit: 'sentence', direction: 1, extend: true }),
  move('shrink-sentence', ['shift+arrowup'], { unit: 'sentence', direction: -1, extend: true }),
  move('extend-word', ['shift+arrowright'], { unit: 'word', direction: 1, extend: true }),
  move('shrink-word', ['shift+arrowleft'], { unit: 'word', direction: -1, extend: true }),
  move('next-character', ['.'], { unit: 'character', direction: 1, extend: true }),
  move('previous-character', [','], { unit: 'character', direction: -1, extend: true }),
  move('next-paragraph', [], { unit: 'paragraph', direction: 1 }),
  move('previous-paragraph', [], { unit: 'paragraph', direction: -1 }),
  move('extend-paragraph', [], { unit: 'paragraph', direction: 1, extend: true }),
  move('shrink-paragraph', [], { unit: 'paragraph', direction: -1, extend: true }),
  move('next-quotation', ['n'], { unit: 'quotation', direction: 1 }),
  move('previous-quotation', ['shift+n'], { unit: 'quotation', direction: -1 }),
  { id: 'other-edge', keys: ['o'], available: ({ session }) => session.cursor !== null, run: swapEdges },
  { id: 'select-words', available: reading, run: selectWords },
  { id: 'select-annotation', available: reading, run: (host, parameters) => select(host, text(parameters, 'annotation')) },
  { id: 'select-larger', keys: ['g'], available: reading, run: selectLarger },
  { id: 'next-annotation', keys: ['j'], available: walking, run: (host) => step(host, 1) },
  { id: 'previous-annotation', keys: ['k'], available: walking, run: (host) => step(host, -1) },
  { id: 'next-open', keys: ['u'], available: (state) => reading(state) && !state.session.review?.adjudicates, run: nextOpen },
  { id: 'edit', keys: ['e'], available: (state) => canChange(state) && meant(state, {}) !== null, run: startEditing },
  { id: 'add-part', keys: ['p'], available: (state) => canChange(state) && meant(state, {}) !== null, run: startPart },
  {
    id: 'confirm',
    keys: ['enter'],
    available: ({ session }) => session.mode.kind === 'editing' || session.mode.kind === 'adding-part',
    run: confirm,
  },
  { id: 'step-out', keys: ['escape'], available: () => true, run: stepOut },
];

function moveBy(host: Host, movement: Movement): void {
  const state = host.state.getState();
  const layout = layoutOf(state);
  if (!layout) return;
  const { cursor, mode, selected, view } = state.session;
  // While edges are edited every movement moves the active edge: nothing else could be meant.
  const extend = movement.extend === true || mode.kind === 'editing';
  // Keys then mean the words under the cursor: a tag that stayed selected elsewhere would be changed unseen.
  const next = moveCursor(layout, cursor, { ...movement, extend }, mode.kind === 'reading' ? view : null);
  host.show({ cursor: next, view: null, selected: mode.kind === 'reading' ? null : selected });
}

function swapEdges(host: Host): void {
  const { cursor } = host.state.getState().session;
  if (cursor) host.show({ cursor: { ...cursor, anchor: cursor.active, active: cursor.anchor } });
}

/** Selects a stretch of the text; a tag that waits for a part or for its edges is kept. */
function selectWords(host: Host, { start, end }: Parameters): void {
  const { selected, mode } = host.state.getState().session;
  if (typeof start !== 'number' || typeof end !== 'number') return;
  host.show({ cursor: cursorOver({ start, end }), view: null, selected: mode.kind === 'reading' ? null : selected });
}

/** Shows an annotation, or none; a gesture that waits for words is left alone. */
export function select(host: Host, id: Id | null): void {
  const { project, session } = host.state.getState();
  const { mode } = session;
  const chosen = id === null ? undefined : project.annotations.get(id);
  if (mode.kind === 'adding-part' || mode.kind === 'editing') return;
  const cursor = chosen ? cursorIn(chosen, session.cursor) : session.cursor;
  const isOpen = chosen && openIn(project, chosen).includes('source');
  const offering = isOpen ? { kind: 'tag' as const, annotation: chosen.id } : session.offering;
  host.show({ selected: chosen?.id ?? null, cursor, offering, mode: { kind: 'reading' }, panel: 'annotation' });
}

function selectLarger(host: Host): void {
  const { project, session } = host.state.getState();
  const text = host.openText();
  if (text === null || session.cursor === null) return;
  const stack = stackAt(annotationsInOrder(project, text, session.set), spanOf(session.cursor).start);
  const at = stack.findIndex(({ id }) => id === session.selected);
  select(host, stack[(at + 1) % stack.length]?.id ?? null);
}

/** The cursor where it is if that lies in the annotation, so that a click stays where it was; else over its first part. */
function cursorIn(annotation: Annotation, cursor: Cursor | null): Cursor {
  const inside = cursor !== null && annotation.segments.some(({ start, end }) => start <= cursor.active && cursor.active <= end);
  return inside ? cursor : cursorOver(annotation.segments[0]);
}

function step(host: Host, direction: 1 | -1): void {
  const { project, session } = host.state.getState();
  const text = host.openText();
  if (text === null) return;
  const all = listedTags(project, session, text);
  const at = all.findIndex(({ id }) => id === session.selected);
  const next = at < 0 && direction < 0 ? all.at(-1) : all[at + direction];
  if (next) select(host, next.id);
}

/** Selects the next tag in which something required is missing or that is flagged unsure, from the top again after the last. */
function nextOpen(host: Host): void {
  const { project, session } = host.state.getState();
  const text = host.openText();
  if (text === null) return;
  const all = annotationsInOrder(project, text, session.set);
  const at = all.findIndex(({ id }) => id === session.selected);
  const next = [...all.slice(at + 1), ...all.slice(0, at + 1)].find(isOpenOrUnsure(project));
  if (next) select(host, next.id);
}

function startEditing(host: Host): void {
  const annotation = meant(host.state.getState(), {});
  if (!annotation) return;
  const [first] = annotation.segments;
  const cursor: Cursor = { anchor: first.start, active: first.end, unit: 'free', parts: [] };
  host.show({ mode: { kind: 'editing', annotation: annotation.id, segment: 0, edge: 'end', before: annotation }, cursor });
}

function startPart(host: Host): void {
  const annotation = meant(host.state.getState(), {});
  if (annotation) host.show({ mode: { kind: 'adding-part', annotation: annotation.id } });
}

async function confirm(host: Host): Promise<void> {
  const { project, session } = host.state.getState();
  const { mode, cursor } = session;
  if (mode.kind !== 'editing' && mode.kind !== 'adding-part') return;
  const annotation = project.annotations.get(mode.annotation);
  const chosen = cursor ? selectedStretches(cursor) : [];
  host.show({ mode: { kind: 'reading' } });
  if (!annotation || chosen.length === 0) return;
  await commitSegments(host, annotation.id, [...keptSegments(annotation, mode), ...chosen]);
}

function keptSegments(annotation: Annotation, mode: Mode): readonly { start: number; end: number }[] {
  return mode.kind === 'editing' ? annotation.segments.filter((_, index) => index !== mode.segment) : annotation.segments;
}

function stepOut(host: Host): void {
  const { session, checks } = host.state.getState();
  // Out of a field first: what stands beside the text stays. A list that was opened is closed with its field.
  if (isTextField(document.activeElement) && session.mode.kind !== 'linking') focusCursor();
  else if (checks.confirming || checks.asking !== null) showChecks(host, { confirming: false, asking: null });
  else if (session.mode.kind !== 'reading') host.show({ mode: { kind: 'reading' } });
  // What was opened last and lies on top goes first.
  else if (session.panel !== 'annotation') host.show({ panel: 'annotation' });
  else if (session.offering !== null) host.show({ offering: null });
  else if (session.selected !== null) host.show({ selected: null });
  else if (session.cursor) host.show({ cursor: { ...session.cursor, anchor: session.cursor.active, parts: [] } });
}
