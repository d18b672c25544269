import { exposes } from '../../model/commands/exposure.ts';
import type { Id } from '../../model/records.ts';
import { annotationsInOrder } from '../../model/views/tags.ts';
import type { Stretch } from '../../text/stretch.ts';
import { type Parameters, text } from '../actions/action.ts';
import { cursorOver } from '../cursor.ts';
import { focusSoon } from '../focus.ts';
import type { Host } from '../host.ts';
import { isOwn, openArticle, withoutOthers } from '../session.ts';
import type { Exposure } from './review-state.ts';

/** Those of some sets whose tags on the open article whoever works here would see too early. */
export function exposedHere(host: Host, sets: readonly Id[]): Id[] {
  const { project, session, people } = host.state.getState();
  const [article, text] = [openArticle({ project, session }), host.openText()];
  if (!article || text === null) return [];
  return sets.filter(
    (other) => exposes(project, { mine: session.own, other, people }, article) && annotationsInOrder(project, text, other).length > 0,
  );
}

/** Asks, where somebody would see another’s tags on the open article too early; true where it waits for the answer. Whatever shows a set asks here. */
export function waitsForWord(host: Host, exposure: Exposure): boolean {
  if (exposedHere(host, [exposure.set]).length === 0) return false;
  host.show({ exposure, panel: 'annotation', raised: true });
  focusSoon('[data-exposure] button');
  return true;
}

/** Shows a set in the place of one’s own. Somebody who works here sits down with it; `self`: they say that it is theirs. */
export function showSet(host: Host, parameters: Parameters): void {
  const set = text(parameters, 'set');
  const { project, session, people } = host.state.getState();
  const shown = project.sets.get(set ?? '');
  if (!shown) return;
  if (parameters.self !== true && shown.id !== session.own && waitsForWord(host, { set: shown.id, by: 'set' })) return;
  const own = isOwn(shown, people) ? shown.id : session.own;
  host.show({ ...withoutOthers(session), own, set: shown.id, selected: null, mode: { kind: 'reading' } });
}

/** Shows a set, and the tag that is meant, without sitting down with it. */
export function lookAt(host: Host, { set, tag }: Pick<Exposure, 'set' | 'tag'>): void {
  host.show({ ...withoutOthers(host.state.getState().session), set, selected: null, mode: { kind: 'reading' } });
  if (tag !== undefined) select(host, tag);
}

function select(host: Host, id: Id): void {
  const tag = host.state.getState().project.annotations.get(id);
  if (tag) host.show({ selected: id, cursor: cursorOver(tag.segments[0]) });
}

/** Opens an article and shows one of its tags in its set, or where there is none the words that are meant; the list it was chosen from stays beside it. */
export async function goToTag(host: Host, parameters: Parameters): Promise<void> {
  const [article, annotation] = [text(parameters, 'article'), text(parameters, 'annotation')];
  if (article === null) return;
  if (article !== host.state.getState().session.article) await host.open(article);
  const { project, session } = host.state.getState();
  const tag = project.annotations.get(annotation ?? '');
  if (!tag) return isStretch(parameters.stretch) ? host.show({ cursor: cursorOver(parameters.stretch) }) : undefined;
  if (tag.set === session.set) return select(host, tag.id);
  if (waitsForWord(host, { set: tag.set, by: 'set', tag: tag.id })) return;
  showSet(host, { set: tag.set, self: true });
  select(host, tag.id);
}

const isStretch = (value: unknown): value is Stretch => typeof value === 'object' && value !== null && 'start' in value && 'end' in value;
