import { formatMessages } from '../../messages/formats.ts';
import type { PackageContents } from '../../model/package-contents.ts';
import type { FormatFile, ReadOutcome, WriteChoice, Written } from '../format.ts';
import { readPackage } from './read.ts';
import { writePackage } from './write.ts';

/** The package as one of the formats: nothing is lost. */
export function writeAttest(contents: PackageContents, { application }: WriteChoice): Written {
  return { files: [{ name: 'project.attest.json', bytes: writePackage(contents, application).bytes }], losses: [] };
}

/** Reads one package. */
export function readAttest(files: readonly FormatFile[]): ReadOutcome {
  const [file, ...others] = files;
  if (!file || others.length > 0)
    return { outcome: 'refused', faults: [{ file: others[0]?.name ?? '', path: '', ...formatMessages.onePackage }] };
  const read = readPackage(file.bytes);
  if ('faults' in read) return { outcome: 'refused', faults: read.faults.map((fault) => ({ file: file.name, ...fault })) };
  return { outcome: 'read', contents: read.contents, counting: { unit: 'utf-16', crlf: 2 }, notes: [], checksum: read.checksum };
}
