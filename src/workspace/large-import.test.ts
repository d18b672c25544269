import { beforeEach, describe, expect, it, vi } from 'vitest';
import { brokenAt } from '../formats/chain.ts';
import { application, writePackage } from '../formats/package/write.ts';
import type { PackageContents } from '../model/package-contents.ts';
import type { Change } from '../model/patch.ts';
import type { DexieProjectStore } from '../storage/dexie-project-store.ts';
import { StorageError } from '../storage/errors.ts';
import { type JournalAction, lineOf, linesIn } from '../storage/journal/line.ts';
import { withList } from '../storage/list-database.ts';
import type { Page, ProjectDatabase, StoredEntry } from '../storage/project-database.ts';
import { actionsAfter, withoutIndex } from '../storage/stored-history.ts';
import { InProcessWorker } from '../testing/in-process-worker.ts';
import { largePackage } from '../testing/large-package.ts';
import { type SampleProject, sampleProject } from '../testing/sample-project.ts';
import { connect, everythingIn, fill } from '../testing/sample-store.ts';
import { workspaceOver } from '../testing/sample-workspace.ts';
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
  readonly start: SampleProject;
  /** What the journal beside the database holds. */
  readonly lines: JournalAction[];
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
  const journal = {
    append: async (action: JournalAction) => void lines.push(...linesIn(lineOf(action)).actions),
    appendLine: async (line: Uint8Array) => void lines.push(...linesIn(new TextDecoder().decode(line)).actions),
  };
  const { store, database } = await connect(name, journal);
  await withList(({ projects }) => projects.put({ id: name, opened, database: name }));
  await fill(store, start);
  const another = async () => workspaceOver((await connect(name)).store, start, 'two');
  return { ...(await workspaceOver(store, start)), store, database, start, lines, another };
}

const contents = largePackage(tags);
const fileOf = (from: PackageContents, name = 'large.attest.json') =>
  new File([new Uint8Array(writePackage(from, application).bytes)], name, { lastModified: 0 });

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
    return { action, cause, parameters, changes, sets: [...sets].sort(), undoes: undoes !== undefined };
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
});
