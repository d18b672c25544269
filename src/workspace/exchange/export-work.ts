import type { FormatFile, Written } from '../../formats/format.ts';
import { phraseOf } from '../../formats/package/phrase.ts';
import { application, writePackage } from '../../formats/package/write.ts';
import { exchangeMessages } from '../../messages/exchange.ts';
import { formatMessages } from '../../messages/formats.ts';
import { workspaceMessages } from '../../messages/workspace.ts';
import { recordExport, renameAuthor } from '../../model/commands/people.ts';
import type { PackageContents } from '../../model/package-contents.ts';
import { applyPatch, type Patch } from '../../model/patch.ts';
import type { Project } from '../../model/project.ts';
import type { Id, TextRecord } from '../../model/records.ts';
import { allOf, type ExportChoice, exportContents, type StoredTags } from '../../model/views/export-contents.ts';
import { projectContents } from '../../model/views/project-contents.ts';
import { gzip } from '../../storage/gzip.ts';
import { type Parameters, text } from '../actions/action.ts';
import { download, saveAs } from '../download.ts';
import type { Host } from '../host.ts';
import type { Chosen, Held } from './export-choice.ts';
import { showExchange } from './show-exchange.ts';

/** Offers what can be exported; while something cannot be stored, hands over a rescue copy at once. */
export async function offerExport(host: Host): Promise<void> {
  const { session, saving } = host.state.getState();
  if (saving.kind === 'not-saved') return exportRescue(host);
  // Who reviews a set sends it with the reply.
  const shown = session.review ? session.own : session.set;
  await offerChosen(host, { ...allOf(shown), articles: 'tagged', packed: false, format: 'attest' });
}

/** Offers to export exactly this. */
export async function offerChosen(host: Host, chosen: Chosen): Promise<void> {
  showExchange(host, { kind: 'choosing', chosen, held: null });
  await countChosen(host);
}

/** Counts what the file will hold as it is chosen now. */
export async function countChosen(host: Host): Promise<void> {
  const { exchange: before } = host.state.getState();
  if (before.kind !== 'choosing') return;
  const held = await countHeld(host, before.chosen);
  const { exchange } = host.state.getState();
  // It may have been closed or changed while this was counted.
  if (exchange.kind === 'choosing' && exchange.chosen === before.chosen) host.state.setState({ exchange: { ...exchange, held } });
}

async function countHeld(host: Host, chosen: Chosen): Promise<Held> {
  const { project } = host.state.getState();
  const stored = await tagsOf(host, chosen);
  const contents = exportContents(project, choiceOf(host, chosen), stored);
  const along = new Set(contents.annotations?.map(({ id }) => id));
  const counts = Object.entries(contents).map(([table, records]) => [table, records.length] as const);
  return {
    counts: Object.fromEntries(counts.filter(([, count]) => count > 0)),
    authors: contents.authors?.map(({ id }) => id) ?? [],
    linksLeft: stored.relations.filter(({ from, to }) => along.has(from) !== along.has(to)).length,
    losses: (await written(contents, chosen.format)).losses.map(({ facet, count }) => formatMessages.loss(facet, count)),
  };
}

/** The files of the contents in another format than our own, for which nothing is lost and no other has to be loaded. */
async function written(contents: PackageContents, format: string): Promise<Written> {
  if (format === 'attest') return { files: [], losses: [] };
  const { formatNamed } = await import('../../formats/table.ts');
  return formatNamed(format)?.write?.(contents, { application }) ?? { files: [], losses: [] };
}

function choiceOf(host: Host, { articles, packed: _, format: __, ...choice }: Chosen): ExportChoice {
  const { project, session } = host.state.getState();
  const ids = { tagged: null, open: session.article === null ? [] : [session.article], all: [...project.articles.keys()] };
  return { ...choice, articles: ids[articles] };
}

/** The tags of the chosen sets and every text that may go along, with its content. */
async function tagsOf(host: Host, chosen: Chosen): Promise<StoredTags> {
  const sets = await Promise.all(chosen.sets.map((set) => host.store.loadSet(set)));
  const texts = new Map(sets.flatMap((set) => set.texts).map((record) => [record.id, record]));
  for (const record of await textsOf(host, choiceOf(host, chosen))) texts.set(record.id, record);
  return {
    annotations: sets.flatMap(({ annotations }) => annotations),
    relations: sets.flatMap(({ relations }) => relations),
    reviews: sets.flatMap(({ reviews }) => reviews),
    texts: [...texts.values()],
  };
}

async function textsOf(host: Host, { articles }: ExportChoice): Promise<TextRecord[]> {
  const { project } = host.state.getState();
  const newest = (articles ?? []).flatMap((id) => project.articles.get(id)?.versions.at(-1)?.text ?? []);
  const records = await Promise.all(
    newest.map(async (id) => {
      const [record, content] = [project.texts.get(id), await host.store.loadText(id)];
      return record && content !== null ? [{ ...record, content }] : [];
    }),
  );
  return records.flat();
}

/** Exports what was chosen, once everything is stored and everybody whose name is to be read has one. */
export async function exportChosen(host: Host, parameters: Parameters): Promise<void> {
  const { exchange, readOnly } = host.state.getState();
  if (exchange.kind !== 'choosing') return;
  const { chosen } = exchange;
  const noted = await (readOnly === null ? noteExport : asIfNoted)(host, chosen, text(parameters, 'name'));
  const contents = exportContents(noted, choiceOf(host, chosen), await tagsOf(host, chosen));
  await handOver(host, contents, chosen, nameOf(noted, chosen));
}

async function handOver(host: Host, contents: PackageContents, { packed, format }: Chosen, name: string): Promise<void> {
  const { bytes, checksum } = writePackage(contents, application);
  const phrase = phraseOf(checksum);
  if (format !== 'attest') return handOverAs(host, format, (await written(contents, format)).files, fileStem(name, phrase));
  const fileName = `${fileNameFor(name, phrase)}${packed ? '.gz' : ''}`;
  const file = packed ? await gzip(bytes) : bytes;
  download(fileName, file);
  showExchange(host, { kind: 'exported', fileName, phrase, bytes: file });
}

/** One file as it is, several in an archive. */
async function handOverAs(host: Host, format: string, files: readonly FormatFile[], stem: string): Promise<void> {
  const [only, ...others] = files;
  if (!only) return;
  const bytes = others.length === 0 ? only.bytes : (await import('../../formats/archive.ts')).archiveOf(files);
  const fileName = `${stem}_${others.length === 0 ? only.name : `${format}.zip`}`;
  download(fileName, bytes);
  showExchange(host, { kind: 'exported', fileName, phrase: null, bytes });
}

function nameOf(project: Project, { sets, pseudonyms }: Chosen): string {
  if (sets.length === 0) return exchangeMessages.blindFile;
  const names = sets.map((id) => project.authors.get(project.sets.get(id)?.author ?? '')?.name ?? '');
  return pseudonyms ? exchangeMessages.pseudonymFile : names.join(' ');
}

/** Hands over everything that can be read of the project, with what is not stored on top, whatever state the storage is in. */
export async function exportRescue(host: Host): Promise<void> {
  const contents = projectContents(await host.rescued());
  const { bytes, checksum } = writePackage(contents, application);
  const fileName = fileNameFor('rescue', phraseOf(checksum));
  download(fileName, bytes);
  host.notice(workspaceMessages.rescued(fileName, contents.annotations?.length ?? 0), 'refused');
}

/** Writes the bytes just exported to a place of one's choice. */
export async function saveExported(host: Host): Promise<void> {
  const { exchange } = host.state.getState();
  if (exchange.kind !== 'exported') return;
  if (await saveAs(exchange.fileName, exchange.bytes)) host.notice(workspaceMessages.exported(exchange.fileName), 'done');
}

/** Notes the name that was given and where the journal stands; gives the project as it is then. */
async function noteExport(host: Host, { sets }: Chosen, name: string | null): Promise<Project> {
  const now = () => host.state.getState().project;
  await host.commit('rename-person', named(host, name));
  await host.stored();
  for (const { set, head } of await headsOf(host, sets))
    await host.commit('export', recordExport(now(), { set, head }), { parameters: { set } });
  await host.stored();
  return now();
}

/** The project as it would be had heads been noted: the file says the same, and nothing is written. */
async function asIfNoted(host: Host, { sets }: Chosen, name: string | null): Promise<Project> {
  const heads = await headsOf(host, sets);
  const project = applyPatch(host.state.getState().project, named(host, name));
  return heads.reduce((so, known) => applyPatch(so, recordExport(so, known)), project);
}

/** Gives the name to whoever works here; without one nothing changes. */
function named(host: Host, name: string | null): Patch {
  const { project, session } = host.state.getState();
  const author = project.sets.get(session.own)?.author;
  return name === null || author === undefined ? [] : renameAuthor(project, { author, name });
}

async function headsOf(host: Host, sets: readonly Id[]): Promise<{ readonly set: Id; readonly head: string }[]> {
  const heads = await Promise.all(sets.map(async (set) => ({ set, head: await host.store.headOfSet(set) })));
  return heads.flatMap(({ set, head }) => (head === null ? [] : [{ set, head }]));
}

function fileStem(name: string, phrase: string): string {
  const day = new Date().toISOString().slice(0, 10);
  const parts = ['attest', name, day, phrase].map((part) => part.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, ''));
  return parts.filter(Boolean).join('_');
}

const fileNameFor = (name: string, phrase: string): string => `${fileStem(name, phrase)}.attest.json`;
