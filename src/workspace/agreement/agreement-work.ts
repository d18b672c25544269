import { agreementReportMessages as words } from '../../messages/agreement-report.ts';
import { markDerived } from '../../model/commands/exposure.ts';
import { initialsOf } from '../../model/views/initials.ts';
import { startOf } from '../../model/views/tags.ts';
import type { ComparedChoice } from '../../review/compared-project.ts';
import type { Cell } from '../../review/report/cell.ts';
import type { Passage } from '../../review/report/passages.ts';
import type { TagsFrom } from '../../storage/agreement/agreement-jobs.ts';
import { KeptWorker } from '../../workers/run-job.ts';
import { type Parameters, text } from '../actions/action.ts';
import { allStored } from '../all-stored.ts';
import { cursorOver } from '../cursor.ts';
import type { Host } from '../host.ts';
import { newestText } from '../session.ts';
import type { AgreementChoice, AgreementState, MeasuredReport } from './agreement-state.ts';
import { contentsOf } from './contents-in-memory.ts';
import { exposedSets } from './exposed.ts';

// The same report from the same sets, on every machine and on the command line.
const draws = { draws: 1_000, seed: 1 };
// What is drawn at once.
const atOnce = 50;

const workers = new WeakMap<Host, KeptWorker>();

const showState = (host: Host, agreement: AgreementState): void => host.state.setState({ agreement });

/** Changes what is shown of the report, as long as this one is. */
function change(host: Host, report: MeasuredReport['report'], to: Partial<MeasuredReport>): void {
  const { agreement } = host.state.getState();
  if (agreement?.kind === 'measured' && agreement.report === report) showState(host, { ...agreement, ...to });
}

/** Shows the report as it is, or with none what can be compared. */
export function show(host: Host): void {
  const { agreement, session } = host.state.getState();
  if (agreement === null || agreement.kind === 'choosing') showState(host, { kind: 'choosing', choice: usualChoice(host), problem: null });
  host.show({ panel: session.panel === 'agreement' ? 'annotation' : 'agreement', raised: true });
}

/** All independent sets with tags; on which of them nothing is said yet. */
function usualChoice(host: Host): AgreementChoice {
  const { project, counters } = host.state.getState();
  const tagged = new Set(
    [...counters].flatMap(([key, { byType }]) => (Object.keys(byType).length > 0 ? [key.slice(key.indexOf('/') + 1)] : [])),
  );
  const sets = [...project.sets.values()].filter(({ id, basis }) => basis === 'independent' && tagged.has(id));
  return { sets: sets.map(({ id }) => id), on: 'shared' };
}

/** Changes what is to be compared; from a report goes back to the choice. */
export function choose(host: Host, parameters: Parameters): void {
  const { agreement } = host.state.getState();
  if (agreement === null || agreement.kind === 'measuring') return;
  if (agreement.kind === 'measured') workers.get(host)?.end();
  const choice = { ...agreement.choice, ...(parameters.choice as Partial<AgreementChoice> | undefined) };
  showState(host, { kind: 'choosing', choice, problem: null });
}

/** Measures in a worker, which reads the tags itself and keeps them for the passages. */
export async function measure(host: Host): Promise<void> {
  const { agreement, counters } = host.state.getState();
  if (agreement?.kind !== 'choosing') return;
  const { choice } = agreement;
  if (choice.sets.length < 2) return showState(host, { kind: 'choosing', choice, problem: 'sets' });
  // In memory alone nothing is ever stored, and the page has all of it.
  if (host.store.commitBeside && !(await allStored(host))) return host.notice(words.meetsUnsaved, 'refused');
  const worker = freshWorker(host);
  let shown: AgreementState = { kind: 'measuring', choice, done: 0, total: 0 };
  showState(host, shown);
  const isCurrent = () => host.state.getState().agreement === shown;
  const progress = (done: number, total: number) => {
    if (!isCurrent()) return;
    shown = { kind: 'measuring', choice, done, total };
    showState(host, shown);
  };
  try {
    const measured = await worker.run(
      'measureAgreement',
      { from: await tagsFrom(host, choice), choice: comparedChoice(host, choice), draws },
      progress,
    );
    if (!isCurrent()) return;
    if ('problem' in measured) return showState(host, { kind: 'choosing', choice, problem: measured.problem });
    const at = host.context().now();
    showState(host, { kind: 'measured', choice, report: measured.report, at, counters, open: null, waiting: null });
  } catch {
    // Cancelled: what is shown is another thing by now.
    if (isCurrent()) showState(host, { kind: 'choosing', choice, problem: 'failed' });
  }
}

function freshWorker(host: Host): KeptWorker {
  workers.get(host)?.end();
  const worker = new KeptWorker();
  workers.set(host, worker);
  return worker;
}

const tagsFrom = async (host: Host, choice: AgreementChoice): Promise<TagsFrom> =>
  host.store.commitBeside ? { project: host.store.projectId } : { contents: await contentsOf(host, choice.sets) };

function comparedChoice(host: Host, { sets, on }: AgreementChoice): ComparedChoice {
  const open = host.openText();
  return { sets, on: on !== 'open' ? on : { text: open ?? '' } };
}

/** Ends the measuring. */
export function cancel(host: Host): void {
  const { agreement } = host.state.getState();
  if (agreement?.kind !== 'measuring') return;
  showState(host, { kind: 'choosing', choice: agreement.choice, problem: null });
  workers.get(host)?.end();
}

/** Shows the passages behind a cell, more of them where it is open, or with no cell the report again. */
export async function showPassages(host: Host, parameters: Parameters): Promise<void> {
  const { agreement } = host.state.getState();
  if (agreement?.kind !== 'measured') return;
  const { report, open } = agreement;
  const cell = parameters.cell as Cell | undefined;
  if (cell === undefined) return change(host, report, { open: null, waiting: null });
  if (await waitsForWord(host, () => showPassages(host, parameters))) return;
  const shown = open?.cell === cell ? open : { cell, name: text(parameters, 'name') ?? '', total: null, passages: [] };
  change(host, report, { open: shown });
  const behind = await workers.get(host)?.run('showPassages', { cell, from: shown.passages.length, count: atOnce });
  const { agreement: now } = host.state.getState();
  if (!behind || now?.kind !== 'measured' || now.open !== shown) return;
  change(host, report, { open: { ...shown, total: behind.total, passages: [...shown.passages, ...behind.passages] } });
}

/** True where passages would show a colleague's tags before one's own are done: it is asked, and `goOn` done after the word. */
async function waitsForWord(host: Host, goOn: () => Promise<void>): Promise<boolean> {
  const { agreement } = host.state.getState();
  if (agreement?.kind !== 'measured') return false;
  const sets = exposedSets(host.state.getState(), agreement.report);
  if (sets.length > 0) change(host, agreement.report, { waiting: { sets, goOn } });
  return sets.length > 0;
}

/** Leaves the passages for later. */
export function wait(host: Host): void {
  const { agreement } = host.state.getState();
  if (agreement?.kind === 'measured') change(host, agreement.report, { waiting: null });
}

/** Goes on all the same: one's own set counts as derived from then on; the report stays as it was measured. */
export async function goOnExposed(host: Host): Promise<void> {
  const { agreement } = host.state.getState();
  if (agreement?.kind !== 'measured' || agreement.waiting === null) return;
  const { sets, goOn } = agreement.waiting;
  change(host, agreement.report, { waiting: null });
  const { project, session } = host.state.getState();
  const seen = host.commit('see-set', markDerived(project, { mine: session.own, others: sets }));
  await Promise.all([seen, goOn()]);
}

/** Opens the article at a passage, with the tags of all compared sets over it. */
export async function goToPassage(host: Host, parameters: Parameters): Promise<void> {
  const passage = parameters.passage as Passage;
  const article = host.state.getState().project.articles.get(passage.article);
  if (!article) return host.notice(words.gone, 'refused');
  const version = passage.text === newestText(article) ? null : passage.text;
  await host.open(article.id, { version });
  const { project, session } = host.state.getState();
  const others = passage.readings.map(({ set }) => set).filter((set) => set !== session.set);
  const own = project.annotations.get(passage.readings.find(({ set }) => set === session.set)?.tag?.id ?? '');
  const start = own ? startOf(own) : passage.start;
  host.show({
    layers: initialsOf(project, others),
    selected: own?.id ?? null,
    cursor: cursorOver(own ? own.segments[0] : { start, end: passage.end }),
    view: null,
  });
}

/** Saves the report as a file of a format: `html`, `csv` or `json`. */
export async function save(host: Host, parameters: Parameters): Promise<void> {
  const { agreement } = host.state.getState();
  if (agreement?.kind !== 'measured') return;
  // It quotes passages.
  if (text(parameters, 'format') === 'html' && (await waitsForWord(host, () => save(host, parameters)))) return;
  const { saveReport } = await import('./save-report.ts');
  const spots = async (cell: Cell) => (await workers.get(host)?.run('showPassages', { cell, from: 0, count: atOnce }))?.passages ?? [];
  await saveReport(host, agreement, text(parameters, 'format') ?? 'html', spots);
}
