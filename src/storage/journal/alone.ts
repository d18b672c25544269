import type { Id } from '../../model/records.ts';

/** Does what must not be done by two pages at once with the copies of a project: waits until no other one is at it. */
export function aloneWith<T>(project: Id, work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(`attest-journal-${project}`, work);
}
