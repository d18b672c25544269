/** One file of a build: its path from the folder of `index.html`, and the SHA-256 of its bytes in lower-case hex. */
export type BuiltFile = readonly [path: string, hash: string];

/** What a page says to the worker that waits: the analyst agreed. */
export const takeOverOrder = 'take over';

/** What the worker tells every page when it takes over: the build it serves from now on. */
export interface TakenOver {
  readonly build: string;
}

/** What the caches of all builds under one address begin with; several copies of Attest may share an origin. */
export const cachePrefix = (scope: string): string => `attest ${scope} `;

/** The cache with the files of one build. */
export const cacheName = (scope: string, build: string): string => cachePrefix(scope) + build;

/** The lock that every page of a build holds, shared, as long as it lives. */
export const buildLock = (build: string): string => `attest-build-${build}`;
