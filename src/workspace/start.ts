import { firstStart } from '../model/commands/first-start.ts';
import { historyLength } from '../model/history.ts';
import type { Project } from '../model/project.ts';
import type { Id } from '../model/records.ts';
import { openProjectList } from '../storage/open-project-list.ts';
import { promisedBefore } from '../storage/persistence.ts';
import type { OpenedProject, ProjectList, ProjectStore } from '../storage/project-store.ts';
import { acrossVisits } from '../storage/web-storage.ts';
import { decodeText } from '../text/decode.ts';
import { quietChecks } from './checks/checks-state.ts';
import { followChecks } from './checks/follow-checks.ts';
import { quietCodebook } from './codebook/codebook-state.ts';
import { createWorkspace } from './create.ts';
import type { Host } from './host.ts';
import { keepUp } from './keep-up.ts';
import { listenForKeys } from './keyboard.ts';
import { recall, remember } from './memory.ts';
import { Mendings } from './mendings.ts';
import { flushNote } from './note.ts';
import { Opening, type StartWaiting } from './opening.ts';
import { rememberedKeys } from './own-keys.ts';
import { followReleases } from './release.ts';
import { fetchSeeds } from './seeds.ts';
import { freshSession, inReadingOrder, isOwn } from './session.ts';
import { quietScreen, type WorkspaceState } from './state.ts';
import { followEnd } from './storage/follow-end.ts';
import { followPlace } from './storage/follow-place.ts';
import { keepCopies } from './storage/keep-copies.ts';
import { lookLater } from './storage/look-later.ts';
import { quietStorage } from './storage/storage-state.ts';
import { followSuggestions } from './suggestions.ts';
import { withoutLarge } from './tab-history.ts';
import { tabIdentity } from './tabs.ts';
import { followVersions } from './versions/follow-versions.ts';
import type { Workspace } from './workspace.ts';

const newId = (): Id => crypto.randomUUID();

/**
 * Opens the project used last, or makes the first one with the seed articles, and restores what this tab showed. `waiting` is
 * called when that takes longer than a moment. Throws a `StorageError`.
 */
export async function startWorkspace(waiting: (why: StartWaiting) => void): Promise<Workspace> {
  const opening = new Opening(waiting);
  try {
    const { workspace, host } = await open(await openProjectList(opening.events), opening);
    opening.sayThrough(host);
    listenForKeys(workspace);
    // Work can begin meanwhile; what goes wrong there is shown where it is looked after.
    void keepCopies(host).catch(() => undefined);
    return workspace;
  } finally {
    opening.done();
  }
}

async function open(list: ProjectList, opening: Opening): Promise<{ workspace: Workspace; host: Host }> {
  const mendings = new Mendings();
  const opened = await list.openLast(newId, (mending) => mendings.add(mending));
  const begin = () => begun(list, opened, mendings, opening);
  // What cannot be read in a project too large to be looked through first is mended now.
  const running = await begin().catch(async (error: unknown) => {
    if (!opened.mend) throw error;
    await opened.mend();
    return begin();
  });
  void lookLater(running.host, opened.mend).catch(() => undefined);
  return running;
}

async function begun(list: ProjectList, { store, copies, rescue, replaced }: OpenedProject, mendings: Mendings, { readOnly }: Opening) {
  // A tab that may write nothing has nothing to be remembered by either.
  const tab = readOnly ? newId() : await tabIdentity((open) => store.lastClosedTab(open), newId);
  // A first start that was cut off left an empty project behind: it is filled now.
  const empty = (await store.head()).seq === 0;
  if (!readOnly && !mendings.damaged && empty) await fill(store, (author) => list.addPerson(author));
  const { seq: seen } = await store.head();
  const [project, people, memory, entries, counters] = await Promise.all([
    store.load(),
    list.people(),
    store.tabMemory(tab),
    store.tabJournal(tab, historyLength),
    store.counters(),
  ]);
  const recalled = recall(memory, {
    article: (id) => project.articles.has(id),
    set: (id) => isOwn(project.sets.get(id), people),
  });
  const session = { ...freshSession(recalled.set ?? ownSet(project, people)), panel: 'annotation' as const };
  const known = { session, people, counters, copies, readOnly, persisted: await promisedBefore() };
  const initial: WorkspaceState = { ...startState(project), ...known };
  const { workspace, host } = createWorkspace({
    store,
    list,
    rescue,
    tab,
    entries: store.commitBeside ? withoutLarge(entries) : entries,
    seen,
    initial,
  });
  const article = recalled.article ?? firstArticle(project);
  if (article) await host.open(article, recalled);
  mendings.sayThrough(host);
  followEnd(host);
  if (!readOnly) keepMemory(host);
  keepUp(store.projectId, () => void host.catchUp());
  if (replaced) void followPlace(host, replaced);
  followReleases(host);
  followSuggestions(host);
  followChecks(host);
  followVersions(host);
  return { workspace, host };
}

async function fill(store: ProjectStore, addPerson: (author: Id) => Promise<void>): Promise<void> {
  const { manifest, files } = await fetchSeeds();
  const now = () => new Date().toISOString();
  const decoded = files.map(decodeText).filter((file) => 'text' in file);
  const { patch, texts, author } = firstStart({ manifest, decoded }, { id: newId, now });
  await store.commit(
    { id: newId(), at: now(), author, tab: 'first-start', action: 'first-start', parameters: {}, cause: { kind: 'manual' }, patch },
    texts,
  );
  await addPerson(author);
}

function ownSet({ sets }: Project, people: readonly Id[]): Id {
  for (const set of sets.values()) if (isOwn(set, people)) return set.id;
  throw new Error('This project has no set of yours.');
}

const firstArticle = ({ articles }: Project): Id | null => inReadingOrder([...articles.values()])[0]?.id ?? null;

const startState = (project: Project) => ({
  project,
  saving: { kind: 'saved' as const },
  release: null,
  undo: null,
  redo: null,
  notices: [],
  added: null,
  exchange: { kind: 'idle' as const },
  storage: quietStorage,
  suggestions: null,
  checks: quietChecks,
  ...quietScreen,
  keys: rememberedKeys(acrossVisits),
  codebook: quietCodebook,
});

// Remembering every scroll event would keep the disk busy for nothing.
const memoryPause = 300;

function keepMemory(host: Host): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = () => {
    clearTimeout(timer);
    // Losing the place is no loss of work: a failing store is reported by the next action.
    host.store.rememberTab(host.tab, remember(host.state.getState().session)).catch(() => undefined);
  };
  host.state.subscribe(({ session }, before) => {
    if (session === before.session) return;
    clearTimeout(timer);
    // Which article and whose set are chosen on purpose, and seldom.
    if (session.article !== before.session.article || session.set !== before.session.set) return keep();
    timer = setTimeout(keep, memoryPause);
  });
  // At once: a tab that is killed before its first pause would leave its history to nobody.
  keep();
  const leave = () => {
    flushNote(host);
    keep();
  };
  window.addEventListener('pagehide', leave);
  window.addEventListener('beforeunload', (event) => {
    flushNote(host);
    const { saving, storage, notices } = host.state.getState();
    const unkept = saving.kind !== 'saved' || notices.some(({ conflict }) => conflict);
    if (unkept && storage.ending === null) event.preventDefault();
  });
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && leave());
}
