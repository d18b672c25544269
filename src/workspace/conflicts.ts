import { conflictMessages, fieldName } from '../messages/conflict.ts';
import type { EntryDraft } from '../model/journal.ts';
import type { Dispute } from '../model/rebase.ts';
import type { TextRecord } from '../model/records.ts';
import type { FieldValue } from '../model/views/my-values.ts';
import { myValues } from '../model/views/my-values.ts';
import type { Refusal } from './carry-over.ts';
import type { Conflict } from './state.ts';

// What another tab hung on something that is to go can go with it; what is gone cannot be pointed to.
const canInsist: ReadonlySet<string> = new Set(['changed', 'linked', 'tagged']);

/** The sentence about an action that another tab made impossible. */
export function refusalText({ undoes, patch }: EntryDraft, { reason, disputes, stored }: Refusal): string {
  if (undoes !== undefined) return conflictMessages.undoRefused(reason);
  if (reason !== 'changed') return conflictMessages.refused(reason);
  if (disputes.some(({ theirs }) => theirs === null)) return conflictMessages.deleted;
  if (disputes.some(({ ours }) => ours === null)) return conflictMessages.changedAndDeleted;
  return conflictMessages.changed([...new Set(myValues(stored, patch, disputes).map(nameOf))]);
}

/** What it takes to make a refused action all the same, with what it would have said; `null` where that would leave something pointing to nothing, and for an undo. */
export function conflictOf(draft: EntryDraft, texts: readonly TextRecord[], { reason, disputes, stored }: Refusal): Conflict | null {
  if (draft.undoes !== undefined || !canInsist.has(reason)) return null;
  const { action, parameters, cause, patch } = draft;
  const mine = myValues(stored, patch, disputes).map((value) => ({ name: nameOf(value), value: wordsFor(value) }));
  return { action, parameters, cause, patch, texts, mine, about: aboutWhat(action, disputes, patch[0]?.id) };
}

const nameOf = ({ field, label }: FieldValue): string => label ?? fieldName(field);

function wordsFor({ field, value }: FieldValue): string {
  if (field === 'flag') return value === null ? conflictMessages.sure : conflictMessages.unsure;
  return value ?? conflictMessages.nothing;
}

/** The same for two refusals of the same kind of change to the same records, of which only the newer one is shown. */
const aboutWhat = (action: string, disputes: readonly Dispute[], first = ''): string =>
  [action, ...(disputes.length > 0 ? disputes.map(({ id }) => id) : [first])].join(' ');
