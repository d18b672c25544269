import type { Host } from '../host.ts';
import { showRegister } from '../register/show.ts';
import { writable } from '../session.ts';
import { type Action, type Parameters, text } from './action.ts';

// Done seldom, and the first load is better off without it.
const work = () => import('../register/work.ts');

export const registerActions: readonly Action[] = [
  { id: 'show-register', available: () => true, run: show },
  { id: 'look-at-register', available: () => true, run: async (host) => (await work()).look(host) },
  { id: 'add-entry', writes: true, available: () => true, run: async (host, parameters) => (await work()).add(host, parameters) },
  { id: 'edit-entry', writes: true, available: () => true, run: async (host, parameters) => (await work()).edit(host, parameters) },
  // Mentions are signed by whose set is shown.
  { id: 'merge-entries', available: writable, run: async (host, parameters) => (await work()).merge(host, parameters) },
  { id: 'split-entry', available: writable, run: async (host, parameters) => (await work()).split(host, parameters) },
  { id: 'delete-entry', writes: true, available: () => true, run: async (host, parameters) => (await work()).remove(host, parameters) },
];

/** Shows an entry, or the list of all; called again for the list, closes it. */
function show(host: Host, parameters: Parameters): void {
  const entry = text(parameters, 'entity');
  const { register, session } = host.state.getState();
  const again = session.panel === 'register' && register.entry === null && entry === null;
  showRegister(host, { entry });
  host.show({ panel: again ? 'annotation' : 'register' });
}
