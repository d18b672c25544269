import { zipSync } from 'fflate';
import type { FormatFile } from '../../formats/format.ts';

// The earliest a zip file can say: when it was packed is nobody's affair, and the same files are the same bytes.
const packedAt = new Date(1980, 0, 1);

/** The files in one zip archive. */
export const archiveOf = (files: readonly FormatFile[]): Uint8Array =>
  zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, [bytes, { mtime: packedAt }] as const])));
