import type { Copies, Reconciled } from '../../src/storage/journal/reconcile.ts';

/** The broken variant the corruption test must catch: what the browser opens is taken for the truth. */
export async function reconcile({ database, fresh }: Copies): Promise<Reconciled> {
  return { database: database ?? (await fresh()), restored: 0, apart: 0, damaged: false, caughtUp: false };
}
