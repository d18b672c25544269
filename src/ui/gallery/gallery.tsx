import '../parts.css';
import { createStore } from 'zustand/vanilla';
import { conflictMessages } from '../../messages/conflict.ts';
import { exchangeMessages } from '../../messages/exchange.ts';
import { allOf } from '../../model/views/export-contents.ts';
import type { ImportView } from '../../model/views/import-view.ts';
import { type ChecksState, findingId } from '../../workspace/checks/checks-state.ts';
import { cursorOver } from '../../workspace/cursor.ts';
import type { Exchange, Session, WorkspaceState } from '../../workspace/state.ts';
import type { StorageState } from '../../workspace/storage/storage-state.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { HintLine } from '../frame/hint-line.tsx';
import { Notices } from '../frame/notices.tsx';
import { SaveState } from '../frame/save-state.tsx';
import { TopBar } from '../frame/top-bar.tsx';
import { Library } from '../library/library.tsx';
import { Panel } from '../panel/panel.tsx';
import { Reader } from '../reader/reader.tsx';
import { WorkspaceContext } from '../use-workspace.ts';
import styles from './gallery.module.css';
import { sample, selectable } from './sample-state.ts';

const { state, named, articles } = sample();
const session = (change: Partial<Session>): Partial<WorkspaceState> => ({ session: { ...state.session, ...change } });
const selected = (name: string, change: Partial<Session> = {}) => session({ selected: named[name] ?? null, ...change });
const exchange = (change: Exchange): Partial<WorkspaceState> => ({ exchange: change, ...session({ panel: 'exchange' }) });
const empty = { ...state.project, annotations: new Map(), relations: new Map() };
const work = { decide: () => Promise.resolve(view), apply: () => Promise.resolve(null), end: () => undefined };
const view: ImportView = {
  people: ['Ben'],
  added: {},
  present: { articles: 1 },
  replaced: {},
  removed: {},
  kept: {},
  empty: false,
  conflicts: [],
  moreConflicts: 0,
  undecided: 0,
};
const file = { fileName: 'attest_Ben.attest.json', checksum: '', phrase: 'mango helmet thunder violet', format: 'attest', notes: [] };
const preview = (change: Partial<ImportView>) => exchange({ kind: 'preview', ...file, view: { ...view, ...change }, work });
const disputed = state.project.annotations.get(named.quote ?? '');
const conflicts = disputed
  ? [{ table: 'annotations' as const, id: disputed.id, ours: disputed, theirs: [{ ...disputed, note: 'He said it twice.' }], choice: null }]
  : [];

const storage = (change: Partial<StorageState>): Partial<WorkspaceState> => ({
  storage: { ...state.storage, saved: 412, ...change },
  ...session({ panel: 'storage' }),
});
const checks = (change: Partial<ChecksState>): Partial<WorkspaceState> => ({ checks: { ...state.checks, unfolded: true, ...change } });
const [found] = state.checks.findings;
const good = { at: '2026-02-16T09:30:00.000Z', findings: [], texts: 12, tags: 410, links: 380, actions: 412, files: 2 };
const conflict = {
  action: 'set-note',
  parameters: {},
  cause: { kind: 'manual' as const },
  patch: [],
  texts: [],
  mine: [{ name: 'Note', value: 'The spokesman gave the number twice.\nThe second time he said “about”.' }],
  about: '',
};

const readers: readonly (readonly [string, Partial<WorkspaceState>])[] = [
  ['tagged: overlapping, nested, crossing, open', {}],
  ['selected, with its links', selected('quote')],
  ['selected, in two parts, open', selected('claim')],
  ['a selection with its toolbar', { project: empty, ...session({ cursor: cursorOver(selectable) }) }],
  [
    'edges being edited',
    selected('number', {
      mode: {
        kind: 'editing',
        annotation: named.number ?? '',
        segment: 0,
        edge: 'end',
        before: state.project.annotations.get(named.number ?? '') as never,
      },
    }),
  ],
  [
    'a part being added',
    selected('number', { mode: { kind: 'adding-part', annotation: named.number ?? '' }, cursor: cursorOver(selectable) }),
  ],
  ['right to left', session({ article: articles[1] ?? null })],
  ['no article', session({ article: null })],
];

const panels: readonly (readonly [string, Partial<WorkspaceState>])[] = [
  ['a quote', selected('quote')],
  ['a claim without a source', selected('number')],
  ['a source', selected('quill')],
  ['the choice of a source', selected('claim', { mode: { kind: 'linking', from: named.claim ?? '', relation: 'claimed-by' } })],
  ['somebody else’s', { people: [], ...selected('quote') }],
  ['the list', {}],
  ['checks: a finding gone to', checks({ current: found ? findingId(found) : null })],
  ['checks: the question for a reason', checks({ asking: found ? findingId(found) : null })],
  [
    'checks: one acknowledged',
    checks({
      findings: state.checks.findings.map((finding) =>
        finding === found ? { ...finding, acknowledged: { reason: 'no speaker in the text', author: '', at: '' } } : finding,
      ),
    }),
  ],
  ['checks: what is proposed', checks({ confirming: true, findings: [] })],
  ['the list, empty', { project: empty }],
  ['the keys', session({ panel: 'keys' })],
  ['people', session({ panel: 'people' })],
  ['details', session({ panel: 'article' })],
  [
    'added files',
    {
      ...session({ panel: 'add' }),
      added: [
        { kind: 'added', name: 'one.txt', article: '', encoding: 'windows-1251' },
        { kind: 'known', name: 'two.txt', article: '' },
        { kind: 'refused', name: 'three.txt', reason: 'binary' },
      ],
    },
  ],
  ['storage: no backup yet', storage({})],
  [
    'storage: a folder, earlier states',
    storage({
      folder: { name: 'Backups', state: 'ready' },
      lastBackup: { seq: 412, at: '2026-02-16T09:30:00.000Z', kind: 'folder', fileName: 'attest_project_1f2e3d4c.attest.json' },
      earlier: [
        { name: 'b', seq: 400, at: '2026-02-16T08:30:00.000Z' },
        { name: 'a', seq: 310, at: '2026-02-15T17:00:00.000Z' },
      ],
      report: good,
    }),
  ],
  ['storage: the folder is locked', storage({ folder: { name: 'Backups', state: 'ask' }, work: { job: 'check', done: 2, total: 7 } })],
  [
    'storage: something is wrong',
    storage({
      report: {
        ...good,
        findings: [
          { kind: 'rule', detail: 'annotations/words 00000000', article: articles[0] ?? '' },
          { kind: 'counter', detail: 'a text and a set' },
        ],
      },
    }),
  ],
  ['storage: the question', storage({ summary: { articles: 12, tags: 410, links: 380, actions: 412, days: 9 } })],
  [
    'export: what goes along',
    exchange({
      kind: 'choosing',
      chosen: { ...allOf(state.session.set), articles: 'tagged', packed: false, format: 'attest' },
      held: { counts: { annotations: 12, relations: 9, articles: 2, texts: 2 }, authors: [], linksLeft: 1, losses: [] },
    }),
  ],
  [
    'export: done',
    exchange({ kind: 'exported', fileName: 'attest_Ana.attest.json', phrase: 'kelp flint locket fossil', bytes: new Uint8Array() }),
  ],
  ['import: preview', preview({ added: { annotations: 12, relations: 9 } })],
  ['import: conflict', preview({ empty: true, conflicts, undecided: 1 })],
  ['import: reading', exchange({ kind: 'reading', fileName: file.fileName, done: 40, total: 100, work })],
  ['import: writing', exchange({ kind: 'writing', words: exchangeMessages.importing(file.fileName) })],
  [
    'import: refused',
    exchange({
      kind: 'refused',
      fileName: 'notes.json',
      faults: [{ path: '/annotations/3/segments/0/exact', reason: 'The words do not stand there.', fix: 'Ask for the file again.' }],
      more: 4,
    }),
  ],
];

const bars: readonly (readonly [string, Partial<WorkspaceState>])[] = [
  ['saved', {}],
  ['saving', { saving: { kind: 'saving', count: 3 } }],
  ['not saved', { saving: { kind: 'not-saved', count: 3, reason: 'quota' }, persisted: false }],
];

/** Every part in every state, in the light and the dark scheme: a page for looking, served by `npm run dev` only. */
export function Gallery() {
  return (
    <div className={styles.gallery}>
      {(['light', 'dark'] as const).map((scheme) => (
        <section key={scheme} className={styles.scheme} data-scheme={scheme}>
          <h1>{scheme}</h1>
          {bars.map(([name, change]) => (
            <Cell key={name} name={name} change={change} kind="bar" part={<TopBar />} />
          ))}
          <Cell
            name="messages"
            change={{
              notices: [
                { id: 1, text: 'Quote and 1 link deleted', kind: 'done', undo: 'e' },
                { id: 2, text: 'Another tab has changed this since.', kind: 'refused' },
                { id: 3, text: conflictMessages.changed(['Note']), kind: 'refused', conflict },
              ],
            }}
            kind="notices"
            part={<Notices />}
          />
          <Cell name="ready offline" change={{ release: 'kept' }} kind="bar" part={<HintLine />} />
          <Cell name="a new version" change={{ release: 'newer' }} kind="bar" part={<HintLine />} />
          <Cell name="the save state alone" change={{ persisted: false }} kind="bar" part={<SaveState />} />
          <Cell name="the library" change={{}} kind="panel" part={<Library />} />
          {panels.map(([name, change]) => (
            <Cell key={name} name={name} change={change} kind="panel" part={<Panel />} />
          ))}
          {readers.map(([name, change]) => (
            <Cell key={name} name={name} change={change} kind="reader" part={<Reader />} />
          ))}
        </section>
      ))}
    </div>
  );
}

function Cell({
  name,
  change,
  kind,
  part,
}: {
  readonly name: string;
  readonly change: Partial<WorkspaceState>;
  readonly kind: string;
  readonly part: React.ReactNode;
}) {
  return (
    <figure className={styles.cell} data-kind={kind}>
      <figcaption>{name}</figcaption>
      <div>
        <WorkspaceContext value={still({ ...state, ...change })}>{part}</WorkspaceContext>
      </div>
    </figure>
  );
}

/** A workspace that shows one state and does nothing. */
function still(shown: WorkspaceState): Workspace {
  return { state: createStore(() => shown), perform: () => undefined, show: () => undefined, dismiss: () => undefined };
}
