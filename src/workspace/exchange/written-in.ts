import { StorageError } from '../../storage/errors.ts';
import type { Outcome } from '../../storage/importing/write-beside.ts';
import type { WrittenBeside } from '../../storage/project-store.ts';
import { NotStored } from '../beside.ts';

/** What a worker has written. Rejects with a `StorageError` where it may be tried again, with `NotStored` where it never will be written. */
export async function writtenIn(ask: () => Promise<Outcome>): Promise<WrittenBeside> {
  const outcome = await ask().catch((error: unknown) => {
    // A worker that stopped has lost what it was to write.
    throw error instanceof NotStored ? error : new NotStored('failed');
  });
  if (outcome.kind === 'conflict') throw new NotStored(outcome.reason);
  if (outcome.kind === 'failed') throw new StorageError(outcome.failure, outcome.message);
  return outcome.written;
}
