import type { StoreApi } from 'zustand/vanilla';
import type { Context } from '../model/context.ts';
import type { Cause, EntryDraft, JournalEntry, Partly } from '../model/journal.ts';
import type { Patch } from '../model/patch.ts';
import type { Project } from '../model/project.ts';
import type { Id, TextHash, TextRecord } from '../model/records.ts';
import type { ProjectList, ProjectStore } from '../storage/project-store.ts';
import type { ReadOnlyReason, Session, WorkspaceState } from './state.ts';

/** What goes into the journal beside the patch. */
export interface CommitOptions {
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly cause?: Cause;
  readonly undoes?: Id;
  readonly texts?: readonly TextRecord[];
}

/** Stores an action that only it knows all of. */
export interface Beside {
  commit(draft: EntryDraft): Promise<Partly<JournalEntry>>;
}

/** What actions work with: the state, the one write path, and the places they may reach. */
export interface Host {
  readonly state: StoreApi<WorkspaceState>;
  readonly store: ProjectStore;
  readonly list: ProjectList;
  readonly tab: Id;
  context(): Context;
  show(change: Partial<Session>): void;
  /**
   * Applies the patch in memory at once and saves it; an empty patch does nothing. Where another tab is in the way, it is
   * carried over on top of the change or shown as a conflict. Resolves when stored or refused.
   */
  commit(action: string, patch: Patch, options?: CommitOptions): Promise<void>;
  /**
   * Saves an action by somebody who puts it into the database beside the page and gives it without its tags; memory takes over what it
   * shows of them once it is stored. Resolves when stored or refused.
   */
  commitBeside(action: string, by: Beside, options?: CommitOptions): Promise<void>;
  /** Resolves when nothing waits to be stored. */
  stored(): Promise<void>;
  /** Loads the article's newest text, or the older one that `change` names, and its tags into memory and shows it. */
  open(article: Id, change?: Partial<Session>): Promise<void>;
  notice(text: string, kind: 'done' | 'refused', undo?: boolean): void;
  retrySaving(): void;
  /** Says whether words are being typed that no action has taken yet. */
  typing(now: boolean): void;
  /** Reads what other tabs have stored and this one has not heard of. */
  catchUp(): Promise<void>;
  /** The whole project as far as any copy can be read, with everything this tab has not stored on top. */
  rescued(): Promise<Project>;
  /** What was stored is gone, or is elsewhere: what is in memory becomes the project, or, where there is one already, what this tab made is put on top of that. */
  beginAnew(): Promise<void>;
  /** From now on nothing is changed any more; resolves when what was under way is stored. */
  stopWriting(reason: ReadOnlyReason): Promise<void>;
  /** The hash of the text that is shown of the open article; `null` when none is open. */
  openText(): TextHash | null;
}
