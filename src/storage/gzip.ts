import { largest, type ReadPackage, type RefusedPackage, readPackage } from '../formats/package/read.ts';
import { packageMessages } from '../messages/package.ts';

/** The bytes packed by gzip. */
export async function gzip(bytes: Uint8Array): Promise<Uint8Array> {
  const packed = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

/** The bytes a gzip file holds. Rejects with a RangeError where they are more than `limit`, with another error where it is damaged. */
export async function gunzip(file: Blob, limit: number): Promise<Uint8Array> {
  const reader = file.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length;
    // A few kilobytes can unpack to more than any memory holds.
    if (length > limit) {
      await reader.cancel();
      throw new RangeError(`More than ${limit} bytes.`);
    }
    parts.push(next.value);
  }
  return new Uint8Array(await new Blob(parts.map((part) => new Uint8Array(part))).arrayBuffer());
}

/** Reads a package from a file, packed or not, or says what is wrong with it. Rejects only where the file itself cannot be read. */
export async function readPackageFile(file: Blob): Promise<ReadPackage | RefusedPackage> {
  const refuse = (fault: { reason: string; fix: string }) => ({ readable: false, faults: [{ path: '', ...fault }] });
  if (file.size > largest) return refuse(packageMessages.tooLarge);
  const start = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  if (start[0] !== 0x1f || start[1] !== 0x8b) return readPackage(new Uint8Array(await file.arrayBuffer()));
  try {
    return readPackage(await gunzip(file, largest));
  } catch (error) {
    return refuse(error instanceof RangeError ? packageMessages.tooLarge : packageMessages.notGzip);
  }
}
