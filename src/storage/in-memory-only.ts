import { StorageError } from './errors.ts';
import { someInUse } from './in-use.ts';

// After a page has crashed the browser may fail its successor for a while, or answer it late: each try waits ten seconds by itself.
const tries = 3;
const pause = 500;

/**
 * What `open` gives; where it fails and no tab works on a database, what `inMemory` gives. While one does, the browser has
 * databases: to go on in memory beside it would make two projects of one, so it is tried again, and in the end rejected. It is
 * tried again as well where it failed at once: a tab that has just crashed holds nothing any more, and its successor will.
 */
export async function unlessNoDatabase<T>(open: () => Promise<T>, inMemory: () => Promise<T> | T): Promise<T> {
  for (let left = tries; ; left -= 1) {
    try {
      return await open();
    } catch (error) {
      const beside = await someInUse();
      if (!beside && (left === 1 || waitedFor(error))) return inMemory();
      if (left === 1) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

const waitedFor = (error: unknown): boolean => error instanceof StorageError && error.kind === 'blocked';
