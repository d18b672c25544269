import type { Id } from '../model/records.ts';

const lockOf = (project: Id): string => `attest-memory-${project}`;

/** The place of the one page that works on a project in memory and in the journal, because it was given no database. */
export interface Place {
  readonly isTaken: boolean;
  /** Resolves when another page has the database and takes the place away. */
  readonly taken: Promise<void>;
}

/** The place, kept until the page goes; `null` where another page has it. */
export function takePlace(project: Id): Promise<Place | null> {
  return new Promise((answer) => {
    let isTaken = false;
    const held = navigator.locks.request(lockOf(project), { ifAvailable: true }, (lock) => {
      const place = {
        taken,
        get isTaken() {
          return isTaken;
        },
      };
      answer(lock && place);
      return lock && new Promise<never>(() => undefined);
    });
    // A lock that is stolen rejects.
    const taken = held.then(
      () => undefined,
      () => {
        isTaken = true;
      },
    );
  });
}

/** Takes the place away from the page that has it, if one does. */
export async function vacate(project: Id): Promise<void> {
  const { held = [] } = await navigator.locks.query();
  if (held.some(({ name }) => name === lockOf(project))) await navigator.locks.request(lockOf(project), { steal: true }, () => undefined);
}
