import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { brokenAt } from '../formats/chain.ts';
import { brokenRules } from '../model/integrity.ts';
import { applyPatch, squash } from '../model/patch.ts';
import { emptyProject, type Project } from '../model/project.ts';
import type { Id } from '../model/records.ts';
import { DexieProjectStore } from '../storage/dexie-project-store.ts';
import { rescue } from '../storage/rescue.ts';
import { actionsAfter } from '../storage/stored-history.ts';
import { type Fault, FaultyStorage } from '../testing/faulty-storage.ts';
import { samplePackage } from '../testing/sample-package.ts';
import { sampleProject } from '../testing/sample-project.ts';
import { connect, fill } from '../testing/sample-store.ts';
import { workspaceOver } from '../testing/sample-workspace.ts';
import { count } from '../testing/test-length.ts';
import type { Host } from './host.ts';
import type { Workspace } from './workspace.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => vi.useRealTimers());

const contents = [
  'Headline\n\nKim said so. KCNA told AFP that all was well. “It is safe,” she added.',
  'Another headline\n\nAda Quill called it “a long wait” on Monday.',
];

/** The program over storage that can be made to fail, and what is known of it from outside. */
interface Bench {
  readonly workspace: Workspace;
  readonly host: Host;
  readonly faulty: FaultyStorage;
  /** Every time the line said "Saved" although something was not in both copies. */
  readonly lies: number[];
}

let opened = 0;

async function bench(spoil: (store: DexieProjectStore) => void = () => undefined): Promise<Bench> {
  opened += 1;
  const name = `failing-${opened}`;
  const start = sampleProject(...contents);
  await fill((await connect(name)).store, start);
  const faulty = new FaultyStorage(name);
  const store = new DexieProjectStore(name, () => faulty.open(), faulty.journal);
  spoil(store);
  const { workspace, host } = await workspaceOver(store, start);
  const committed = vi.spyOn(host, 'commit');
  const lies: number[] = [];
  workspace.state.subscribe(({ saving }, before) => {
    const made = committed.mock.calls.filter(([, patch]) => patch.length > 0).length;
    if (saving.kind === 'saved' && saving !== before.saving && new Set(faulty.journaled).size < made) lies.push(made);
  });
  return { workspace, host, faulty, lies };
}

/** Long enough for everything that does not wait for a timer. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 6; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** Lets so many seconds pass, or fewer when it is enough. */
async function seconds(most: number, enough: () => boolean = () => false): Promise<void> {
  for (let second = 0; second < most && !enough(); second += 1) {
    await vi.advanceTimersByTimeAsync(1_000);
    await turns();
  }
}

type Step = (bench: Bench) => void | Promise<void>;

const perform =
  (id: string, parameters: (bench: Bench) => Readonly<Record<string, unknown>> = () => ({})): Step =>
  (bench) =>
    bench.workspace.perform(id, parameters(bench));

const tag = (type: string, start: number, end: number): Step => perform('tag', () => ({ type, stretches: [{ start, end }] }));
const tags = ({ workspace }: Bench): Id[] => [...workspace.state.getState().project.annotations.keys()];
const article = (index: number) => (bench: Bench) => ({ article: [...bench.workspace.state.getState().project.articles.keys()][index] });

/** As a person would: tries again until the article is open. */
const openArticle =
  (index: number): Step =>
  async (bench) => {
    const wanted = article(index)(bench);
    for (let tries = 0; bench.workspace.state.getState().session.article !== wanted.article && tries < 20; tries += 1) {
      bench.workspace.perform('open-article', wanted);
      await turns();
      await vi.advanceTimersByTimeAsync(4_000);
    }
  };

const link: Step = perform('link', (bench) => ({ from: tags(bench)[0], to: tags(bench)[1], relation: 'said-by' }));

const importSample: Step = async (bench) => {
  const { state } = bench.workspace;
  for (let tries = 0; state.getState().exchange.kind !== 'preview' && tries < 20; tries += 1) {
    bench.workspace.perform('read-import', { files: [new File([new Uint8Array(samplePackage().bytes)], 'sample.attest.json')] });
    await turns();
    await vi.advanceTimersByTimeAsync(4_000);
  }
  bench.workspace.perform('apply-import');
};

const flows: Readonly<Record<string, readonly Step[]>> = {
  'one tag': [tag('claim', 10, 22)],
  'tag and note': [
    tag('quote', 59, 73),
    perform('set-note', (bench) => ({ annotation: tags(bench)[0], note: 'check' })),
    perform('flush-note'),
  ],
  'tag, source, link': [tag('quote', 59, 73), tag('source', 10, 13), link],
  'delete what is linked': [
    tag('quote', 59, 73),
    tag('source', 10, 13),
    link,
    perform('delete-annotation', (bench) => ({ annotation: tags(bench)[1] })),
  ],
  'undo and redo': [tag('claim', 10, 22), tag('source', 10, 13), perform('undo'), perform('undo'), perform('redo')],
  'values and flag': [
    tag('claim', 10, 22),
    perform('set-attribute', () => ({ attribute: 'kind', value: 'event' })),
    perform('set-flag', () => ({ flag: 'unsure' })),
  ],
  'other edges, other type': [
    tag('claim', 10, 22),
    perform('set-segments', () => ({ stretches: [{ start: 10, end: 21 }] })),
    perform('retype', () => ({ type: 'quote' })),
  ],
  'a pasted article': [perform('add-articles', () => ({ pasted: 'A third headline\n\nWords of it.' })), tag('claim', 0, 7)],
  'two articles': [
    tag('claim', 10, 22),
    openArticle(1),
    tag('source', 18, 27),
    perform('set-status', () => ({ status: 'done' })),
    openArticle(0),
  ],
  'an import and its undo': [tag('source', 10, 13), importSample, tag('claim', 10, 22), perform('undo'), perform('undo')],
};

const names = [
  'AbortError',
  'ConstraintError',
  'DataError',
  'InvalidStateError',
  'NotFoundError',
  'NotReadableError',
  'QuotaExceededError',
  'ReadOnlyError',
  'TimeoutError',
  'TransactionInactiveError',
  'UnknownError',
  'VersionError',
];
const faults: readonly Fault[] = [...names.map((name) => ({ name })), 'silence'];

/** Plays the flow while the call with this number fails (0: none), then waits until all is said to be saved. */
async function play(
  steps: readonly Step[],
  at: number,
  fault: Fault,
  spoil?: (store: DexieProjectStore) => void,
): Promise<Bench & { readonly calls: number }> {
  const running = await bench(spoil);
  running.faulty.arm(at, fault);
  for (const step of steps) {
    await step(running);
    await turns();
  }
  await seconds(120, () => running.workspace.state.getState().saving.kind === 'saved');
  // What was reading when the call fell silent gives up only after ten seconds; what failed to be read is read again after one.
  await seconds(fault === 'silence' ? 12 : 3);
  return { ...running, calls: running.faulty.calls };
}

/** What is wrong after a flow: nothing may be. */
async function wrongAfter({ workspace, host, faulty, lies }: Bench): Promise<string[]> {
  const { saving, project } = workspace.state.getState();
  const open = host.openText();
  const made = vi.mocked(host.commit).mock.calls.filter(([, patch]) => patch.length > 0).length;
  const { store, database } = await connect(host.store.projectId);
  const actions = await actionsAfter(database, 0);
  const stored = await rescue(host.store.projectId, store);
  const replayed = squash(actions.map(({ entry }) => entry.patch));
  return [
    ...(saving.kind === 'saved' ? [] : ['it is never saved']),
    ...(lies.length === 0 ? [] : ['it said "Saved" too early']),
    ...(actions.length - 1 === made ? [] : [`${actions.length - 1} of ${made} actions are stored`]),
    ...(new Set(faulty.journaled).size === made ? [] : [`${new Set(faulty.journaled).size} of ${made} actions are in the journal`]),
    ...(brokenAt(actions.map(({ entry }) => entry)) === null ? [] : ['the chain is broken']),
    ...(same(applyPatch(emptyProject, replayed), stored) ? [] : ['rows and journal differ']),
    ...(sameOpen(project, stored, open) ? [] : ['memory and database differ']),
    ...brokenRules(stored).map(({ rule, id }) => `rule ${rule} of ${id}`),
  ];
}

const tables = ['articles', 'authors', 'sets', 'annotations', 'relations', 'entities', 'codebooks'] as const;
const sorted = (records: Iterable<readonly [Id, unknown]>) => JSON.stringify([...records].sort(([a], [b]) => (a < b ? -1 : 1)));
const same = (a: Project, b: Project): boolean => tables.every((table) => sorted(a[table]) === sorted(b[table]));

/** Memory holds the tags of the open text only. */
function sameOpen(memory: Project, stored: Project, text: string | null): boolean {
  const annotations = new Map([...stored.annotations].filter(([, annotation]) => annotation.text === text));
  const relations = new Map([...stored.relations].filter(([, relation]) => relation.text === text));
  return same(memory, { ...stored, annotations, relations });
}

// In the short run every tenth pair of a call and a fault, another tenth for each flow.
const every = count(10, 1);

describe('whichever storage call fails', () => {
  it.each(Object.entries(flows).map(([name, steps], index) => [name, steps, index] as const))(
    'nothing of “%s” is lost, nothing is said to be saved too early, and all is stored in the end',
    async (_, steps, index) => {
      const good = await play(steps, 0, 'silence');
      expect(await wrongAfter(good)).toEqual([]);
      const wrong: string[] = [];
      for (let pair = index; pair < good.calls * faults.length; pair += every) {
        const [at, fault] = [Math.floor(pair / faults.length) + 1, faults[pair % faults.length] ?? 'silence'];
        const problems = await wrongAfter(await play(steps, at, fault));
        const name = fault === 'silence' ? fault : fault.name;
        wrong.push(...problems.map((problem) => `call ${at}, ${name}: ${problem}`));
      }
      expect(wrong).toEqual([]);
    },
    count(120_000, 3_600_000),
  );

  it('a store that swallows what went wrong is caught by the same check', async () => {
    const swallowing = (store: DexieProjectStore) => {
      const commit = store.commit.bind(store);
      vi.spyOn(store, 'commit').mockImplementation((draft, texts) =>
        commit(draft, texts).catch(() => ({ ...draft, seq: 0, previous: '', hash: '' })),
      );
    };
    expect(await wrongAfter(await play([tag('claim', 10, 22)], 5, { name: 'QuotaExceededError' }, swallowing))).not.toEqual([]);
  });

  it('the line says so within a second and a bit, and a rescue copy holds what is not stored', async () => {
    const { workspace, host, faulty } = await bench();
    workspace.perform('tag', { type: 'source', stretches: [{ start: 10, end: 13 }] });
    await host.stored();
    faulty.arm(1, 'silence');
    workspace.perform('tag', { type: 'claim', stretches: [{ start: 10, end: 22 }] });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(workspace.state.getState().saving).toMatchObject({ kind: 'not-saved', count: 1, reason: 'blocked' });
    const rescued = host.rescued();
    await seconds(4);
    expect([...(await rescued).annotations.values()].map(({ type }) => type)).toEqual(['source', 'claim']);
  });

  it('an article that is added while no database can be had is opened and tagged, and stored once there is one', async () => {
    const { workspace, host, faulty } = await bench();
    const { state } = workspace;
    faulty.arm(1, { name: 'UnknownError' }, true);
    workspace.perform('add-articles', { pasted: 'A third headline\n\nWords of it.' });
    await seconds(2);
    workspace.perform('tag', { type: 'claim', stretches: [{ start: 0, end: 7 }] });
    await seconds(2);
    expect(state.getState().saving).toMatchObject({ kind: 'not-saved', count: 2 });
    expect([...state.getState().project.annotations.values()].map(({ segments }) => segments[0]?.exact)).toEqual(['A third']);
    faulty.arm(0, 'silence');
    await seconds(5, () => state.getState().saving.kind === 'saved');
    expect(await host.store.loadTags(host.openText() ?? '')).toMatchObject({ annotations: [{ type: 'claim' }] });
  });
});
