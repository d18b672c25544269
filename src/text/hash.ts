import { sha256 as digest } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** SHA-256 of a text's UTF-8 bytes, lower-case hex. Throws a RangeError for an ill-formed text, which would hash like another one. */
export function sha256(text: string): string {
  if (!text.isWellFormed()) throw new RangeError('The text holds half a surrogate pair.');
  return bytesToHex(digest(new TextEncoder().encode(text)));
}
