import type { Patch } from './patch.ts';
import type { Id, TextRecord, Time } from './records.ts';

/** Why an action happened: by hand, by taking an offer, or by importing a file with this checksum. */
export type Cause =
  | { readonly kind: 'manual' }
  | { readonly kind: 'suggestion'; readonly rule: string }
  | { readonly kind: 'import'; readonly checksum: string };

/** What an action says of itself; `action` is an id from the table of actions, `parameters` plain JSON. */
export interface EntryDraft {
  readonly id: Id;
  readonly at: Time;
  readonly author: Id;
  readonly tab: Id;
  readonly action: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly cause: Cause;
  /** The id of the entry this one takes back. An entry that takes back such an entry is a redo. */
  readonly undoes?: Id;
  readonly patch: Patch;
}

/** True where an action that touches a set is work done on it: taking a copy as it comes is none, putting two together is. */
export function isWorkOn({ cause, parameters }: EntryDraft, set: Id): boolean {
  return cause.kind !== 'import' || (Array.isArray(parameters.united) && parameters.united.includes(set));
}

/** One action as stored: `seq` counts from 1, `previous` is the hash of the entry before ("" for the first). */
export interface JournalEntry extends EntryDraft {
  readonly seq: number;
  readonly previous: string;
  readonly hash: string;
}

/**
 * An action of which not everything is at hand: its patch has the changes of project-level records, those of tags and links are in
 * storage alone. `scopes` (text hash, a slash, set id) says on which texts and in which sets they lie; absent where the patch is whole.
 * `texts`: those it brought, without their content.
 */
export type Partly<E extends EntryDraft> = E & { readonly scopes?: readonly string[]; readonly texts?: readonly TextRecord[] };
