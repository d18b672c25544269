import { workspaceMessages } from '../../messages/workspace.ts';
import { type Existing, type ImportPlan, planImport, recordsIn } from '../../model/commands/import-package.ts';
import { recordExport, renameAuthor } from '../../model/commands/people.ts';
import type { PackageContents } from '../../model/package-contents.ts';
import { applyPatch } from '../../model/patch.ts';
import type { Project } from '../../model/project.ts';
import type { Annotation, AnyRecord, Id, Relation, TableName } from '../../model/records.ts';
import { exportContents } from '../../model/views/export-contents.ts';
import { projectContents } from '../../model/views/project-contents.ts';
import { runJob } from '../../workers/run-job.ts';
import { canSaveAs, download, saveAs } from '../download.ts';
import type { Host } from '../host.ts';
import type { Exchange } from '../state.ts';
import { type Action, type Parameters, text } from './action.ts';
import { openAsProject } from './open-backup.ts';

/** Who wrote the file, for the reader of it: no version, so that the same contents give the same bytes. */
const application = 'Attest';
const shownFaults = 50;

export const exchangeActions: readonly Action[] = [
  { id: 'export', available: () => true, run: exportSet },
  { id: 'rescue-export', available: () => true, run: exportRescue },
  { id: 'read-import', writes: true, available: () => true, run: readImport },
  { id: 'choose-import', writes: true, available: () => true, run: () => document.querySelector<HTMLElement>('[data-import]')?.click() },
  { id: 'apply-import', writes: true, available: ({ exchange }) => exchange.kind === 'preview', run: applyImport },
  { id: 'save-as', available: ({ exchange }) => exchange.kind === 'exported' && canSaveAs(), run: saveExported },
  { id: 'cancel-import', available: () => true, run: (host) => show(host, { kind: 'idle' }) },
];

function show(host: Host, exchange: Exchange): void {
  host.state.setState({ exchange });
  host.show({ panel: exchange.kind === 'idle' ? 'annotation' : 'exchange' });
}

/** Exports the shown set; while something cannot be stored, a rescue copy. The first time it asks for the author's name, which `name` then brings. */
async function exportSet(host: Host, parameters: Parameters): Promise<void> {
  const { project, session, readOnly, saving } = host.state.getState();
  if (saving.kind === 'not-saved') return exportRescue(host);
  const author = project.authors.get(project.sets.get(session.set)?.author ?? '');
  if (!author) return;
  const name = text(parameters, 'name')?.trim() ?? author.name;
  if (name === '') return show(host, { kind: 'name-needed' });
  const exported = readOnly === null ? await noteExport(host, author.id, name) : await asIfNoted(host, author.id, name);
  const { writePackage } = await import('../../formats/package/write.ts');
  const { phraseOf } = await import('../../formats/package/phrase.ts');
  const { bytes, checksum } = writePackage(exportContents(exported, session.set, await host.store.loadSet(session.set)), application);
  const phrase = phraseOf(checksum);
  const fileName = fileNameFor(name, phrase);
  download(fileName, bytes);
  show(host, { kind: 'exported', fileName, phrase, bytes });
}

/** Hands over everything that can be read of the project, with what is not stored on top, whatever state the storage is in. */
export async function exportRescue(host: Host): Promise<void> {
  const contents = projectContents(await host.rescued());
  const { writePackage } = await import('../../formats/package/write.ts');
  const { phraseOf } = await import('../../formats/package/phrase.ts');
  const { bytes, checksum } = writePackage(contents, application);
  const fileName = fileNameFor('rescue', phraseOf(checksum));
  download(fileName, bytes);
  host.notice(workspaceMessages.rescued(fileName, contents.annotations?.length ?? 0), 'refused');
}

/** Writes the bytes just exported to a place of one's choice. */
async function saveExported(host: Host): Promise<void> {
  const { exchange } = host.state.getState();
  if (exchange.kind !== 'exported') return;
  if (await saveAs(exchange.fileName, exchange.bytes)) host.notice(workspaceMessages.exported(exchange.fileName), 'done');
}

/** Notes the author's name and where the journal stands; gives the project as it is then. */
async function noteExport(host: Host, author: Id, name: string): Promise<Project> {
  const { set } = host.state.getState().session;
  await host.commit('rename-person', renameAuthor(host.state.getState().project, { author, name }));
  await host.stored();
  const head = await host.store.headOfSet(set);
  if (head === null) return host.state.getState().project;
  await host.commit('export', recordExport(host.state.getState().project, { set, head }), { parameters: { set } });
  await host.stored();
  return host.state.getState().project;
}

/** The project as it would be had name and head been noted: the file says the same, and nothing is written. */
async function asIfNoted(host: Host, author: Id, name: string): Promise<Project> {
  const { project, session } = host.state.getState();
  const named = applyPatch(project, renameAuthor(project, { author, name }));
  const head = await host.store.headOfSet(session.set);
  return head === null ? named : applyPatch(named, recordExport(named, { set: session.set, head }));
}

function fileNameFor(name: string, phrase: string): string {
  const day = new Date().toISOString().slice(0, 10);
  const parts = ['attest', name, day, phrase].map((part) => part.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, ''));
  return `${parts.join('_')}.attest.json`;
}

// Smaller ones are read before a worker has started.
const forWorker = 300_000;

async function readPackage(file: File) {
  if (file.size > forWorker) return runJob('readFile', { file });
  const { readPackageFile } = await import('../../storage/gzip.ts');
  return readPackageFile(file);
}

async function readImport(host: Host, parameters: Parameters): Promise<void> {
  const { file } = parameters;
  // It is compared with what is stored, and that may take hours to come.
  if (host.state.getState().saving.kind === 'not-saved') return host.notice(workspaceMessages.importMeetsUnsaved, 'refused');
  if (!(file instanceof File) || (await openAsProject(host, file))) return;
  const read = await readPackage(file);
  if ('faults' in read) {
    return show(host, {
      kind: 'refused',
      fileName: file.name,
      faults: read.faults.slice(0, shownFaults),
      more: Math.max(0, read.faults.length - shownFaults),
    });
  }
  const { phraseOf } = await import('../../formats/package/phrase.ts');
  const plan = await planFor(host, read.contents);
  show(host, { kind: 'preview', fileName: file.name, checksum: read.checksum, phrase: phraseOf(read.checksum), plan });
}

async function planFor(host: Host, contents: PackageContents): Promise<ImportPlan> {
  await host.stored();
  const records = recordsIn(contents);
  const found = new Map<string, AnyRecord>();
  for (const table of new Set(records.map((item) => item.table))) {
    const ids = records.filter((item) => item.table === table).map(({ id }) => id);
    for (const [id, record] of await known(host, table, ids)) found.set(`${table}/${id}`, record);
  }
  const sets = new Map<Id, { annotations: readonly Annotation[]; relations: readonly Relation[]; head: string | null }>();
  for (const { id } of contents.sets ?? []) sets.set(id, { ...(await host.store.loadSet(id)), head: await host.store.headOfSet(id) });
  const existing: Existing = {
    record: (table, id) => found.get(`${table}/${id}`) ?? null,
    ofSet: (set) => sets.get(set) ?? { annotations: [], relations: [] },
    head: (set) => sets.get(set)?.head ?? null,
  };
  return planImport(existing, contents);
}

async function known(host: Host, table: TableName, ids: readonly Id[]): Promise<(readonly [Id, AnyRecord])[]> {
  if (table === 'annotations' || table === 'relations')
    return (await host.store.find(table, ids)).map((record) => [record.id, record] as const);
  const records: ReadonlyMap<Id, AnyRecord> = host.state.getState().project[table];
  return ids.flatMap((id) => {
    const record = records.get(id);
    return record ? [[id, record] as const] : [];
  });
}

async function applyImport(host: Host): Promise<void> {
  const { exchange } = host.state.getState();
  if (exchange.kind !== 'preview') return;
  const { plan, fileName, checksum } = exchange;
  show(host, { kind: 'idle' });
  await host.commit('import', plan.patch, { parameters: { fileName }, cause: { kind: 'import', checksum }, texts: plan.texts });
  host.notice(workspaceMessages.imported(fileName), 'done', plan.patch.length > 0 ? true : undefined);
}
