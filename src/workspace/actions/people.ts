import { addPerson } from '../../model/commands/people.ts';
import type { Host } from '../host.ts';
import { withoutOthers } from '../session.ts';
import { type Action, later } from './action.ts';

const work = () => import('../people-work.ts');

export const peopleActions: readonly Action[] = [
  { id: 'add-person', writes: true, available: () => true, run: addSomebody },
  {
    id: 'switch-set',
    available: () => true,
    run: later(
      () => import('../review/sets.ts'),
      ({ showSet }) => showSet,
    ),
  },
  { id: 'rename-person', writes: true, available: () => true, run: later(work, ({ rename }) => rename) },
  { id: 'adopt-person', writes: true, available: () => true, run: later(work, ({ adopt }) => adopt) },
];

async function addSomebody(host: Host): Promise<void> {
  const { patch, author, set } = addPerson(host.context());
  // Shown at once: a key pressed while the list is being written must not tag in the set of somebody else.
  const listed = host.list.addPerson(author);
  host.state.setState(({ people }) => ({ people: [...people, author] }));
  const stored = host.commit('add-person', patch);
  host.show({ ...withoutOthers(host.state.getState().session), set, own: set, selected: null, mode: { kind: 'reading' } });
  await Promise.all([listed, stored]);
}
