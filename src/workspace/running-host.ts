import { createStore, type StoreApi } from 'zustand/vanilla';
import { workspaceMessages } from '../messages/workspace.ts';
import type { Context } from '../model/context.ts';
import type { EntryDraft, JournalEntry, Partly } from '../model/journal.ts';
import { applyPatch, type Change, type Patch } from '../model/patch.ts';
import type { Project } from '../model/project.ts';
import { rebase } from '../model/rebase.ts';
import type { Article, Id, TextHash, TextRecord } from '../model/records.ts';
import { withheldWhereMissing } from '../model/views/project-contents.ts';
import { versionOf } from '../model/views/tags.ts';
import { wholeOf } from '../model/whole-of.ts';
import { StorageError } from '../storage/errors.ts';
import type { ProjectList, ProjectStore } from '../storage/project-store.ts';
import { type Arrival, Arrivals } from './arrivals.ts';
import { CarryOver, Refusal } from './carry-over.ts';
import { conflictOf, refusalText } from './conflicts.ts';
import { Counts } from './counts.ts';
import type { Beside, CommitOptions, Host } from './host.ts';
import { openTextIn, withoutGone, withText, withTexts } from './in-memory.ts';
import { flushNote } from './note.ts';
import { addNotice, addRefusal } from './notices.ts';
import { insteadOf } from './review/instead-of.ts';
import { Saver } from './saver.ts';
import { showSaving } from './say.ts';
import { inMemory, isSeen, overlay, withTags } from './scope.ts';
import { withoutOthers } from './session.ts';
import { withStored, withWaiting } from './shown.ts';
import type { ReadOnlyReason, Session, WorkspaceState } from './state.ts';
import { changesTo, changesToTags, storedAround, storedText } from './stored-around.ts';
import { TabHistory } from './tab-history.ts';
import { type TabNews, tabChannel } from './tabs.ts';

/** What a running program is made of. */
export interface Parts {
  readonly store: ProjectStore;
  readonly list: ProjectList;
  readonly rescue: () => Promise<Project>;
  readonly tab: Id;
  /** The newest entries of this tab, oldest first. */
  readonly entries: readonly Partly<JournalEntry>[];
  /** The number of the last action that `initial` certainly holds. */
  readonly seen: number;
  readonly initial: WorkspaceState;
}

// A store that fails is not asked again at once.
const patience = 1_000;

/** What others have stored while the database was being read, and where more of it lies. */
interface Heard {
  readonly patch: Change[];
  readonly scopes: string[];
}

const noTags = { annotations: [], relations: [], reviews: [] };
const newId = (): Id => crypto.randomUUID();
const now = (): string => new Date().toISOString();

/** The one write path, and what other tabs report. */
export class RunningHost implements Host {
  readonly state: StoreApi<WorkspaceState>;
  readonly store: ProjectStore;
  readonly list: ProjectList;
  readonly tab: Id;
  readonly #history: TabHistory;
  /** Everything this tab has done: what a rescue falls back on where nothing stored can be read. */
  #made: readonly EntryDraft[] = [];
  readonly #rescue: () => Promise<Project>;
  readonly #saver: Saver;
  readonly #arrivals: Arrivals;
  readonly #counts: Counts;
  readonly #tell: (news: TabNews) => void;
  // What others store while the database is being read may have been too late for the reading.
  readonly #readings = new Set<Heard>();
  /** Own actions that were read from the database before this tab was told that they are stored. */
  readonly #shown = new Set<Id>();
  #refreshed: Promise<void> = Promise.resolve();

  constructor({ store, list, rescue, tab, entries, seen, initial }: Parts) {
    this.store = store;
    this.#rescue = rescue;
    this.list = list;
    this.tab = tab;
    this.#history = new TabHistory(entries);
    this.state = createStore<WorkspaceState>(() => ({ ...initial, ...this.#history.next }));
    this.#counts = new Counts(store, this.state);
    this.#arrivals = new Arrivals(seen, {
      read: async (after) => (await store.actionsAfter(after)).map(({ entry: { seq, id, patch }, texts }) => ({ seq, id, patch, texts })),
      show: (arrivals) => this.#show(arrivals),
    });
    this.#tell = tabChannel(store.projectId, (news) => this.#arrivals.add(news));
    this.#saver = new Saver(new CarryOver(store, () => this.state.getState().project), {
      saving: (saving) => showSaving(this.state, saving),
      stored: (draft, texts, entry) => this.#stored(draft, texts, entry),
      refused: (draft, texts, error) => error instanceof Refusal && this.#refused(draft, texts, error),
      failed: (error) => void (error instanceof StorageError && error.kind === 'gone' && this.beginAnew()),
      reason: (error) => (error instanceof StorageError ? error.kind : 'unknown'),
      isConflict: (error) => error instanceof Refusal,
    });
    void this.#arrivals.catchUp();
  }

  context(): Context {
    const { project, session } = this.state.getState();
    // Who reviews a set speaks for themselves.
    const author = project.sets.get(session.own)?.author;
    if (author === undefined) throw new Error(`Set ${session.set} is not in this project.`);
    return { id: newId, now, author, set: session.set };
  }

  show(change: Partial<Session>): void {
    this.state.setState(({ session }) => ({ session: { ...session, ...change } }));
  }

  openText(): TextHash | null {
    return openTextIn(this.state.getState());
  }

  commit(action: string, patch: Patch, options: CommitOptions = {}): Promise<void> {
    if (patch.length === 0) return Promise.resolve();
    const instead = insteadOf(this.state.getState(), () => this.context(), { action, patch, options });
    if (instead && 'refusal' in instead) return Promise.resolve(this.notice(instead.refusal, 'refused'));
    if (instead) return this.commit(instead.action, instead.patch, instead.options);
    if (this.state.getState().readOnly !== null) return Promise.resolve(this.refuse());
    const { texts = [] } = options;
    const meant = this.#draft(action, patch, options);
    const { project } = this.state.getState();
    // A patch made on what was shown a while ago, as a note is, meets here what other tabs have stored since.
    const open = this.openText();
    const here = patch.filter((change) => isSeen(change, open));
    const seen = rebase(here, project);
    if (seen.disputes.length > 0) {
      this.#refused(meant, texts, new Refusal('changed', project, seen.disputes));
      return this.#refreshed;
    }
    const unseen = patch.filter((change) => !isSeen(change, open));
    const draft = { ...meant, patch: [...unseen, ...seen.patch] };
    if (draft.patch.length === 0) return Promise.resolve();
    // With a newer version of the open article its tags come into memory at once.
    const next = openTextIn({ project: overlay(project, seen.patch), session: this.state.getState().session });
    this.#apply([...seen.patch, ...inMemory(unseen, project, next)], texts);
    this.#made = [...this.#made, draft];
    this.#history.add(draft);
    this.state.setState(this.#history.next);
    const stored = this.#saver.add(draft, texts);
    const shown = this.#readAnew(open);
    return stored.then(() => Promise.all([this.#refreshed, shown])).then(() => undefined);
  }

  /** Where the open article has another newest text than this one that was shown, reads that and its tags. */
  async #readAnew(before: TextHash | null): Promise<void> {
    const { article } = this.state.getState().session;
    const now = this.openText();
    if (article === null || before === null || now === null || now === before) return;
    // Where the database does not answer, the tags come with the next article that is opened.
    await this.open(article).catch(() => undefined);
  }

  commitBeside(action: string, by: Beside, options: CommitOptions = {}): Promise<void> {
    const draft = this.#draft(action, [], options);
    this.#history.add({ ...draft, scopes: [] });
    this.state.setState(this.#history.next);
    return this.#saver.add(draft, [], by);
  }

  #draft(action: string, patch: Patch, { parameters = {}, cause = { kind: 'manual' }, undoes }: CommitOptions): EntryDraft {
    const { author } = this.context();
    return { id: newId(), at: now(), author, tab: this.tab, action, parameters, cause, patch, ...(undoes && { undoes }) };
  }

  async open(id: Id, change: Partial<Session> = {}): Promise<void> {
    const article = this.state.getState().project.articles.get(id);
    if (!article) return;
    await this.#reading((heard) => this.#read(article, heard, change));
  }

  /** Reads the database and puts what was read into memory; what is stored in between would be in neither. */
  async #reading(read: (heard: Heard) => Promise<void>): Promise<void> {
    const heard: Heard = { patch: [], scopes: [] };
    this.#readings.add(heard);
    try {
      await read(heard);
    } finally {
      this.#readings.delete(heard);
      this.#readAgain(heard.scopes);
    }
  }

  async #read(article: Article, heard: Heard, change: Partial<Session>): Promise<void> {
    const { text } = versionOf(article, change.version ?? null);
    const written = this.#saver.half;
    const { content, tags } = await storedText(this.store, article, text, this.#saver);
    // What was stored meanwhile was heard of; what is still in the queue lies on top, except what was in the database before.
    const queued = this.#saver.pending
      .filter((draft) => !written.includes(draft) && !this.#shown.has(draft.id))
      .map((draft) => draft.patch);
    this.state.setState((state) => ({
      project: withWaiting(withStored(withText(withTags(state.project, tags), text, content), heard.patch, [], text), queued, text),
      session: {
        ...state.session,
        ...withoutOthers(state.session),
        article: article.id,
        version: null,
        cursor: null,
        selected: null,
        hovered: null,
        mode: { kind: 'reading' },
        offering: null,
        claimForms: null,
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

  typing(now: boolean): void {
    this.#saver.typing(now);
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
    // Behind an action that only the journal misses, later ones may be stored; in order they give the same again.
    const [first] = this.#saver.pending;
    const since = first ? this.#made.slice(this.#made.indexOf(first)) : [];
    return overlay(
      { ...readable, texts },
      since.flatMap(({ patch }) => patch),
    );
  }

  async beginAnew(): Promise<void> {
    const readable = await this.#rescue();
    this.store.beginAnew();
    this.#arrivals.beginAnew();
    const project = overlay(
      this.state.getState().project,
      this.#made.flatMap(({ patch }) => patch),
    );
    const texts = [...project.texts.values()].map(withheldWhereMissing);
    if (readable.sets.size > 0) return this.#saver.replace(this.#made, texts);
    const draft = this.#draft('begin-anew', wholeOf(project), {});
    this.#made = [draft];
    this.#saver.replace([draft], texts);
    this.notice(workspaceMessages.begunAnew(project.annotations.size), 'refused');
  }

  stopWriting(reason: ReadOnlyReason): Promise<void> {
    flushNote(this);
    this.state.setState({ readOnly: reason });
    return this.stored();
  }

  catchUp(): Promise<void> {
    return this.#arrivals.catchUp();
  }

  #apply(patch: Patch, texts: readonly TextRecord[]): void {
    this.state.setState(({ project }) => ({ project: withTexts(applyPatch(project, patch), texts) }));
  }

  #stored(draft: EntryDraft, texts: readonly TextRecord[], entry: Partly<JournalEntry>): void {
    const { seq, id, patch, scopes, texts: brought } = entry;
    const arrival: Arrival = { seq, id, patch, texts: brought ?? texts, ...(scopes && { scopes }) };
    this.#tell({ project: this.store.projectId, ...arrival });
    if (patch !== draft.patch) this.#history.replace(entry);
    // What was written beside is in memory no sooner than anywhere else.
    this.#arrivals.add({ ...arrival, texts: brought ?? [] });
    this.#shown.delete(id);
  }

  #refused(draft: EntryDraft, texts: readonly TextRecord[], refusal: Refusal): void {
    this.#history.drop(draft.id);
    this.#made = this.#made.filter(({ id }) => id !== draft.id);
    this.state.setState(this.#history.next);
    this.#refreshed = this.#refresh(() => this.#storedAround(draft.patch));
    if (refusal.reason === 'agreed' || refusal.reason === 'void') return;
    addRefusal(this.state, refusalText(draft, refusal), conflictOf(draft, texts, refusal));
  }

  async #storedAround(patch: Patch): Promise<Patch> {
    return changesTo(await storedAround(this.store, this.state.getState().project, patch), patch);
  }

  /** The tags of the open text as they are stored. */
  async #storedTags(): Promise<Patch> {
    const text = this.openText();
    const stored = text === null ? noTags : await this.store.loadTags(text);
    return text === this.openText() ? changesToTags(this.state.getState().project, stored) : [];
  }

  /** Shows what is stored in place of what memory has of it. */
  async #refresh(changes: () => Promise<Patch>): Promise<void> {
    try {
      await this.#reading(async (heard) => this.#take([...(await changes()), ...heard.patch], []));
    } catch {
      // Until the database answers again, memory goes on showing what nobody has.
      setTimeout(() => void this.#refresh(changes), patience);
    }
  }

  /** Reads the tags of the open text again where they lie in one of these scopes. */
  #readAgain(scopes: readonly string[]): void {
    const text = this.openText();
    if (text !== null && scopes.some((scope) => scope.startsWith(text))) void this.#refresh(() => this.#storedTags());
  }

  #show(arrivals: readonly Arrival[]): void {
    const patch = arrivals.flatMap((arrival) => arrival.patch);
    for (const { id } of arrivals) if (this.#saver.unwritten.some((draft) => draft.id === id)) this.#shown.add(id);
    const scopes = arrivals.flatMap((arrival) => arrival.scopes ?? []);
    for (const reading of this.#readings) {
      reading.patch.push(...patch);
      reading.scopes.push(...scopes);
    }
    this.#take(
      patch,
      arrivals.flatMap(({ texts }) => texts),
    );
    this.#readAgain(scopes);
    this.#counts.follow(patch, scopes);
  }

  #take(patch: Patch, texts: readonly TextRecord[]): void {
    const { project, session } = this.state.getState();
    // An open article that another tab brings back brings its tags along.
    const text = openTextIn({ project: withStored(project, patch, [], null), session });
    // Nothing is open any more where another tab has deleted the article.
    const seen = text === null && this.openText() !== null ? withTags(project, noTags) : project;
    // On top of what others have stored since, an action that is stored already would hide theirs for good.
    const waiting = this.#saver.unwritten.filter(({ id }) => !this.#shown.has(id)).map((draft) => draft.patch);
    const next = withTexts(withStored(seen, patch, waiting, text), texts);
    const shown = this.openText();
    if (next !== project) this.state.setState({ project: next, session: withoutGone(session, next) });
    void this.#readAnew(shown);
  }
}
