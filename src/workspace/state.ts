import type { Fault } from '../formats/fault.ts';
import type { Cause } from '../model/journal.ts';
import type { Patch } from '../model/patch.ts';
import type { Project } from '../model/project.ts';
import type { Annotation, Id, TextHash, TextRecord } from '../model/records.ts';
import type { ImportView } from '../model/views/import-view.ts';
import type { Found } from '../storage/importing/read-import.ts';
import type { ReadOnlyReason as StoredReadOnly } from '../storage/laid-out-database.ts';
import type { Release } from '../storage/offline/registration.ts';
import type { Copies, Counters } from '../storage/project-store.ts';
import type { Rules } from '../suggest/rules.ts';
import type { Suggestions } from '../suggest/suggestions.ts';
import type { Stretch } from '../text/stretch.ts';
import type { Adjudicating } from './adjudication/adjudication-state.ts';
import type { AgreementState } from './agreement/agreement-state.ts';
import type { ChecksState } from './checks/checks-state.ts';
import type { CodebookState } from './codebook/codebook-state.ts';
import type { Cursor } from './cursor.ts';
import type { Chosen, Held } from './exchange/export-choice.ts';
import type { WaitingImport } from './exchange/waiting-import.ts';
import { type KeySettings, usualKeys } from './own-keys.ts';
import { quietRegister, type RegisterState } from './register/register-state.ts';
import type { Exposure, OpenReview, Reviewing } from './review/review-state.ts';
import type { StorageState } from './storage/storage-state.ts';
import { quietVersions, type VersionsState } from './versions/versions-state.ts';

/** What the state line says. `reason` is a message id of `messages/saving.ts`. */
export type Saving =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving'; readonly count: number }
  | { readonly kind: 'not-saved'; readonly count: number; readonly reason: string };

/** What the next keys are for: a mode has one way in and Escape leads out. */
export type Mode =
  | { readonly kind: 'reading' }
  | {
      readonly kind: 'editing';
      readonly annotation: Id;
      readonly segment: number;
      readonly edge: 'start' | 'end';
      readonly before: Annotation;
    }
  | { readonly kind: 'linking'; readonly from: Id; readonly relation: string }
  | { readonly kind: 'adding-part'; readonly annotation: Id };

/** What the rules read in the open article, and the rules themselves; they come a moment after the article. */
export interface OpenSuggestions {
  readonly read: Suggestions;
  readonly rules: Rules;
}

/** What stands in the strip below the text: offers for a tag, or for a quotation (UTF-16 units) that nobody has tagged. */
export type Offering = { readonly kind: 'tag'; readonly annotation: Id } | { readonly kind: 'quotation'; readonly quotation: Stretch };

/** The forms a claim goes through when its key is pressed again at once, and which of them it has. */
export interface ClaimForms {
  readonly annotation: Id;
  readonly forms: readonly (readonly Stretch[])[];
  readonly at: number;
}

/** What is merely seen: never stored on a record, remembered per tab. */
export interface Session {
  readonly article: Id | null;
  /** The older version of the article that is read; `null`: the newest. */
  readonly version: TextHash | null;
  /** The set that is shown. */
  readonly set: Id;
  /** The set of whoever works here now: the shown one, unless somebody else’s is read or reviewed. */
  readonly own: Id;
  readonly cursor: Cursor | null;
  readonly selected: Id | null;
  readonly hovered: Id | null;
  readonly mode: Mode;
  /** `null` where nothing is offered. */
  readonly offering: Offering | null;
  readonly claimForms: ClaimForms | null;
  /** Tag type ids, `open` or `unsure`, as shown in the annotation list; empty: all. */
  readonly filter: readonly string[];
  /** Words a tag must hold to be shown in the list; empty: all. */
  readonly find: string;
  /** The attribute of a tag that digits set, where it is not the first required one. */
  readonly asked: { readonly annotation: Id; readonly attribute: string } | null;
  /** Where the text in view begins (UTF-16 units) while the cursor is out of view; `null` while it is in view. */
  readonly view: number | null;
  /** False while a narrow screen has put the panel down. */
  readonly raised: boolean;
  readonly panel:
    | 'annotation'
    | 'agreement'
    | 'article'
    | 'add'
    | 'exchange'
    | 'keys'
    | 'people'
    | 'storage'
    | 'codebook'
    | 'register'
    | 'same-words'
    | 'versions';
  readonly scroll: number;
  /** Other sets whose tags are drawn over the shown one’s, with the initials of their authors. */
  readonly layers: ReadonlyMap<Id, string>;
  /** `null` where nobody’s set is reviewed. */
  readonly review: OpenReview | null;
  /** `null` where nothing waits for it. */
  readonly exposure: Exposure | null;
}

/** An action that another tab made impossible, kept so that it can be made all the same. */
export interface Conflict {
  readonly action: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly cause: Cause;
  readonly patch: Patch;
  readonly texts: readonly TextRecord[];
  /** What it would have said, in words. */
  readonly mine: readonly { readonly name: string; readonly value: string }[];
  /** The same for two conflicts of which the newer one takes the place of the older. */
  readonly about: string;
}

/** A short message that goes away by itself, or a refusal that stays until read. `undo` is the journal entry it offers to take back. */
export interface Notice {
  readonly id: number;
  readonly text: string;
  readonly kind: 'done' | 'refused';
  readonly undo?: Id;
  readonly conflict?: Conflict;
}

export interface UndoStep {
  readonly entry: Id;
  readonly action: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly patch: Patch;
  readonly partly: boolean;
}

/** What became of one file that was offered as an article; `reason` is in plain words, `like` an article of the same headline. */
export type AddedArticle =
  | { readonly kind: 'added'; readonly name: string; readonly article: Id; readonly encoding: string; readonly like?: Id }
  | { readonly kind: 'known'; readonly name: string; readonly article: Id }
  | { readonly kind: 'refused'; readonly name: string; readonly reason: string };

/** What importing a file would do, and whoever keeps what was read. */
export interface ImportPreview extends Found {
  readonly kind: 'preview';
  readonly fileName: string;
  readonly view: ImportView;
  readonly work: WaitingImport;
}

/** How far an export or import has come. */
export type Exchange =
  | { readonly kind: 'idle' }
  | { readonly kind: 'choosing'; readonly chosen: Chosen; readonly held: Held | null }
  | { readonly kind: 'exported'; readonly fileName: string; readonly phrase: string | null; readonly bytes: Uint8Array }
  | {
      readonly kind: 'reading';
      readonly fileName: string;
      readonly done: number;
      readonly total: number;
      readonly work: Pick<WaitingImport, 'end'>;
    }
  | ImportPreview
  | { readonly kind: 'writing'; readonly words: string }
  | { readonly kind: 'refused'; readonly fileName: string; readonly faults: readonly Fault[]; readonly more: number };

/** Why nothing can be changed: the database may only be read, or another tab is bringing it to a newer layout. The key of the message. */
export type ReadOnlyReason = StoredReadOnly | 'updated-elsewhere';

export interface WorkspaceState {
  readonly project: Project;
  readonly session: Session;
  /** Ids of the authors who work on this machine. */
  readonly people: readonly Id[];
  /** By text hash, a slash, and set id. */
  readonly counters: ReadonlyMap<string, Counters>;
  readonly saving: Saving;
  /** How many copies of what is saved are kept. */
  readonly copies: Copies;
  /** The browser's answer to `persist()`; `null` until asked. */
  readonly persisted: boolean | null;
  /** What is new about Attest itself; `null` when nothing. */
  readonly release: Release | null;
  readonly undo: UndoStep | null;
  readonly redo: UndoStep | null;
  readonly notices: readonly Notice[];
  /** What became of the files offered last; `null` once dismissed. */
  readonly added: readonly AddedArticle[] | null;
  readonly exchange: Exchange;
  /** `null` while work goes on as usual. */
  readonly readOnly: ReadOnlyReason | null;
  readonly storage: StorageState;
  readonly suggestions: OpenSuggestions | null;
  readonly checks: ChecksState;
  readonly codebook: CodebookState;
  readonly keys: KeySettings;
  /** What the list of commands shows: all of them, or the tags under the cursor; `null` while it is closed. */
  readonly palette: 'all' | 'here' | null;
  /** What was last said of an action; the number tells the same words said twice apart. */
  readonly said: { readonly id: number; readonly text: string };
  readonly register: RegisterState;
  readonly versions: VersionsState;
  /** What a review needs; `null` until the first one is opened. */
  readonly reviewing: Reviewing | null;
  /** The same for adjudications. */
  readonly adjudicating: Adjudicating | null;
  /** `null` until the report on agreement is asked for. */
  readonly agreement: AgreementState | null;
}

/** The usual keys, no list of commands, nothing said yet. */
export const quietScreen = {
  keys: usualKeys,
  palette: null,
  said: { id: 0, text: '' },
  register: quietRegister,
  versions: quietVersions,
  reviewing: null,
  adjudicating: null,
  agreement: null,
} satisfies Partial<WorkspaceState>;
