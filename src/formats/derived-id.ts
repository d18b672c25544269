import type { Id } from '../model/records.ts';
import { sha256 } from '../text/hash.ts';

/** A UUID (RFC 9562, version 8) made of the parts alone, so that the same file read twice gives the same records. Throws a RangeError for ill-formed parts. */
export function derivedId(...parts: readonly string[]): Id {
  const hex = sha256(JSON.stringify(parts));
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** True for a UUID as records have it. */
export const isId = (words: string): boolean => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u.test(words);
