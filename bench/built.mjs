import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** The code of a file of this folder with all that it imports. */
export async function built(name, format, options = {}) {
  const lib = { entry: fileURLToPath(new URL(name, import.meta.url)), formats: [format], name: 'importing', fileName: 'importing' };
  const [{ output }] = [await build({ configFile: false, logLevel: 'error', build: { write: false, lib, ...options } })].flat();
  return output[0].code;
}
