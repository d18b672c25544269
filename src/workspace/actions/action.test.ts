import { expect, it } from 'vitest';
import type { Host } from '../host.ts';
import { later } from './action.ts';

const host = {} as Host;

it('what is loaded later acts at once from the second time on, whichever action of its module is meant', async () => {
  const done: string[] = [];
  const load = async () => ({ one: () => void done.push('one'), other: () => void done.push('other') });
  const [one, other] = [later(load, (module) => module.one), later(load, (module) => module.other)];
  const first = one(host, {});
  expect(done).toEqual([]);
  await first;
  const second = other(host, {});
  expect(done).toEqual(['one', 'other']);
  await second;
});
