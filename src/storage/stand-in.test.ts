import { describe, expect, it } from 'vitest';
import { connect, entryFor } from '../testing/sample-store.ts';
import { MemoryProjectStore } from './memory-project-store.ts';
import { StandIn } from './stand-in.ts';

/** A store in memory whose place can be taken, whose journal takes its time, and the database it goes on in. */
async function standingIn(name: string) {
  const place = { isTaken: false, taken: new Promise<void>(() => undefined) };
  const waiting: (() => void)[] = [];
  const journal = { append: () => new Promise<void>((written) => waiting.push(written)), appendLine: () => Promise.resolve() };
  const { store: database } = await connect(name);
  let failures = 0;
  const inDatabase = async () => {
    failures -= 1;
    if (failures >= 0) throw new Error('It does not open.');
    return database;
  };
  const store = new StandIn(new MemoryProjectStore(name, [], journal), place, inDatabase);
  const underWay = async () => {
    while (waiting.length === 0) await new Promise((turn) => setTimeout(turn));
  };
  const written = async () => {
    await underWay();
    for (const write of waiting.splice(0)) write();
  };
  const fail = (times: number) => {
    failures = times;
  };
  return { store, place, database, underWay, written, fail };
}

describe('a store that stands in for the database', () => {
  it('stores nothing any more once its place is taken, not even what was on its way into the journal', async () => {
    const { store, place, underWay, written } = await standingIn('taken');
    const before = store.commit(entryFor([], { id: 'before' }));
    await written();
    expect((await before).id).toBe('before');
    const onItsWay = store.commit(entryFor([], { id: 'on-its-way' }));
    await underWay();
    place.isTaken = true;
    void written();
    await expect(onItsWay).rejects.toMatchObject({ kind: 'lost' });
    await expect(store.commit(entryFor([]))).rejects.toMatchObject({ kind: 'lost' });
  });

  it('goes on in the database when it begins anew', async () => {
    const { store, place, database } = await standingIn('begun-anew');
    place.isTaken = true;
    store.beginAnew();
    await store.commit(entryFor([], { id: 'after' }));
    expect((await database.tabJournal('one', 9)).map(({ id }) => id)).toEqual(['after']);
  });

  it('stays where it is while nobody has taken its place', async () => {
    const { store, database, written } = await standingIn('not-taken');
    store.beginAnew();
    const stored = store.commit(entryFor([]));
    await written();
    await stored;
    expect(await database.head()).toMatchObject({ seq: 0 });
  });

  it('asks for a database again that did not open', async () => {
    const { store, place, fail } = await standingIn('opens-later');
    place.isTaken = true;
    store.beginAnew();
    fail(1);
    await expect(store.head()).rejects.toThrow('It does not open.');
    expect((await store.head()).seq).toBe(0);
  });
});
