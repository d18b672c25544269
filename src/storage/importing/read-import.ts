import type { Fault } from '../../formats/fault.ts';
import type { CountingReport, FileFault } from '../../formats/format.ts';
import type { Loss } from '../../formats/losses.ts';
import { phraseOf } from '../../formats/package/phrase.ts';
import { formatMessages } from '../../messages/formats.ts';
import type { PackageContents } from '../../model/package-contents.ts';
import { readPackageFile } from '../read-package-file.ts';
import { givenBy, type ImportStore } from './existing.ts';

/** What files were found to be. */
export interface Found {
  /** A SHA-256. */
  readonly checksum: string;
  /** The checksum of a package in four words; `null` for files of other tools. */
  readonly phrase: string | null;
  /** The id of the format. */
  readonly format: string;
  /** What reading had to decide. */
  readonly notes: readonly Loss[];
}

/** Files that hold something to be imported. */
export interface ReadFiles {
  readonly found: Found;
  readonly contents: PackageContents;
}

/** Files that are not imported: the first faults, and how many more there are. */
export interface RefusedFiles {
  readonly faults: readonly Fault[];
  readonly more: number;
}

const shownFaults = 50;

/** Reads one package; `told` hears what share of the work is done, from 0 to 1. */
export async function readOnePackage(file: Blob, told?: (share: number) => void): Promise<ReadFiles | RefusedFiles> {
  const read = await readPackageFile(file, told);
  if ('faults' in read) return refused(read.faults);
  const { checksum, contents } = read;
  return { found: { checksum, phrase: phraseOf(checksum), format: 'attest', notes: [] }, contents };
}

/** Reads a package or, where it is none, files of another tool against what is in the project. */
export async function readFiles(
  store: ImportStore,
  files: readonly File[],
  told?: (share: number) => void,
): Promise<ReadFiles | RefusedFiles> {
  const [file] = files;
  const together = file && files.length === 1 ? null : refused([{ path: '', ...formatMessages.unknownTogether }]);
  const read = together ?? (await readOnePackage(file as File, told));
  return 'contents' in read ? read : ((await readOthers(store, files)) ?? read);
}

/** `null` where no format knows the files. */
async function readOthers(store: ImportStore, files: readonly File[]): Promise<ReadFiles | RefusedFiles | null> {
  // The formats of other tools are needed seldom, and every worker would have to be given them.
  const { readOtherFiles } = await import('../read-other-files.ts');
  const at = new Date(Math.max(...files.map(({ lastModified }) => lastModified))).toISOString();
  const read = await readOtherFiles({ files, given: await givenBy(store, at) });
  if (!read) return null;
  const { format, checksum, outcome } = read;
  if (outcome.outcome === 'refused') return refused(outcome.faults.map(inItsFile(files[0]?.name ?? '')));
  if (outcome.outcome === 'unanchored') return refused([standingNowhere(outcome.report)]);
  return { found: { checksum, phrase: null, format, notes: outcome.notes }, contents: outcome.contents };
}

const refused = (faults: readonly Fault[]): RefusedFiles => ({
  faults: faults.slice(0, shownFaults),
  more: Math.max(0, faults.length - shownFaults),
});

/** A fault whose place names its file too, where that is not the one that was chosen: there are several, or it is in an archive. */
const inItsFile =
  (chosen: string) =>
  ({ file, path, ...fault }: FileFault): Fault => ({ path: file === chosen ? path : `${file} ${path}`.trim(), ...fault });

/** That the passages do not stand where the files say, in the way of counting in which most of them do. */
function standingNowhere(report: readonly CountingReport[]): Fault {
  const [best] = [...report].sort((a, b) => b.fitting - a.fitting);
  return { path: '', ...formatMessages.unanchored(best?.fitting ?? 0, best?.of ?? 0) };
}
