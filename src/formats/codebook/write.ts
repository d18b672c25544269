import type { Codebook } from '../../model/codebooks/codebook.ts';
import { unchosen } from '../../model/codebooks/newsroom-core.ts';
import { canonicalJson } from '../canonical.ts';

/** The canonical bytes of a codebook file. The same codebook gives the same bytes anywhere. */
export function writeCodebook(codebook: Codebook): Uint8Array {
  return new TextEncoder().encode(canonicalJson({ format: 'attest-codebook', formatVersion: 1, ...unchosen(codebook) }));
}

/** What the file of a codebook is called. */
export const codebookFileName = ({ id, version }: Codebook): string => `${id}_${version}.codebook.json`;
