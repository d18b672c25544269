import type { PackageContents } from '../../model/package-contents.ts';
import { sha256 } from '../../text/hash.ts';
import { canonicalJson } from '../canonical.ts';

const arrays = [
  'codebooks',
  'texts',
  'articles',
  'authors',
  'sets',
  'annotations',
  'relations',
  'entities',
  'reviews',
  'forks',
  'variants',
  'journal',
] as const satisfies readonly (keyof PackageContents)[];

/** Who writes the files of Attest, for their readers: no version, so that the same contents give the same bytes. */
export const application = 'Attest';

/** The canonical bytes of a package and their checksum. The same contents give the same bytes anywhere. */
export function writePackage(contents: PackageContents, application: string): { bytes: Uint8Array; checksum: string } {
  const body = { format: 'attest-package', formatVersion: 1, offsetUnit: 'utf-16', application, ...sorted(contents) };
  const json = canonicalJson(body);
  const checksum = sha256(json);
  // Put in where it belongs instead of writing everything once more: a backup can have hundreds of megabytes.
  const at = json.search(/\n "(?:codebooks|entities|format)":/u);
  return { bytes: new TextEncoder().encode(`${json.slice(0, at)}\n "checksum": "${checksum}",${json.slice(at)}`), checksum };
}

/** SHA-256 of the canonical bytes of a package without its `checksum` member. */
export function checksumOf(body: object): string {
  return sha256(canonicalJson({ ...body, checksum: undefined }));
}

/** Every list in the order in which it is written. */
export function sorted(contents: PackageContents): PackageContents {
  const members = arrays.map((name) => {
    const records: readonly { readonly id: string; readonly version?: string }[] | undefined = contents[name];
    return [name, records && [...records].sort(byId)] as const;
  });
  return Object.fromEntries(members);
}

// Two versions of one codebook share their id.
const byId = (a: { readonly id: string; readonly version?: string }, b: typeof a): number => {
  const [left, right] = [`${a.id}@${a.version ?? ''}`, `${b.id}@${b.version ?? ''}`];
  return left < right ? -1 : left > right ? 1 : 0;
};
