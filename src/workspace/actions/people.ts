import { addPerson, renameAuthor } from '../../model/commands/people.ts';
import type { Id } from '../../model/records.ts';
import type { Host } from '../host.ts';
import { withoutOthers } from '../session.ts';
import { type Action, type Parameters, text } from './action.ts';

export const peopleActions: readonly Action[] = [
  { id: 'add-person', writes: true, available: () => true, run: addSomebody },
  { id: 'switch-set', available: () => true, run: (host, parameters) => switchSet(host, text(parameters, 'set')) },
  { id: 'rename-person', writes: true, available: () => true, run: rename },
  { id: 'adopt-person', writes: true, available: () => true, run: adopt },
];

async function addSomebody(host: Host): Promise<void> {
  const { patch, author, set } = addPerson(host.context());
  // Shown at once: a key pressed while the list is being written must not tag in the set of somebody else.
  const listed = host.list.addPerson(author);
  host.state.setState(({ people }) => ({ people: [...people, author] }));
  const stored = host.commit('add-person', patch);
  switchSet(host, set);
  await Promise.all([listed, stored]);
}

function switchSet(host: Host, set: Id | null): void {
  if (set !== null && host.state.getState().project.sets.has(set))
    host.show({ ...withoutOthers(host.state.getState().session), set, selected: null, mode: { kind: 'reading' } });
}

async function rename(host: Host, parameters: Parameters): Promise<void> {
  const author = text(parameters, 'author') ?? host.context().author;
  const name = (text(parameters, 'name') ?? '').trim();
  await host.commit('rename-person', renameAuthor(host.state.getState().project, { author, name }), { parameters: { author } });
}

/** "This is me": an imported set's author goes on working on this machine. */
async function adopt(host: Host, parameters: Parameters): Promise<void> {
  const author = text(parameters, 'author');
  if (author === null || host.state.getState().people.includes(author)) return;
  await host.list.addPerson(author);
  host.state.setState(({ people }) => ({ people: [...people, author] }));
}
