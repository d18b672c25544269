import type { EntryDraft } from '../../model/journal.ts';
import { invert } from '../../model/patch.ts';
import { ConflictError } from '../errors.ts';
import type { Progress } from '../progress.ts';
import type { Desk } from './import-jobs.ts';
import { type Outcome, outcomeOf, type Place, withStore, written } from './write-beside.ts';

/** Takes back the action that the draft names, whose patch the page does not have. */
export async function takeBack(
  { draft, ...place }: Place & { readonly draft: EntryDraft },
  _: Progress,
  desk: Pick<Desk, 'handedOver'>,
): Promise<Outcome> {
  const outcome = await outcomeOf(() =>
    withStore(place, async (store) => {
      const entry = await store.entry(draft.undoes ?? '');
      // What was refused was never stored, so there is nothing to be taken back.
      if (!entry) throw new ConflictError('sets', draft.undoes ?? '', null, 'gone');
      return written(await store.commit({ ...draft, patch: invert(entry.patch) }), []);
    }),
  );
  if (outcome.kind === 'written') desk.handedOver = [outcome.written.line.buffer];
  return outcome;
}
