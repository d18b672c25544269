import type { EntryDraft } from '../../model/journal.ts';
import type { Id } from '../../model/records.ts';
import type { ImportView } from '../../model/views/import-view.ts';
import type { Alignment } from '../../review/report/alignment.ts';
import type { DexieProjectStore } from '../dexie-project-store.ts';
import { noHead } from '../journal/line.ts';
import type { Progress } from '../progress.ts';
import { type Decision, PlannedImport } from './planned-import.ts';
import { type Found, type RefusedFiles, readFiles } from './read-import.ts';
import { type Outcome, type Place, withStore, writeBeside } from './write-beside.ts';

/** What a worker keeps from one job to the next, and what it hands over with the answer instead of a copy. */
export interface Desk {
  planned: PlannedImport | null;
  /** The sets whose agreement was measured last. */
  alignment: Alignment | null;
  handedOver: ArrayBuffer[];
}

/** What the files are and what importing them would do; or why they are refused. */
export type ReadImport = { readonly found: Found; readonly view: ImportView } | RefusedFiles;

const parts = 100;
// Reading takes most of the time; the rest is for planning.
const forReading = 90;

/** Reads and plans an import, and keeps it. */
export async function readImport(
  { project, files }: { readonly project: Id; readonly files: readonly File[] },
  progress: Progress,
  desk: Desk,
): Promise<ReadImport> {
  progress(0, parts);
  return withStore({ project, seen: noHead }, async (store) => {
    const read = await readFiles(store, files, (share) => progress(Math.round(share * forReading), parts));
    if ('faults' in read) return read;
    progress(forReading, parts);
    desk.planned = await PlannedImport.of(store, read.contents);
    return { found: read.found, view: desk.planned.view };
  });
}

/** Decides conflicts of the import that is kept. */
export async function decideImport(decision: Decision, _: Progress, desk: Desk): Promise<ImportView> {
  const planned = kept(desk);
  planned.decide(decision);
  return planned.view;
}

// Each try fails only because a tab has stored something in between, so progress is made by somebody.
const tries = 50;

/** What became of an import; `changed` where something was stored meanwhile that leaves it empty or asks for a decision. */
export type ImportOutcome = Outcome | { readonly kind: 'changed'; readonly view: ImportView };

/** Writes the import that is kept, as the action that the draft begins. */
export async function writeImport(
  { draft, fileName, ...place }: Place & { readonly draft: EntryDraft; readonly fileName: string },
  _: Progress,
  desk: Desk,
): Promise<ImportOutcome> {
  const outcome = await withStore(place, (store) => write(store, kept(desk), draft, fileName));
  if (outcome.kind === 'written') desk.handedOver = [outcome.written.line.buffer];
  return outcome;
}

async function write(store: DexieProjectStore, planned: PlannedImport, draft: EntryDraft, fileName: string): Promise<ImportOutcome> {
  for (let left = tries; ; left -= 1) {
    const { patch, texts } = planned.plan;
    if (patch.length === 0) return { kind: 'changed', view: planned.view };
    const outcome = await writeBeside(store, { ...draft, parameters: planned.parameters(fileName), patch }, texts);
    if (outcome.kind !== 'conflict' || outcome.reason !== 'changed' || left === 0) return outcome;
    await planned.planAgain(store);
  }
}

function kept({ planned }: Desk): PlannedImport {
  if (!planned) throw new Error('No import was read here.');
  return planned;
}
