import type { Fault } from '../../formats/fault.ts';
import type { CountingReport, FileFault } from '../../formats/format.ts';
import { phraseOf } from '../../formats/package/phrase.ts';
import { exchangeMessages } from '../../messages/exchange.ts';
import { formatMessages } from '../../messages/formats.ts';
import { workspaceMessages } from '../../messages/workspace.ts';
import { type Choice, conflictKey, type Existing, planImport } from '../../model/commands/import-package.ts';
import { contentsIn } from '../../model/keyed-records.ts';
import type { PackageContents } from '../../model/package-contents.ts';
import type { Annotation, AnyRecord, Id, Relation, TableName } from '../../model/records.ts';
import { copiesIn } from '../../model/set-copy.ts';
import { readPackageFile } from '../../storage/read-package-file.ts';
import { runJob } from '../../workers/run-job.ts';
import { type Parameters, text } from '../actions/action.ts';
import { openAsProject } from '../actions/open-backup.ts';
import type { Host } from '../host.ts';
import type { ReadFile } from '../state.ts';
import { readOthers } from './read-others.ts';
import { showExchange } from './show-exchange.ts';

const shownFaults = 50;
// Smaller ones are read before a worker has started.
const forWorker = 300_000;

/** Reads a package, or the files of another tool, and shows what importing them would do, or why they are refused. */
export async function readImport(host: Host, parameters: Parameters): Promise<void> {
  // It is compared with what is stored, and that may take hours to come.
  if (host.state.getState().saving.kind === 'not-saved') return host.notice(workspaceMessages.importMeetsUnsaved, 'refused');
  const files = Array.isArray(parameters.files) ? parameters.files.filter((file) => file instanceof File) : [];
  const [file] = files;
  if (!file || (files.length === 1 && (await openAsProject(host, file)))) return;
  const fileName = exchangeMessages.filesNamed(file.name, files.length);
  const read = files.length === 1 ? await readPackage(file) : { faults: [{ path: '', ...formatMessages.unknownTogether }] };
  if (!('faults' in read)) {
    const { checksum, contents } = read;
    return preview(host, { fileName, checksum, phrase: phraseOf(checksum), format: 'attest', notes: [] }, contents);
  }
  const others = await readOthers(host, files);
  if (!others) return refuse(host, fileName, read.faults);
  const { format, checksum, outcome } = others;
  if (outcome.outcome === 'refused') return refuse(host, fileName, outcome.faults.map(inItsFile(file.name)));
  if (outcome.outcome === 'unanchored') return refuse(host, fileName, [standingNowhere(outcome.report)]);
  return preview(host, { fileName, checksum, phrase: null, format, notes: outcome.notes }, outcome.contents);
}

const readPackage = (file: File) => (file.size > forWorker ? runJob('readFile', { file }) : readPackageFile(file));

/** A fault whose place names its file too, where that is not the one that was chosen: there are several, or it is in an archive. */
const inItsFile =
  (chosen: string) =>
  ({ file, path, ...fault }: FileFault): Fault => ({ path: file === chosen ? path : `${file} ${path}`.trim(), ...fault });

/** That the passages do not stand where the files say, in the way of counting in which most of them do. */
function standingNowhere(report: readonly CountingReport[]): Fault {
  const [best] = [...report].sort((a, b) => b.fitting - a.fitting);
  return { path: '', ...formatMessages.unanchored(best?.fitting ?? 0, best?.of ?? 0) };
}

function refuse(host: Host, fileName: string, faults: readonly Fault[]): void {
  const more = Math.max(0, faults.length - shownFaults);
  showExchange(host, { kind: 'refused', fileName, faults: faults.slice(0, shownFaults), more });
}

async function preview(host: Host, read: ReadFile, contents: PackageContents): Promise<void> {
  const existing = await existingFor(host, contents);
  const planWith = (choices: ReadonlyMap<string, Choice>) => planImport(existing, contents, choices);
  const choices = new Map<string, Choice>();
  showExchange(host, { kind: 'preview', ...read, choices, plan: planWith(choices), planWith });
}

/** Decides a conflict of the file that is shown, or with no `id` all that are still open. */
export function decide(host: Host, parameters: Parameters): void {
  const { exchange } = host.state.getState();
  const { choice } = parameters;
  if (exchange.kind !== 'preview' || (choice !== 'ours' && typeof choice !== 'number')) return;
  const id = text(parameters, 'id');
  const choices = new Map(exchange.choices);
  for (const conflict of exchange.plan.conflicts) {
    const fits = choice === 'ours' ? conflict.ours !== null : choice < conflict.theirs.length;
    const meant = id === null ? conflict.choice === null : conflict.id === id && conflict.table === text(parameters, 'table');
    if (meant && fits) choices.set(conflictKey(conflict), choice);
  }
  showExchange(host, { ...exchange, choices, plan: exchange.planWith(choices) });
}

/** Imports what is shown, in one action that can be undone. */
export async function applyImport(host: Host): Promise<void> {
  const { exchange } = host.state.getState();
  if (exchange.kind !== 'preview') return;
  const { plan, fileName, checksum } = exchange;
  showExchange(host, { kind: 'idle' });
  const parameters = { fileName, ...(plan.united.length > 0 && { united: plan.united }) };
  await host.commit('import', plan.patch, { parameters, cause: { kind: 'import', checksum }, texts: plan.texts });
  host.notice(workspaceMessages.imported(fileName), 'done', plan.patch.length > 0 ? true : undefined);
}

async function existingFor(host: Host, contents: PackageContents): Promise<Existing> {
  await host.stored();
  const records = contentsIn(contents);
  const known = new Map<string, AnyRecord>();
  for (const table of new Set(records.map((item) => item.table))) {
    const ids = new Set(records.filter((item) => item.table === table).map(({ id }) => id));
    for (const [id, record] of await knownOf(host, table, [...ids])) known.set(`${table}/${id}`, record);
  }
  const sets = new Map<Id, { annotations: readonly Annotation[]; relations: readonly Relation[]; head: string | null }>();
  for (const id of new Set(copiesIn(contents).map(({ set }) => set.id)))
    sets.set(id, { ...(await host.store.loadSet(id)), head: await host.store.headOfSet(id) });
  return {
    record: (table, id) => known.get(`${table}/${id}`) ?? null,
    ofSet: (set) => sets.get(set) ?? { annotations: [], relations: [] },
    head: (set) => sets.get(set)?.head ?? null,
  };
}

async function knownOf(host: Host, table: TableName, ids: readonly Id[]): Promise<(readonly [Id, AnyRecord])[]> {
  if (table === 'annotations' || table === 'relations')
    return (await host.store.find(table, ids)).map((record) => [record.id, record] as const);
  const records: ReadonlyMap<Id, AnyRecord> = host.state.getState().project[table];
  return ids.flatMap((id) => {
    const record = records.get(id);
    return record ? [[id, record] as const] : [];
  });
}
