import { queueMessages as words } from '../../messages/version-queue.ts';
import { versionMessages } from '../../messages/versions.ts';
import { addVersion, joinArticles, leaveBehind, type Placed, placeTags, takeUpAgain } from '../../model/commands/versions.ts';
import { applyPatch, type Patch, squash } from '../../model/patch.ts';
import type { Project } from '../../model/project.ts';
import type { Annotation, Id, TextHash, TextRecord } from '../../model/records.ts';
import { isSure, type Standing } from '../../model/views/standing.ts';
import { parseArticle } from '../../text/article.ts';
import { type Decoded, decodeText } from '../../text/decode.ts';
import { sha256 } from '../../text/hash.ts';
import { type Parameters, text } from '../actions/action.ts';
import { allStored } from '../all-stored.ts';
import { cursorOver, selectedStretches } from '../cursor.ts';
import type { Host } from '../host.ts';
import { withText, withTexts } from '../in-memory.ts';
import { say } from '../say.ts';
import { withTags } from '../scope.ts';
import { isOwn, newestText, openArticle } from '../session.ts';
import { standingsOf } from './compare-versions.ts';
import { showVersions } from './show-versions.ts';
import { leftOf, settled, standingMeant, sureOf, waitingOf } from './versions-state.ts';

/** Adds a corrected text to the open article as its newest version, and moves along every own tag that stands there without doubt: one action. */
export async function add(host: Host, parameters: Parameters): Promise<void> {
  const article = openArticle(host.state.getState());
  const decoded = article && (await decodedFrom(parameters));
  if (!article || !decoded) return;
  if ('refused' in decoded) return showVersions(host, { refused: decoded.refused });
  const known = article.versions.some((version) => version.text === sha256(decoded.text));
  showVersions(host, { refused: known ? 'known' : null });
  if (known || !(await stored(host))) return;
  const { project } = host.state.getState();
  const added = addVersion(project, { article: article.id, decoded, parsed: parseArticle(decoded.text) }, host.context());
  await commitNewest(host, 'add-version', { article: article.id, patch: added.patch, texts: [added.text] });
}

async function decodedFrom(parameters: Parameters): Promise<Decoded | { readonly refused: string } | null> {
  const pasted = text(parameters, 'pasted');
  if (pasted !== null) return decodeText(new TextEncoder().encode(pasted));
  const { file } = parameters;
  return file instanceof File ? decodeText(new Uint8Array(await file.arrayBuffer())) : null;
}

/** What is compared and moved must be what is stored. */
async function stored(host: Host): Promise<boolean> {
  if (await allStored(host)) return true;
  host.notice(words.meetsUnsaved, 'refused');
  return false;
}

/** Makes an article that was added by itself the newest version of another one. */
export async function join(host: Host, parameters: Parameters): Promise<void> {
  if (!(await stored(host))) return;
  const { project } = host.state.getState();
  const [article, of] = ['article', 'of'].map((name) => project.articles.get(text(parameters, name) ?? ''));
  if (!article || !of || article === of) return;
  const content = await host.store.loadText(newestText(article));
  const seen = withText(project, newestText(article), content);
  const texts = article.versions.flatMap((version) => seen.texts.get(version.text) ?? []);
  host.state.setState({ added: null });
  await commitNewest(host, 'join-articles', { article: of.id, patch: joinArticles(project, { article: article.id, of: of.id }), texts });
}

interface Newest {
  readonly article: Id;
  readonly patch: Patch;
  readonly texts: readonly TextRecord[];
}

/** Commits a patch that gives an article another newest text, with every own tag that stands there without doubt. */
async function commitNewest(host: Host, action: string, { article: id, patch, texts }: Newest): Promise<void> {
  const { project, people } = host.state.getState();
  const next = withTexts(applyPatch(project, patch), texts);
  const article = next.articles.get(id);
  if (!article) return;
  const own = [...project.sets.values()].filter((set) => isOwn(set, people));
  const found = await Promise.all(own.map((set) => standingsOf(host, article, { set: set.id, known: [], texts: next.texts })));
  const standings = found.flat();
  const sure = standings.filter(isSure);
  const moves = await placing(host, next, { text: newestText(article), placed: sure.map(placeFound) });
  const parameters = { article: id, moved: sure.length, waiting: standings.length - sure.length };
  const done = host.commit(action, squash([patch, moves]), { parameters, texts });
  host.notice(words.added(parameters.moved, parameters.waiting), 'done', true);
  await done;
  if (host.state.getState().session.article !== id) await host.open(id);
  host.show({ panel: 'versions' });
}

const placeFound = ({ annotation, stretches }: Standing): Placed => ({ annotation: annotation.id, stretches });

/** The patch that puts tags where they stand in a text, with their links, wherever both are stored. */
async function placing(
  host: Host,
  project: Project,
  { text: hash, placed }: { readonly text: TextHash; readonly placed: readonly Placed[] },
): Promise<Patch> {
  const ids = placed.map(({ annotation }) => annotation);
  const annotations = (await host.store.find('annotations', ids)) as Annotation[];
  const around = await Promise.all([...new Set(annotations.map((tag) => tag.text))].map((older) => host.store.loadTags(older)));
  const relations = around.flatMap((tags) => tags.relations);
  return placeTags(withTags(project, { annotations, relations }), { text: hash, placed }, host.context());
}

/** Puts the tag that is asked about where the words are selected. */
export async function place(host: Host): Promise<void> {
  const { versions, session } = host.state.getState();
  const standing = standingMeant(versions);
  const stretches = session.cursor ? selectedStretches(session.cursor) : [];
  if (!standing) return;
  if (stretches.length === 0) return host.notice(words.selectFirst, 'refused');
  await commitPlaced(host, 'place-tag', [{ annotation: standing.annotation.id, stretches }]);
}

/** Puts every tag that stands in the newest text without doubt there. */
export const placeSure = (host: Host): Promise<void> =>
  commitPlaced(host, 'place-tags', sureOf(host.state.getState().versions).map(placeFound));

async function commitPlaced(host: Host, action: string, placed: readonly Placed[]): Promise<void> {
  const hash = host.openText();
  if (hash === null || !(await stored(host))) return;
  const patch = await placing(host, host.state.getState().project, { text: hash, placed });
  const done = host.commit(action, patch, { parameters: { tags: placed.length } });
  const ids = placed.map(({ annotation }) => annotation);
  settle(host, ids, [], words.placed);
  await done;
}

/** Leaves the tag that is asked about on the version it was made on. */
export async function leave(host: Host): Promise<void> {
  const standing = standingMeant(host.state.getState().versions);
  if (!standing) return;
  const patch = leaveBehind([standing.annotation], words.leftReason, host.context());
  const done = host.commit('leave-tag', patch);
  settle(host, [], afterwards(patch), words.left);
  await done;
}

/** Asks again about a tag that was left behind. */
export async function takeUp(host: Host, parameters: Parameters): Promise<void> {
  const left = leftOf(host.state.getState().versions).find(({ annotation }) => annotation.id === text(parameters, 'annotation'));
  if (!left) return;
  const patch = takeUpAgain([left.annotation]);
  const done = host.commit('take-up-tag', patch);
  settle(host, [], afterwards(patch), versionMessages.waiting);
  await done;
}

const afterwards = (patch: Patch): Annotation[] =>
  patch.flatMap((change) => (change.table === 'annotations' && change.after ? [change.after] : []));

/** Shows the list as it is now and goes to the next tag that waits; says how many are left. */
function settle(host: Host, placed: readonly Id[], changed: readonly Annotation[], said: (left: number) => string): void {
  const { versions } = host.state.getState();
  const after = settled(versions, placed, changed);
  const waiting = waitingOf(after);
  // What comes after the one just decided is next, not the first that was left for later.
  const before = waitingOf(versions);
  const at = before.findIndex(({ annotation }) => annotation.id === standingMeant(versions)?.annotation.id);
  const next = before.slice(at + 1).find(({ annotation }) => waiting.some((other) => other.annotation.id === annotation.id));
  showVersions(host, after);
  say(host.state, said(waiting.length));
  goTo(host, next ?? waiting[0] ?? null);
}

/** Selects the words that are proposed for a tag, so that they can be taken as they are or changed first. */
function goTo(host: Host, standing: Standing | null): void {
  const [last, ...others] = [...(standing?.stretches ?? [])].reverse();
  showVersions(host, { at: standing?.annotation.id ?? null });
  host.show({
    selected: null,
    mode: { kind: 'reading' },
    cursor: last ? { ...cursorOver(last), parts: others.reverse() } : null,
    view: null,
  });
}

/** Goes to the tag with this id, or to the one that is asked about now. */
export function show(host: Host, parameters: Parameters): void {
  const { versions } = host.state.getState();
  const named = waitingOf(versions).find(({ annotation }) => annotation.id === text(parameters, 'annotation'));
  goTo(host, named ?? standingMeant(versions));
}

const step =
  (by: 1 | -1) =>
  (host: Host): void => {
    const { versions } = host.state.getState();
    const waiting = waitingOf(versions);
    const at = waiting.findIndex(({ annotation }) => annotation.id === versions.at);
    const next = waiting[at < 0 ? 0 : at + by];
    if (next) goTo(host, next);
  };

/** Goes to the next tag that waits. */
export const next = step(1);

/** Goes to the one before. */
export const previous = step(-1);
