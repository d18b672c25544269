import type { Context } from '../model/context.ts';
import type { Id } from '../model/records.ts';

/** A context whose ids and times count up, so that a run can be told again. Ids have the shape of a UUID. */
export function fakeContext(author: Id, set: Id): Context {
  const next = counting();
  return { id: () => fakeId(next()), now: () => new Date(Date.UTC(2026, 0, 1) + next()).toISOString(), author, set };
}

/** The id with this number. */
const fakeId = (number: number): Id => `00000000-0000-4000-9000-${String(number).padStart(12, '0')}`;

function counting(): () => number {
  let last = 0;
  return () => {
    last += 1;
    return last;
  };
}
