import type { EntryDraft, JournalEntry, Partly } from '../../model/journal.ts';
import { StorageError } from '../../storage/errors.ts';
import type { Outcome } from '../../storage/importing/write-beside.ts';
import type { Head } from '../../storage/journal/line.ts';
import type { WrittenBeside } from '../../storage/project-store.ts';
import { Refusal } from '../carry-over.ts';
import type { CommitOptions, Host } from '../host.ts';
import type { NotStored } from './waiting-import.ts';

/** Writes an action that begins as the draft says where the chain ends at `seen`; `null` where it is not to be written any more. */
type Write = (draft: EntryDraft, seen: Head) => Promise<Outcome | null>;

/** Stores an action that a worker writes, in the same queue as all others. Gives why it was not stored; `null` when it was. */
export async function storeBeside(host: Host, action: string, write: Write, options: CommitOptions): Promise<NotStored | null> {
  let reason: NotStored | null = 'failed';
  const dropped = (why: NotStored): never => {
    reason = why;
    throw new Refusal('void', host.state.getState().project);
  };
  const writing = async (draft: EntryDraft, seen: Head): Promise<WrittenBeside> => {
    const outcome = (await write(draft, seen).catch(() => dropped('failed'))) ?? dropped('changed');
    if (outcome.kind === 'conflict') return dropped(outcome.reason);
    if (outcome.kind === 'failed') throw new StorageError(outcome.failure, outcome.message);
    return outcome.written;
  };
  const commit = async (draft: EntryDraft): Promise<Partly<JournalEntry>> => {
    const written = await host.store.commitBeside?.((seen) => writing(draft, seen));
    if (!written) return dropped('failed');
    reason = null;
    return { ...written.entry, scopes: written.scopes, texts: written.texts };
  };
  await host.commitBeside(action, { commit }, options);
  return reason;
}
