import type { Host } from '../host.ts';
import { showRegister } from '../register/show.ts';
import type { Action } from './action.ts';
import { canChange, meant } from './tags.ts';

// Done seldom, and the first load is better off without it.
const work = () => import('../register/work.ts');

export const sameWordsActions: readonly Action[] = [
  { id: 'show-same-words', available: (state) => canChange(state) && meant(state, {})?.segments.length === 1, run: show },
  { id: 'look-elsewhere', available: (state) => meant(state, {}) !== null, run: async (host) => (await work()).lookElsewhere(host) },
  { id: 'tag-same-words', available: canChange, run: async (host, parameters) => (await work()).tagAll(host, parameters) },
];

function show(host: Host): void {
  showRegister(host, { elsewhere: null });
  host.show({ panel: 'same-words' });
}
