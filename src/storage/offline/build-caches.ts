import { type BuiltFile, buildLock, cacheName, cachePrefix } from './names.ts';

const page = 'index.html';
// A host that answers by the headers of a request must not make a stored file invisible.
const matching = { ignoreVary: true };

/** The files of all builds that are kept, seen by the worker of one of them. */
export class BuildCaches {
  readonly #scope: string;
  readonly #own: string;
  readonly #files: readonly BuiltFile[];

  /** `scope` is the address of the folder that is served, with its last slash. */
  constructor(scope: string, build: string, files: readonly BuiltFile[]) {
    this.#scope = scope;
    this.#own = cacheName(scope, build);
    this.#files = files;
  }

  /** Keeps every file of the own build; throws, and leaves nothing behind, where one cannot be had as it was built. */
  keepAll(): Promise<void> {
    return this.#alone(async () => {
      if (await this.index()) return;
      const cache = await caches.open(this.#own);
      try {
        await Promise.all(this.#files.filter(([path]) => path !== page).map((file) => this.#keep(cache, file)));
        // Last: where the page is, everything it needs is there too.
        await Promise.all(this.#files.filter(([path]) => path === page).map((file) => this.#keep(cache, file)));
      } catch (error) {
        await caches.delete(this.#own);
        throw error;
      }
    });
  }

  /** The page of the own build; `undefined` when the cache was erased. */
  index(): Promise<Response | undefined> {
    return caches.match(this.#scope + page, { ...matching, cacheName: this.#own });
  }

  /** A file of the own build, else of an older one whose page is still open; `undefined` when none has it. */
  async find(address: string): Promise<Response | undefined> {
    return (await caches.match(address, { ...matching, cacheName: this.#own })) ?? caches.match(address, matching);
  }

  /** Deletes the builds that no open page belongs to; `next` tells whether a newer build is being kept, which has no page yet. */
  removeAbandoned(next: () => boolean): Promise<void> {
    return this.#alone(async () => {
      if (next()) return;
      const prefix = cachePrefix(this.#scope);
      const others = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== this.#own);
      const { held = [] } = await navigator.locks.query();
      const living = new Set(held.map(({ name }) => name));
      // The newest of them is spared: a page that has its index but does not run yet holds no lock.
      const abandoned = others.slice(0, -1).filter((name) => !living.has(buildLock(name.slice(prefix.length))));
      await Promise.all(abandoned.map((name) => caches.delete(name)));
    });
  }

  async #keep(cache: Cache, [path, hash]: BuiltFile): Promise<void> {
    const address = this.#scope + path;
    const old = await caches.match(address, matching);
    const same = old && (await checked(old, hash));
    const fresh = same ?? (await checked(await fetch(address, { cache: 'no-cache' }), hash));
    if (!fresh) throw new Error(`The host gave another ${path} than this build has.`);
    await cache.put(address, fresh);
  }

  /** Two builds at once could take each other’s files away. */
  async #alone(work: () => Promise<void>): Promise<void> {
    await navigator.locks.request(`attest-caches ${this.#scope}`, work);
  }
}

/** The response made anew, without a trace of a redirection, which no navigation accepts; `null` when its bytes are others. */
async function checked(response: Response, hash: string): Promise<Response | null> {
  const bytes = await response.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hex = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return response.ok && hex === hash ? new Response(bytes, { headers: response.headers }) : null;
}
