import { workspaceMessages } from '../../messages/workspace.ts';
import { type ArticleFields, addArticle, deleteArticle, editArticle, editZones } from '../../model/commands/articles.ts';
import { setStatus } from '../../model/commands/done.ts';
import type { Article, Id, Zone } from '../../model/records.ts';
import { parseArticle } from '../../text/article.ts';
import { decodeText } from '../../text/decode.ts';
import { sha256 } from '../../text/hash.ts';
import type { Host } from '../host.ts';
import { withTags } from '../scope.ts';
import { openArticle, writable } from '../session.ts';
import type { AddedArticle, WorkspaceState } from '../state.ts';
import { type Action, type Parameters, text } from './action.ts';
import { callDone } from './checks.ts';

const articlesInOrder = ({ project }: WorkspaceState): readonly Article[] =>
  [...project.articles.values()].sort((a, b) => (a.added < b.added ? -1 : a.added > b.added ? 1 : 0));

export const articleActions: readonly Action[] = [
  { id: 'open-article', available: () => true, run: (host, parameters) => openNamed(host, text(parameters, 'article')) },
  {
    id: 'next-article',
    keys: ['shift+j'],
    available: (state) => neighbour(state, 1) !== null,
    run: (host) => openNamed(host, neighbour(host.state.getState(), 1)),
  },
  {
    id: 'previous-article',
    keys: ['shift+k'],
    available: (state) => neighbour(state, -1) !== null,
    run: (host) => openNamed(host, neighbour(host.state.getState(), -1)),
  },
  { id: 'add-articles', writes: true, available: () => true, run: addArticles },
  { id: 'dismiss-added', available: ({ added }) => added !== null, run: (host) => host.state.setState({ added: null }) },
  { id: 'edit-article', writes: true, available: () => true, run: edit },
  { id: 'edit-zones', writes: true, available: () => true, run: changeZones },
  { id: 'set-status', writes: true, available: () => true, run: changeStatus },
  { id: 'delete-article', writes: true, available: () => true, run: remove },
];

async function openNamed(host: Host, article: Id | null): Promise<void> {
  if (article !== null && article !== host.state.getState().session.article) await host.open(article, { panel: 'annotation' });
}

function neighbour(state: WorkspaceState, direction: 1 | -1): Id | null {
  const all = articlesInOrder(state);
  const at = all.findIndex(({ id }) => id === state.session.article);
  return all[at + direction]?.id ?? null;
}

interface Offered {
  readonly name: string;
  readonly bytes: Uint8Array;
}

async function addArticles(host: Host, parameters: Parameters): Promise<void> {
  const offered = await bytesOffered(parameters);
  // The articles are there at once, whether or not they can be stored now.
  const report = offered.map((file) => addOne(host, file));
  host.state.setState({ added: report });
  const opened = report.find(({ kind }) => kind === 'added') ?? report.find(({ kind }) => kind === 'known');
  if (opened && opened.kind !== 'refused') await host.open(opened.article);
}

async function bytesOffered(parameters: Parameters): Promise<Offered[]> {
  const pasted = text(parameters, 'pasted');
  if (pasted !== null) return [{ name: workspaceMessages.pasted, bytes: new TextEncoder().encode(pasted) }];
  const files = Array.isArray(parameters.files) ? parameters.files.filter((file) => file instanceof File) : [];
  return Promise.all(files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })));
}

function addOne(host: Host, { name, bytes }: Offered): AddedArticle {
  if (!/\.(txt|md)$/i.test(name) && name !== workspaceMessages.pasted) return { kind: 'refused', name, reason: workspaceMessages.notText };
  const decoded = decodeText(bytes);
  if ('refused' in decoded) return { kind: 'refused', name, reason: decoded.refused };
  const hash = sha256(decoded.text);
  const { project } = host.state.getState();
  const known = [...project.articles.values()].find(({ versions }) => versions.some((version) => version.text === hash));
  if (known) return { kind: 'known', name, article: known.id };
  const parsed = parseArticle(decoded.text);
  const like = [...project.articles.values()].find(({ title }) => title === parsed.title)?.id;
  const { patch, texts, article } = addArticle({ decoded, parsed, fallbackTitle: name.replace(/\.\w+$/, '') }, host.context());
  void host.commit('add-article', patch, { texts });
  return { kind: 'added', name, article, encoding: decoded.encoding, ...(like !== undefined && { like }) };
}

const named = (host: Host, parameters: Parameters): Article | null => {
  const state = host.state.getState();
  const id = text(parameters, 'article');
  return id === null ? openArticle(state) : (state.project.articles.get(id) ?? null);
};

async function edit(host: Host, parameters: Parameters): Promise<void> {
  const article = named(host, parameters);
  if (!article) return;
  const fields = parameters.fields as ArticleFields;
  await host.commit('edit-article', editArticle(host.state.getState().project, { article: article.id, fields }), {
    parameters: { article: article.id },
  });
}

async function changeZones(host: Host, parameters: Parameters): Promise<void> {
  const article = named(host, parameters);
  if (!article) return;
  const zones = parameters.zones as readonly Zone[];
  await host.commit('edit-zones', editZones(host.state.getState().project, { article: article.id, zones }), {
    parameters: { article: article.id },
  });
}

async function changeStatus(host: Host, parameters: Parameters): Promise<void> {
  const article = named(host, parameters);
  if (!article) return;
  const status = parameters.status as Article['status'];
  const { project, session } = host.state.getState();
  // Whoever reads a colleague's set does not answer for its tags.
  if (status === 'done' && writable(host.state.getState())) {
    await openNamed(host, article.id);
    return callDone(host);
  }
  const patch =
    status === 'done'
      ? editArticle(project, { article: article.id, fields: { status } })
      : setStatus(project, { article: article.id, set: session.own, status }, host.context());
  await host.commit('set-status', patch, { parameters: { article: article.id } });
}

async function remove(host: Host, parameters: Parameters): Promise<void> {
  const article = named(host, parameters);
  if (!article) return;
  const state = host.state.getState();
  const next =
    neighbour({ ...state, session: { ...state.session, article: article.id } }, 1) ??
    neighbour({ ...state, session: { ...state.session, article: article.id } }, -1);
  const stored = await Promise.all(article.versions.map((version) => host.store.loadTags(version.text)));
  const tags = { annotations: stored.flatMap(({ annotations }) => annotations), relations: stored.flatMap(({ relations }) => relations) };
  const patch = deleteArticle(withTags(host.state.getState().project, tags), { article: article.id }, host.context());
  const done = host.commit('delete-article', patch, { parameters: { title: article.title } });
  host.notice(workspaceMessages.articleDeleted(article.title, tags.annotations.length), 'done', true);
  if (state.session.article === article.id) {
    if (next === null) host.show({ article: null, selected: null, cursor: null });
    else await host.open(next);
  }
  await done;
}
