import { largest, type ReadPackage, type RefusedPackage, readPackage } from '../formats/package/read.ts';
import { packageMessages } from '../messages/package.ts';
import { gunzip } from './gzip.ts';

/**
 * Reads a package from a file, packed or not, or says what is wrong with it. Rejects only where the file itself cannot be read.
 * `told` hears now and then what share of the work is done, from 0 to 1.
 */
export async function readPackageFile(file: Blob, told?: (share: number) => void): Promise<ReadPackage | RefusedPackage> {
  const refuse = (fault: { reason: string; fix: string }) => ({ readable: false, faults: [{ path: '', ...fault }] });
  if (file.size > largest) return refuse(packageMessages.tooLarge);
  const start = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  if (start[0] !== 0x1f || start[1] !== 0x8b) return readPackage(new Uint8Array(await file.arrayBuffer()), told);
  try {
    return readPackage(await gunzip(file, largest), told);
  } catch (error) {
    return refuse(error instanceof RangeError ? packageMessages.tooLarge : packageMessages.notGzip);
  }
}
