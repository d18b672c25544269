import { createStore, type StoreApi } from 'zustand/vanilla';
import { workspaceMessages } from '../messages/workspace.ts';
import type { Context } from '../model/context.ts';
import { extend, type History, history, historyLength, nextRedo, nextUndo } from '../model/history.ts';
import type { EntryDraft } from '../model/journal.ts';
import { applyPatch, type Patch } from '../model/patch.ts';
import type { Project } from '../model/project.ts';
import type { Id, TextHash, TextRecord } from '../model/records.ts';
import { isConflict, StorageError } from '../storage/errors.ts';
import type { ProjectList, ProjectStore } from '../storage/project-store.ts';
import { availability } from './actions/action.ts';
import { actionById } from './actions/table.ts';
import type { CommitOptions, Host } from './host.ts';
import { flushNote } from './note.ts';
import { addNotice, dismissNotice } from './notices.ts';
import { Saver } from './saver.ts';
import { inMemory, overlay, tagsOn, withTags } from './scope.ts';
import { newestText, openArticle } from './session.ts';
import type { ReadOnlyReason, Session, WorkspaceState } from './state.ts';
import { type TabNews, tabChannel } from './tabs.ts';
import type { Workspace } from './workspace.ts';

export interface Parts {
  readonly store: ProjectStore;
  readonly list: ProjectList;
  readonly rescue: () => Promise<Project>;
  readonly tab: Id;
  readonly history: History;
  readonly initial: WorkspaceState;
}

const newId = (): Id => crypto.randomUUID();
const now = (): string => new Date().toISOString();

/** Puts the running program together: one write path, the actions, and what other tabs report. */
export function createWorkspace(parts: Parts): { workspace: Workspace; host: Host } {
  const host = new RunningHost(parts);
  const workspace: Workspace = {
    state: host.state,
    perform: (id, parameters = {}) => void performAction(host, id, parameters),
    show: (change) => host.show(change),
    dismiss: (id) => dismissNotice(host.state, id),
  };
  return { workspace, host };
}

async function performAction(host: RunningHost, id: string, parameters: Readonly<Record<string, unknown>>): Promise<void> {
  const action = actionById(id);
  if (id !== 'set-note') flushNote(host);
  const can = availability(action, host.state.getState());
  if (can === 'read-only') host.refuse();
  if (can !== 'available') return;
  try {
    await action.run(host, parameters);
  } catch (error) {
    // What storage refuses is no mistake of the program: the person is told, and tries again.
    if (error instanceof StorageError) return host.notice(workspaceMessages.storageFailed(error.kind), 'refused');
    host.notice(workspaceMessages.failed(error instanceof Error ? error.message : String(error)), 'refused');
    throw error;
  }
}

class RunningHost implements Host {
  readonly state: StoreApi<WorkspaceState>;
  readonly store: ProjectStore;
  readonly list: ProjectList;
  readonly tab: Id;
  #history: History;
  /** Everything this tab has done: what a rescue falls back on where nothing stored can be read. */
  readonly #made: EntryDraft[] = [];
  /** Every patch that was applied in memory, of this tab or another. */
  readonly #applied: Patch[] = [];
  readonly #rescue: () => Promise<Project>;
  readonly #saver: Saver;
  readonly #tell: (news: TabNews) => void;

  constructor({ store, list, rescue, tab, history, initial }: Parts) {
    this.store = store;
    this.#rescue = rescue;
    this.list = list;
    this.tab = tab;
    this.#history = history;
    this.state = createStore<WorkspaceState>(() => ({ ...initial, undo: nextUndo(history), redo: nextRedo(history) }));
    this.#tell = tabChannel(store.projectId, (news) => this.#hear(news));
    this.#saver = new Saver(store, {
      saving: (saving) => this.state.setState({ saving }),
      stored: (draft, texts) => this.#stored(draft, texts),
      refused: () => void this.#reload(workspaceMessages.changedElsewhere),
      reason: (error) => (error instanceof StorageError ? error.kind : 'unknown'),
      isConflict,
    });
  }

  context(): Context {
    const { project, session } = this.state.getState();
    const author = project.sets.get(session.set)?.author;
    if (author === undefined) throw new Error(`Set ${session.set} is not in this project.`);
    return { id: newId, now, author, set: session.set };
  }

  show(change: Partial<Session>): void {
    this.state.setState(({ session }) => ({ session: { ...session, ...change } }));
  }

  openText(): TextHash | null {
    const article = openArticle(this.state.getState());
    return article ? newestText(article) : null;
  }

  commit(action: string, patch: Patch, options: CommitOptions = {}): Promise<void> {
    if (patch.length === 0) return Promise.resolve();
    if (this.state.getState().readOnly !== null) return Promise.resolve(this.refuse());
    const { parameters = {}, cause = { kind: 'manual' }, undoes, texts = [] } = options;
    const author = this.context().author;
    const draft: EntryDraft = {
      id: newId(),
      at: now(),
      author,
      tab: this.tab,
      action,
      parameters,
      cause,
      patch,
      ...(undoes && { undoes }),
    };
    this.#apply(patch, texts);
    this.#made.push(draft);
    this.#history = extend(this.#history, draft);
    this.state.setState({ undo: nextUndo(this.#history), redo: nextRedo(this.#history) });
    return this.#saver.add(draft, texts);
  }

  async open(id: Id, change: Partial<Session> = {}): Promise<void> {
    const article = this.state.getState().project.articles.get(id);
    if (!article) return;
    const text = newestText(article);
    const waiting = this.#saver.pending.map(({ patch }) => patch);
    const applied = this.#applied.length;
    const [content, tags] = await Promise.all([this.store.loadText(text), this.store.loadTags(text)]);
    // What was in the queue when reading began, and what was done since, may not have been in the store when it was read.
    const unread = [...waiting, ...this.#applied.slice(applied)].map((patch) => tagsOn(patch, text));
    this.state.setState((state) => ({
      project: overlay(withText(withTags(state.project, tags), text, content), unread.flat()),
      session: {
        ...state.session,
        article: id,
        cursor: null,
        selected: null,
        hovered: null,
        mode: { kind: 'reading' },
        scroll: 0,
        ...change,
      },
    }));
  }

  /** Says why nothing can be changed, once. */
  refuse(): void {
    const { readOnly, notices } = this.state.getState();
    const reason = readOnly && workspaceMessages.readOnly[readOnly];
    if (reason && !notices.some(({ text }) => text === reason)) this.notice(reason, 'refused');
  }

  notice(text: string, kind: 'done' | 'refused', undo = false): void {
    addNotice(this.state, text, kind, undo);
  }

  stored(): Promise<void> {
    return this.#saver.idle();
  }

  retrySaving(): void {
    this.#saver.retry();
  }

  async rescued(): Promise<Project> {
    const readable = await this.#rescue();
    const { project } = this.state.getState();
    if (readable.sets.size === 0)
      return overlay(
        project,
        this.#made.flatMap(({ patch }) => patch),
      );
    const texts = new Map([...readable.texts, ...this.#saver.unsavedTexts.map((text) => [text.id, text] as const)]);
    return overlay(
      { ...readable, texts },
      this.#saver.pending.flatMap(({ patch }) => patch),
    );
  }

  stopWriting(reason: ReadOnlyReason): Promise<void> {
    flushNote(this);
    this.state.setState({ readOnly: reason });
    return this.stored();
  }

  #apply(patch: Patch, texts: readonly TextRecord[]): void {
    const seen = inMemory(patch, this.openText());
    this.state.setState(({ project }) => {
      const changed = applyPatch(project, seen);
      return {
        project: texts.length ? { ...changed, texts: new Map([...changed.texts, ...texts.map((t) => [t.id, t] as const)]) } : changed,
      };
    });
    this.#applied.push(patch);
  }

  #stored(draft: EntryDraft, texts: readonly TextRecord[]): void {
    this.#tell({ project: this.store.projectId, patch: draft.patch, texts });
    this.#count();
  }

  /** Shows the counters as stored; where they cannot be read now, the next action brings them. */
  #count(): void {
    this.store.counters().then(
      (counters) => this.state.setState({ counters }),
      () => undefined,
    );
  }

  #hear({ patch, texts }: TabNews): void {
    try {
      this.#apply(patch, texts);
    } catch {
      // Our own unsaved change meets theirs: the store decides, and what it holds is shown.
      void this.#reload(null);
    }
    this.#count();
  }

  async #reload(message: string | null): Promise<void> {
    const [fresh, entries] = await Promise.all([this.store.load(), this.store.tabJournal(this.tab, historyLength)]);
    this.#history = history(entries);
    this.state.setState(({ project }) => ({
      project: { ...fresh, texts: new Map([...fresh.texts, ...project.texts]) },
      undo: nextUndo(this.#history),
      redo: nextRedo(this.#history),
    }));
    const { session } = this.state.getState();
    if (session.article !== null) await this.open(session.article, { scroll: session.scroll });
    if (message !== null) this.notice(message, 'refused');
  }
}

function withText(project: WorkspaceState['project'], text: TextHash, content: string | null): WorkspaceState['project'] {
  const record = project.texts.get(text);
  if (!record || content === null) return project;
  return { ...project, texts: new Map(project.texts).set(text, { ...record, content }) };
}
