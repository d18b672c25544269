/** What is wrong in a file: where (a JSON Pointer), why, and what to do, in plain words. */
export interface Fault {
  readonly path: string;
  readonly reason: string;
  readonly fix: string;
}

/** The JSON Pointer (RFC 6901) of a path of keys and indices. */
export function pointer(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
