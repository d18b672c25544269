import { unzipSync, zipSync } from 'fflate';
import type { FormatFile } from './format.ts';

// The earliest a zip file can say: when it was packed is nobody's affair, and the same files are the same bytes.
const packedAt = new Date(1980, 0, 1);

/** The files in one zip archive. */
export const archiveOf = (files: readonly FormatFile[]): Uint8Array =>
  zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, [bytes, { mtime: packedAt }] as const])));

/** True for the first bytes of a zip archive. */
export const isArchive = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

/** The files in a zip archive, folders left out; `null` where it is damaged or holds more than `most` bytes. */
export function filesIn(archive: Uint8Array, most: number): FormatFile[] | null {
  let size = 0;
  try {
    const files = unzipSync(archive, {
      filter: ({ originalSize }) => {
        size += originalSize;
        return size <= most;
      },
    });
    if (size > most) return null;
    return Object.entries(files).flatMap(([name, bytes]) => (name.endsWith('/') ? [] : [{ name, bytes }]));
  } catch {
    return null;
  }
}
