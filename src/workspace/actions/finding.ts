import { readerMessages } from '../../messages/reader.ts';
import { workspaceMessages } from '../../messages/workspace.ts';
import type { Annotation } from '../../model/records.ts';
import { annotationsInOrder, stackAt } from '../../model/views/tags.ts';
import { unsetAttributes } from '../asked.ts';
import { cursorOver, spanOf } from '../cursor.ts';
import { focusCursor, focusSoon, showSoon } from '../focus.ts';
import type { Host } from '../host.ts';
import { openTextIn } from '../in-memory.ts';
import { say } from '../say.ts';
import { openArticle } from '../session.ts';
import type { WorkspaceState } from '../state.ts';
import { type Action, type Parameters, text } from './action.ts';
import { isOffered } from './offers.ts';
import { select } from './reading.ts';
import { meant } from './tags.ts';

const reading = ({ session }: WorkspaceState): boolean => session.article !== null;
const chosen = (state: WorkspaceState): boolean => reading(state) && meant(state, {}) !== null;

export const findingActions: readonly Action[] = [
  { id: 'next-unset', keys: ['t'], available: reading, run: nextUnset },
  { id: 'tags-here', available: ({ session }) => session.cursor !== null, run: showTagsHere },
  { id: 'go-to-text', available: chosen, run: goToText },
  {
    id: 'open-entry',
    keys: ['enter'],
    available: (state) => chosen(state) && state.session.mode.kind === 'reading' && !isOffered(state),
    run: (host) => {
      host.show({ panel: 'annotation' });
      focusSoon('[data-card]');
    },
  },
  { id: 'copy-for-editor', keys: ['y'], available: chosen, run: copy },
];

/** Asks for the next value of the selected tag that is not set; behind the last one for the first of the next tag that misses any. */
function nextUnset(host: Host): void {
  const { project, session } = host.state.getState();
  const textHash = host.openText();
  if (textHash === null) return;
  const all = annotationsInOrder(project, textHash, session.set);
  const at = all.findIndex(({ id }) => id === session.selected);
  const selected = all[at];
  const next = selected && unsetBehind(host, selected);
  if (selected && next) {
    ask(host, selected, next);
    return;
  }
  const others = [...all.slice(at + 1), ...all.slice(0, at + 1)];
  const other = others.find((annotation) => unsetAttributes(project, annotation)[0]?.required);
  if (!other) return;
  select(host, other.id);
  ask(host, other, unsetAttributes(project, other)[0]?.id ?? '');
}

function unsetBehind(host: Host, annotation: Annotation): string | null {
  const { project, session } = host.state.getState();
  const unset = unsetAttributes(project, annotation).map(({ id }) => id);
  const at = session.asked?.annotation === annotation.id ? unset.indexOf(session.asked.attribute) : -1;
  return unset[at + 1] ?? null;
}

function ask(host: Host, { id }: Annotation, attribute: string): void {
  host.show({ asked: { annotation: id, attribute }, panel: 'annotation' });
  // Only what is written needs the focus; a row of values is set by digits from where one is.
  focusSoon(`[data-written="${attribute}"]`);
  showSoon('[data-asked]');
}

/** The tags over any of the cursor's words, the smallest first. */
export function tagsHere({ project, session }: WorkspaceState): readonly Annotation[] {
  const textHash = openTextIn({ project, session });
  if (!session.cursor || textHash === null) return [];
  const span = spanOf(session.cursor);
  const all = annotationsInOrder(project, textHash, session.set);
  if (span.start === span.end) return stackAt(all, span.start);
  return all.filter(({ segments }) => segments.some(({ start, end }) => start < span.end && span.start < end));
}

function showTagsHere(host: Host): void {
  if (tagsHere(host.state.getState()).length === 0) say(host.state, readerMessages.noTagHere);
  else host.state.setState({ palette: 'here' });
}

function goToText(host: Host, parameters: Parameters): void {
  const annotation = meant(host.state.getState(), parameters);
  if (!annotation) return;
  host.show({ selected: annotation.id, cursor: cursorOver(annotation.segments[0]), view: null });
  focusCursor();
}

async function copy(host: Host, parameters: Parameters): Promise<void> {
  const state = host.state.getState();
  const annotation = state.project.annotations.get(text(parameters, 'annotation') ?? state.session.selected ?? '');
  const article = openArticle(state);
  if (!annotation || !article) return;
  const { citationOf } = await import('../../model/views/citation.ts');
  const citation = citationOf(state.project, article, annotation);
  try {
    await navigator.clipboard.writeText(citation);
    host.notice(workspaceMessages.copied(citation), 'done');
  } catch {
    host.notice(workspaceMessages.notCopied(citation), 'refused');
  }
}
