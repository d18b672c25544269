import { beforeEach, describe, expect, it, vi } from 'vitest';
import { brokenAt } from '../formats/chain.ts';
import { application, writePackage } from '../formats/package/write.ts';
import { exchangeMessages } from '../messages/exchange.ts';
import type { PackageContents } from '../model/package-contents.ts';
import type { Change } from '../model/patch.ts';
import type { Annotation } from '../model/records.ts';
import type { DexieProjectStore } from '../storage/dexie-project-store.ts';
import { StorageError } from '../storage/errors.ts';
import { PlannedImport } from '../storage/importing/planned-import.ts';
import { type Head, type JournalAction, lineOf, linesIn } from '../storage/journal/line.ts';
import { withList } from '../storage/list-database.ts';
import type { Page, ProjectDatabase, StoredEntry } from '../storage/project-database.ts';
import type { WrittenBeside } from '../storage/project-store.ts';
import { actionsAfter, withoutIndex } from '../storage/stored-history.ts';
import { InProcessWorker } from '../testing/in-process-worker.ts';
import { largePackage } from '../testing/large-package.ts';
import { sampleProject } from '../testing/sample-project.ts';
import { connect, entryFor, everythingIn, fill } from '../testing/sample-store.ts';
import { workspaceOver } from '../testing/sample-workspace.ts';
import { jobs } from '../workers/jobs.ts';
import type { Host } from './host.ts';
import type { WorkspaceState } from './state.ts';
import type { Workspace } from './workspace.ts';

// More than the page takes back itself.
const tags = 1_200;

vi.stubGlobal('Worker', InProcessWorker);
vi.stubGlobal('location', new URL('http://localhost/'));

beforeEach(() => {
  InProcessWorker.before = () => undefined;
  InProcessWorker.answered = 0;
});

interface Bench {
  readonly workspace: Workspace;
  readonly host: Host;
  readonly store: DexieProjectStore;
  readonly database: ProjectDatabase;
  /** What the journal beside the database holds. */
  readonly lines: JournalAction[];
  /** How many of the next lines the journal refuses. */
  readonly refusing: { lines: number };
  /** Another tab over the same database. */
  another(): Promise<{ workspace: Workspace; host: Host }>;
}

let opened = 0;

/** A project with the first articles of the package, whose tags are not here yet; the first one is open. */
async function bench(): Promise<Bench> {
  opened += 1;
  const name = `large-${opened}`;
  const start = sampleProject(...(contents.texts ?? []).slice(0, 2).map(({ content = '' }) => content));
  const lines: JournalAction[] = [];
  const refusing = { lines: 0 };
  const journal = {
    append: async (action: JournalAction) => void lines.push(...linesIn(lineOf(action)).actions),
    appendLine: async (line: Uint8Array) => {
      refusing.lines -= 1;
      if (refusing.lines >= 0) throw new StorageError('quota', 'full');
      lines.push(...linesIn(new TextDecoder().decode(line)).actions);
    },
  };
  const { store, database } = await connect(name, journal);
  await withList(({ projects }) => projects.put({ id: name, opened, database: name }));
  await fill(store, start);
  const another = async () => workspaceOver((await connect(name)).store, start, 'two');
  return { ...(await workspaceOver(store, start)), store, database, lines, refusing, another };
}

const contents = largePackage(tags);
const { annotations = [] } = contents;
const fileOf = (from: PackageContents, name = 'large.attest.json') =>
  new File([new Uint8Array(writePackage(from, application).bytes)], name, { lastModified: 0 });

/** Some tags of the same set, by another way. */
const smaller = (some: readonly Annotation[]) => fileOf({ ...contents, annotations: some, relations: [] }, 'smaller.attest.json');

/** Resolves when the state is so. */
function until({ state }: Workspace, holds: (state: WorkspaceState) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!holds(state.getState())) return;
      unsubscribe();
      resolve();
    };
    const unsubscribe = state.subscribe(look);
    look();
  });
}

const kind = (wanted: WorkspaceState['exchange']['kind']) => (state: WorkspaceState) => state.exchange.kind === wanted;
const saved = ({ saving }: WorkspaceState) => saving.kind === 'saved';

async function read(workspace: Workspace, file = fileOf(contents)): Promise<void> {
  workspace.perform('read-import', { files: [file] });
  await until(workspace, kind('preview'));
}

async function imported(workspace: Workspace, file = fileOf(contents)): Promise<void> {
  await read(workspace, file);
  workspace.perform('apply-import');
  await until(workspace, ({ notices }) => notices.some(({ text }) => text === `${file.name} imported`));
}

/** The page does all of it, as where no database can be shared. */
const inPage = (store: DexieProjectStore) => Object.assign(store, { commitBeside: undefined });

/** What is stored, but for who did it when. */
async function outcome({ database }: Bench): Promise<unknown> {
  const [rows, texts, parts, pages, journal, counters] = (await everythingIn(database)) as unknown[][];
  // The page puts what it shows behind the rest.
  const keyOf = ({ table, id }: Change) => `${table}/${id}`;
  const actions = (journal as StoredEntry[]).map(({ action, cause, parameters, patch, sets, undoes }) => {
    const changes = Object.fromEntries(patch.map((change) => [keyOf(change), change]));
    return {
      action,
      cause,
      parameters,
      changes,
      sets: sets.filter((set) => !set.startsWith('large ')).sort(),
      undoes: undoes !== undefined,
    };
  });
  const places = Object.fromEntries((pages as Page[]).map(({ page: _, ids, ...page }) => [page.scope, { ...page, ids: [...ids].sort() }]));
  return { rows, texts, parts, places, counters, actions };
}

describe('a large import', () => {
  it('leaves the same behind, record for record, as one by the page, and so does its undo', async () => {
    const [beside, page] = [await bench(), await bench()];
    inPage(page.store);
    for (const { workspace } of [beside, page]) await imported(workspace);
    expect(await outcome(beside)).toEqual(await outcome(page));
    for (const { workspace } of [beside, page]) {
      workspace.perform('undo');
      await until(workspace, ({ redo, saving }) => redo !== null && saving.kind === 'saved');
    }
    expect(await outcome(beside)).toEqual(await outcome(page));
  });

  it('is in the database and in the journal, in one chain, when it counts as saved', async () => {
    const { workspace, database, lines } = await bench();
    await imported(workspace);
    expect(workspace.state.getState().saving.kind).toBe('saved');
    const stored = await actionsAfter(database, 1);
    expect(brokenAt((await database.journal.toArray()).map(withoutIndex))).toBeNull();
    expect(lines.slice(1).map(({ entry }) => entry)).toEqual(stored.map(({ entry }) => entry));
    expect(lines.at(-1)?.texts).toHaveLength(contents.texts?.length ?? 0);
  });

  it('gives the page nothing of its tags but those of the open text', async () => {
    const { workspace } = await bench();
    await imported(workspace);
    await until(workspace, ({ project, counters }) => project.annotations.size > 0 && counters.size > 0);
    const { project, counters, undo } = workspace.state.getState();
    expect(project.annotations.size).toBe(100);
    expect([...counters.keys()]).toHaveLength(tags / 100);
    expect(undo?.patch.every(({ table }) => table !== 'annotations')).toBe(true);
    expect(InProcessWorker.answered).toBeLessThan(JSON.stringify(contents).length / 5);
  });

  it('is heard of by another tab, which reads the tags of its open text again', async () => {
    const { workspace, another } = await bench();
    const other = await another();
    await imported(workspace);
    await until(other.workspace, ({ project }) => project.annotations.size === 100 && project.articles.size > 2);
    workspace.perform('undo');
    await until(other.workspace, ({ project }) => project.annotations.size === 0 && project.articles.size === 2);
  });

  it('is planned anew where another tab stored something meanwhile, and takes what is left', async () => {
    const { workspace, another, database } = await bench();
    const other = await another();
    await read(workspace);
    await imported(other.workspace, smaller(annotations.slice(0, 100)));
    workspace.perform('apply-import');
    await until(workspace, ({ notices }) => notices.some(({ text }) => text === 'large.attest.json imported'));
    const entries = await database.journal.orderBy('seq').toArray();
    const added = entries.slice(-2).map(({ patch }) => patch.filter(({ table }) => table === 'annotations').length);
    expect(added).toEqual([100, tags - 100]);
    expect(brokenAt(entries.map(withoutIndex))).toBeNull();
  });

  it('stands in its place among the actions made meanwhile, and each is taken back by itself', async () => {
    const { workspace, host, database } = await bench();
    await read(workspace);
    workspace.perform('tag', { type: 'claim', stretches: [{ start: 2, end: 8 }] });
    workspace.perform('apply-import');
    await until(workspace, kind('idle'));
    workspace.perform('tag', { type: 'quote', stretches: [{ start: 10, end: 16 }] });
    await host.stored();
    expect((await actionsAfter(database, 1)).map(({ entry }) => entry.action)).toEqual(['tag', 'import', 'tag']);
    await until(workspace, ({ project }) => project.annotations.size === 102);
    for (const left of [101, 1, 0]) {
      workspace.perform('undo');
      await until(workspace, ({ project, saving }) => project.annotations.size === left && saving.kind === 'saved');
    }
    expect(await database.pages.count()).toBe(0);
  });

  it('asks once more where what came meanwhile differs from the file, and stores nothing until then', async () => {
    const { workspace, another, database } = await bench();
    const other = await another();
    await read(workspace);
    const [first, ...more] = annotations.slice(0, 100);
    if (first) await imported(other.workspace, smaller([{ ...first, note: 'Seen first.' }, ...more]));
    const { length } = await database.journal.toArray();
    workspace.perform('apply-import');
    await until(workspace, ({ exchange }) => exchange.kind === 'preview' && exchange.view.undecided === 1);
    expect(await database.journal.count()).toBe(length);
    workspace.perform('decide', { choice: 'ours' });
    await until(workspace, ({ exchange }) => exchange.kind === 'preview' && exchange.view.undecided === 0);
    workspace.perform('apply-import');
    await until(workspace, ({ notices }) => notices.some(({ text }) => text === 'large.attest.json imported'));
    expect(await database.journal.count()).toBe(length + 1);
    expect(brokenAt((await database.journal.toArray()).map(withoutIndex))).toBeNull();
  });

  it('leaves nothing where it is cancelled', async () => {
    const { workspace, database } = await bench();
    const before = await everythingIn(database);
    workspace.perform('read-import', { files: [fileOf(contents)] });
    await until(workspace, kind('reading'));
    workspace.perform('cancel-import');
    await until(workspace, kind('idle'));
    await read(workspace);
    expect(await everythingIn(database)).toEqual(before);
    expect(workspace.state.getState().notices).toEqual([]);
  });

  it.each(['writeImport', 'takeBack'])('leaves all or nothing where the worker dies in %s', async (job) => {
    const { workspace, database } = await bench();
    if (job === 'takeBack') await imported(workspace);
    else await read(workspace);
    const before = await everythingIn(database);
    InProcessWorker.before = (started) => {
      if (started === job) throw new Error('Out of memory.');
    };
    workspace.perform(job === 'takeBack' ? 'undo' : 'apply-import');
    await until(workspace, ({ notices }) => notices.some(({ text }) => text === exchangeMessages.stopped));
    await until(workspace, saved);
    expect(await everythingIn(database)).toEqual(before);
    expect(workspace.state.getState().undo === null).toBe(job === 'writeImport');
  });

  it('waits with “Saved” for the journal, and is written once', async () => {
    const { workspace, lines, database, refusing } = await bench();
    refusing.lines = 1;
    const said: string[] = [];
    workspace.state.subscribe(({ saving }, before) => saving !== before.saving && said.push(saving.kind));
    await imported(workspace);
    expect(said).toContain('not-saved');
    expect(said.indexOf('saved')).toBeGreaterThan(said.lastIndexOf('not-saved'));
    expect(lines.filter(({ entry }) => entry.action === 'import')).toHaveLength(1);
    expect(await database.journal.where('seq').above(1).count()).toBe(1);
  });

  it.each([
    { seq: 9, hash: 'f'.repeat(64) },
    { seq: 1, hash: 'f'.repeat(64) },
  ])('is not written into a database in which the chain does not go on from what the page has seen: %o', async (seen) => {
    const { store, database } = await bench();
    const desk = { planned: await PlannedImport.of(store, contents), alignment: null, handedOver: [] };
    const before = await everythingIn(database);
    const draft = entryFor([]);
    const outcome = await jobs.writeImport({ project: store.projectId, seen, draft, fileName: '' }, () => undefined, desk);
    expect(outcome).toMatchObject({ kind: 'failed', failure: 'lost' });
    expect(await everythingIn(database)).toEqual(before);
  });

  it('is no more read whole with the next action, which its mark lets pass only where it is still the last', async () => {
    const { workspace, host, database, another } = await bench();
    await imported(workspace);
    const other = await another();
    const reads: unknown[] = [];
    database.journal.hook('reading', (entry: StoredEntry) => {
      reads.push(entry.seq);
      return entry;
    });
    workspace.perform('tag', { type: 'claim', stretches: [{ start: 2, end: 8 }] });
    await host.stored();
    expect(reads).toEqual([]);
    await imported(workspace, fileOf(largePackage(tags + 100), 'larger.attest.json'));
    other.workspace.perform('tag', { type: 'quote', stretches: [{ start: 10, end: 16 }] });
    await other.host.stored();
    workspace.perform('tag', { type: 'claim', stretches: [{ start: 20, end: 28 }] });
    await host.stored();
    const entries = (await database.journal.toArray()).map(withoutIndex);
    expect(entries.map(({ action }) => action).slice(1)).toEqual(['import', 'tag', 'import', 'tag', 'tag']);
    expect(brokenAt(entries)).toBeNull();
  });

  it('would be missing in the journal without what the page does for it', async () => {
    const { workspace, store, lines } = await bench();
    const seen = await store.head();
    Object.assign(store, { commitBeside: (write: (head: Head) => Promise<WrittenBeside>) => write(seen) });
    await imported(workspace);
    expect(lines.filter(({ entry }) => entry.action === 'import')).toEqual([]);
  });

  it('would stay unseen on an open text without the scopes that are told', async () => {
    const { workspace, host, store, another } = await bench();
    const { commitBeside } = store;
    const other = await another();
    Object.assign(store, {
      commitBeside: async (write: (head: Head) => Promise<WrittenBeside>) => ({ ...(await commitBeside.call(store, write)), scopes: [] }),
    });
    await imported(workspace);
    await until(other.workspace, ({ project }) => project.articles.size > 2);
    await host.stored();
    for (const { state } of [workspace, other.workspace]) expect(state.getState().project.annotations.size).toBe(0);
  });
});
