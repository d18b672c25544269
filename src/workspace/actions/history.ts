import { conflictMessages } from '../../messages/conflict.ts';
import { blockedBy } from '../../model/history.ts';
import { invert, type Patch } from '../../model/patch.ts';
import type { Id } from '../../model/records.ts';
import type { Host } from '../host.ts';
import { inMemory, textsTouched } from '../scope.ts';
import { inReadingOrder, isOwn, withoutOthers } from '../session.ts';
import type { UndoStep } from '../state.ts';
import type { Action } from './action.ts';

export const historyActions: readonly Action[] = [
  {
    id: 'undo',
    writes: true,
    keys: ['z', 'mod+z'],
    available: ({ undo }) => undo !== null,
    run: (host) => takeBack(host, host.state.getState().undo),
  },
  {
    id: 'redo',
    writes: true,
    keys: ['shift+z', 'mod+shift+z', 'mod+y'],
    available: ({ redo }) => redo !== null,
    run: (host) => takeBack(host, host.state.getState().redo),
  },
];

async function takeBack(host: Host, step: UndoStep | null): Promise<void> {
  if (!step) return;
  const patch = invert(step.patch);
  if (step.partly) return takeBackBeside(host, step, patch);
  const article = articleToShow(host, patch);
  if (article !== null && article !== host.state.getState().session.article) await host.open(article);
  const { project } = host.state.getState();
  if (blockedBy(project, inMemory(patch, project, host.openText()))) return host.notice(conflictMessages.undoRefused('changed'), 'refused');
  const stored = host.commit(step.action, patch, { parameters: step.parameters, undoes: step.entry });
  showPlace(host, patch);
  showCard(host, step);
  leaveSetThatWent(host);
  await stored;
  await showArticle(host, patch);
}

/** The same for an action too large for the page, which a worker takes back. */
async function takeBackBeside(host: Host, step: UndoStep, patch: Patch): Promise<void> {
  if (!(await (await import('../exchange/take-back.ts')).takeBackBeside(host, step))) return;
  leaveSetThatWent(host);
  await showArticle(host, patch);
}

/** In a review the card about which something was said is shown again. */
function showCard(host: Host, { parameters: { card } }: UndoStep): void {
  const { review } = host.state.getState().session;
  if (review && typeof card === 'string') host.show({ review: { ...review, card, writing: null } });
}

/** Shows one's own set again where the shown one came with an import that was taken back. */
function leaveSetThatWent(host: Host): void {
  const { project, session, people } = host.state.getState();
  if (project.sets.has(session.set)) return;
  const own = project.sets.get(session.own) ?? [...project.sets.values()].find((set) => isOwn(set, people));
  if (own) host.show({ ...withoutOthers(session), set: own.id, own: own.id, selected: null });
}

/** Opens the article that came back; where the open one went, the first that is left. */
async function showArticle(host: Host, patch: Patch): Promise<void> {
  const { project, session } = host.state.getState();
  const back = patch.find((change) => change.table === 'articles' && change.before === null);
  if (back) return host.open(back.id, { panel: 'annotation' });
  if (session.article === null || project.articles.has(session.article)) return;
  const first = inReadingOrder([...project.articles.values()])[0];
  if (first) await host.open(first.id, { panel: 'annotation' });
  else host.show({ article: null, selected: null, cursor: null });
}

/** The article the patch changes tags of; `null` where it changes none, or where the article is going or coming. */
function articleToShow(host: Host, patch: Patch): Id | null {
  const [text] = textsTouched(patch);
  if (text === undefined) return null;
  for (const article of host.state.getState().project.articles.values()) {
    if (article.versions.some((version) => version.text === text)) return article.id;
  }
  return null;
}

function showPlace(host: Host, patch: Patch): void {
  const { project, session } = host.state.getState();
  const changed = patch.find((change) => change.table === 'annotations' && change.after !== null);
  const shown = changed?.id ?? session.selected;
  const selected = shown !== null && project.annotations.has(shown) ? shown : null;
  host.show({ selected, mode: { kind: 'reading' } });
  const gone = patch.find((change) => change.table === 'annotations' && change.before !== null);
  if (!selected && gone?.table === 'annotations' && gone.before) {
    const [first] = gone.before.segments;
    host.show({ cursor: { anchor: first.start, active: first.end, unit: 'free', parts: [] } });
  }
}
