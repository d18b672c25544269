import { filesIn, isArchive } from '../formats/archive.ts';
import { asWork } from '../formats/as-work.ts';
import type { Format, FormatFile, Given, ReadOutcome } from '../formats/format.ts';
import { largest } from '../formats/package/read.ts';
import { fingerprint } from '../formats/settle.ts';
import { formatOf } from '../formats/table.ts';
import { formatMessages } from '../messages/formats.ts';

/** What files of another tool were found to be; `checksum` is a SHA-256 of their names and bytes. */
export interface OtherFiles {
  readonly format: Format['id'];
  readonly checksum: string;
  readonly outcome: ReadOutcome;
}

/** Reads files that another tool wrote, or the one archive they are in; `null` where no format knows them. */
export async function readOtherFiles({
  files,
  given,
}: {
  readonly files: readonly File[];
  readonly given: Given;
}): Promise<OtherFiles | null> {
  const refused = (fault: { reason: string; fix: string }): OtherFiles => {
    const [{ name } = { name: '' }] = files;
    return { format: '', checksum: '', outcome: { outcome: 'refused', faults: [{ file: name, path: '', ...fault }] } };
  };
  if (files.reduce((sum, { size }) => sum + size, 0) > largest) return refused(formatMessages.tooLarge);
  const found = await Promise.all(files.map(bytesOf));
  const [only] = found;
  const unpacked = found.length === 1 && only && isArchive(only.bytes) ? filesIn(only.bytes, largest) : found;
  if (unpacked === null) return refused(formatMessages.damagedArchive);
  const format = formatOf(unpacked);
  if (!format?.read || format.id === 'attest') return null;
  return { format: format.id, checksum: fingerprint(unpacked), outcome: asWork(format.read(unpacked, given)) };
}

async function bytesOf(file: File): Promise<FormatFile> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}
