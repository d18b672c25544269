import { formatMessages } from '../messages/formats.ts';
import type { PackageContents } from '../model/package-contents.ts';
import type { Found } from './foreign.ts';
import type { FileFault, FormatFile, Given, ReadOutcome, WriteChoice } from './format.ts';
import { textFile } from './json-file.ts';
import { carried, type Loss } from './losses.ts';
import { readPackage } from './package/read.ts';
import { writePackage } from './package/write.ts';
import { settle } from './settle.ts';

const companionName = 'without-tags.attest.json';
const lossesName = 'losses.txt';

/** The package of everything but tags and links. Tools do not read it; Attest does when the files come back. */
function companionOf(contents: PackageContents, { application }: WriteChoice): FormatFile {
  const { annotations: _, relations: __, ...rest } = carried(contents, ['journal', 'undecided']);
  return { name: companionName, bytes: writePackage(rest, application).bytes };
}

/** What goes along with the files of other tools: the companion, and what is lost, in words, where anything is. */
export function beside(contents: PackageContents, losses: readonly Loss[], choice: WriteChoice): FormatFile[] {
  const lines = losses.map(({ facet, count }) => `- ${formatMessages.loss(facet, count)}`);
  const told = losses.length === 0 ? [] : [textFile(lossesName, `${formatMessages.lossesTitle}\n\n${lines.join('\n')}\n`)];
  return [companionOf(contents, choice), ...told];
}

/** Reads files of another tool with `find`, and the companion beside them where there is one. */
export function readForeign(files: readonly FormatFile[], given: Given, find: (files: readonly FormatFile[]) => Found): ReadOutcome {
  const companion = companionAmong(files);
  if ('faults' in companion) return { outcome: 'refused', faults: companion.faults };
  const found = find(withoutCompanion(files));
  return 'faults' in found
    ? { outcome: 'refused', faults: found.faults }
    : settle({ ...found, companion: companion.contents }, given, files);
}

/** The files without the companion and what is said about losses. */
export const withoutCompanion = (files: readonly FormatFile[]): FormatFile[] =>
  files.filter(({ name }) => !name.endsWith(companionName) && !name.endsWith(lossesName));

function companionAmong(files: readonly FormatFile[]): { readonly contents: PackageContents } | { readonly faults: readonly FileFault[] } {
  const file = files.find(({ name }) => name.endsWith(companionName));
  if (!file) return { contents: {} };
  const read = readPackage(file.bytes);
  return 'faults' in read ? { faults: read.faults.map((fault) => ({ file: file.name, ...fault })) } : { contents: read.contents };
}
