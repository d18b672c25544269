import { expect, it, vi } from 'vitest';
import { brokenRules } from '../model/integrity.ts';
import { DexieProjectStore } from '../storage/dexie-project-store.ts';
import { StorageError } from '../storage/errors.ts';
import { openDatabase } from '../storage/open-database.ts';
import { ProjectDatabase } from '../storage/project-database.ts';
import { rescue } from '../storage/rescue.ts';
import { continues } from '../storage/stored-history.ts';
import { sampleProject } from '../testing/sample-project.ts';
import { connect, fill, quietEvents } from '../testing/sample-store.ts';
import { workspaceOver } from '../testing/sample-workspace.ts';

const opening = (name: string) => openDatabase((readOnly) => new ProjectDatabase(name, readOnly), quietEvents);

/** A running program whose database is checked when it is opened again, and what deletes that. */
async function running(name: string) {
  const start = sampleProject('Headline\n\nKim said so. KCNA told AFP that all was well.', 'Another\n\nNot open.');
  await fill((await connect(name)).store, start);
  const store = new DexieProjectStore(name, async (seen) => {
    const database = await opening(name);
    if (await continues(database, seen)) return database;
    database.close();
    throw new StorageError('gone', 'There is nothing left.');
  });
  const { workspace, host } = await workspaceOver(store, start);
  const wipe = async () => {
    store.close();
    await new Promise((resolve) => {
      indexedDB.deleteDatabase(name).onsuccess = resolve;
    });
  };
  return { workspace, host, store, wipe };
}

it('where both copies are gone, what is in memory is saved anew, the unsaved with it', async () => {
  const { workspace, host, store, wipe } = await running('wiped');
  workspace.perform('tag', { type: 'source', stretches: [{ start: 10, end: 13 }] });
  await host.stored();
  await wipe();
  workspace.perform('tag', { type: 'claim', stretches: [{ start: 10, end: 22 }] });
  await host.stored();
  const stored = await rescue(store.projectId, store);
  expect([...stored.annotations.values()].map(({ type }) => type)).toEqual(['source', 'claim']);
  expect(stored.articles.size).toBe(2);
  expect([...stored.texts.values()].map(({ content, withheld }) => (content ?? withheld ?? '').length > 0)).toEqual([true, true]);
  expect(brokenRules(stored)).toEqual([]);
  expect(workspace.state.getState().notices.at(-1)?.text).toMatch(/saved anew, with 2 tags/u);
});

it('a second window puts what it made on top of what the first has saved anew', async () => {
  const { workspace, host, wipe } = await running('wiped-twice');
  await wipe();
  workspace.perform('tag', { type: 'source', stretches: [{ start: 10, end: 13 }] });
  await host.stored();
  workspace.perform('undo');
  workspace.perform('tag', { type: 'claim', stretches: [{ start: 10, end: 22 }] });
  await host.stored();
  expect([...workspace.state.getState().project.annotations.values()].map(({ type }) => type)).toEqual(['claim']);
});

it('without beginning anew nothing would be saved any more', async () => {
  const { workspace, store, wipe } = await running('wiped-for-good');
  vi.spyOn(store, 'beginAnew').mockImplementation(() => undefined);
  await wipe();
  workspace.perform('tag', { type: 'source', stretches: [{ start: 10, end: 13 }] });
  // Until it has been tried again.
  await vi.waitFor(() => expect(vi.mocked(store.beginAnew).mock.calls.length).toBeGreaterThan(1), 15_000);
  expect(workspace.state.getState().saving.kind).toBe('not-saved');
  expect((await rescue(store.projectId, store)).sets.size).toBe(0);
  vi.restoreAllMocks();
}, 20_000);
