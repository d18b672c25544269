import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EntryDraft } from '../model/journal.ts';
import { ConflictError, StorageError } from '../storage/errors.ts';
import { connect, entryFor } from '../testing/sample-store.ts';
import { Saver } from './saver.ts';
import type { Saving } from './state.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => vi.useRealTimers());

let opened = 0;

/** A saver over a real store whose commits fail as told, one answer per try; then they succeed. */
async function saverOver(...answers: readonly (Error | null)[]) {
  opened += 1;
  const { store } = await connect(`saver-${opened}`);
  const left = [...answers];
  const commit = store.commit.bind(store);
  vi.spyOn(store, 'commit').mockImplementation((draft, texts) => {
    const answer = left.shift();
    return answer ? Promise.reject(answer) : commit(draft, texts);
  });
  const said: Saving[] = [];
  const [stored, refused]: [EntryDraft[], EntryDraft[]] = [[], []];
  const saver = new Saver(store, {
    saving: (saving) => said.push(saving),
    stored: (draft) => stored.push(draft),
    refused: (draft) => refused.push(draft),
    failed: () => undefined,
    reason: (error) => (error instanceof StorageError ? error.kind : 'unknown'),
    isConflict: (error) => error instanceof ConflictError,
  });
  return { saver, store, said, stored, refused };
}

const full = new StorageError('quota', 'full');

describe('the queue of what is not saved', () => {
  it('says "saved" only after the store has it', async () => {
    const { saver, store, said } = await saverOver();
    const added = saver.add(entryFor([], { id: 'a' }), []);
    expect(said).toEqual([{ kind: 'saving', count: 1 }]);
    expect(await store.tabJournal('one', 9)).toEqual([]);
    await added;
    await saver.idle();
    expect(said.at(-1)).toEqual({ kind: 'saved' });
    expect((await store.tabJournal('one', 9)).map(({ id }) => id)).toEqual(['a']);
  });

  it('keeps what failed, counts what comes after it, and stores all in order when tried again', async () => {
    const { saver, store, said } = await saverOver(full);
    void saver.add(entryFor([], { id: 'a' }), []);
    await vi.waitFor(() => expect(said.at(-1)).toEqual({ kind: 'not-saved', count: 1, reason: 'quota' }));
    void saver.add(entryFor([], { id: 'b' }), []);
    expect(said.at(-1)).toEqual({ kind: 'not-saved', count: 2, reason: 'quota' });
    saver.retry();
    await saver.idle();
    expect(said.at(-1)).toEqual({ kind: 'saved' });
    expect((await store.tabJournal('one', 9)).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('does not say "saved" while words are typed that no action has taken yet', async () => {
    const { saver, said } = await saverOver();
    saver.typing(true);
    expect(said.at(-1)).toEqual({ kind: 'saving', count: 1 });
    await saver.add(entryFor([]), []);
    expect(said).not.toContainEqual({ kind: 'saved' });
    saver.typing(false);
    expect(said.at(-1)).toEqual({ kind: 'saved' });
  });

  it('tries again by itself', async () => {
    const { saver, said } = await saverOver(full);
    void saver.add(entryFor([]), []);
    await vi.waitFor(() => expect(said.at(-1)?.kind).toBe('not-saved'));
    await vi.advanceTimersByTimeAsync(1_000);
    await saver.idle();
    expect(said.at(-1)).toEqual({ kind: 'saved' });
  });

  it('drops nothing where what was replaced comes back stored all the same', async () => {
    const { saver, store, stored } = await saverOver();
    const commit = vi.mocked(store.commit).getMockImplementation();
    let answer: () => void = () => undefined;
    vi.mocked(store.commit).mockImplementationOnce(async (draft, texts) => {
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      return (commit as typeof store.commit)(draft, texts);
    });
    const [old, first, second] = ['old', 'first', 'second'].map((id) => entryFor([], { id }));
    if (!old || !first || !second) throw new Error('There are three.');
    void saver.add(old, []);
    saver.replace([first, second], []);
    answer();
    await saver.idle();
    expect(stored.map(({ id }) => id)).toEqual(['old', 'first', 'second']);
  });

  it('drops only what met a change by another tab', async () => {
    const { saver, refused, stored } = await saverOver(new ConflictError('annotations', 'x', null));
    const [first, second] = [entryFor([]), entryFor([])];
    await Promise.all([saver.add(first, []), saver.add(second, [])]);
    expect(refused).toEqual([first]);
    expect(stored).toEqual([second]);
  });
});
