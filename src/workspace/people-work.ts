import { renameAuthor } from '../model/commands/people.ts';
import { type Parameters, text } from './actions/action.ts';
import type { Host } from './host.ts';

/** Gives somebody a name; without an `author` whoever works here. */
export async function rename(host: Host, parameters: Parameters): Promise<void> {
  const author = text(parameters, 'author') ?? host.context().author;
  const name = (text(parameters, 'name') ?? '').trim();
  await host.commit('rename-person', renameAuthor(host.state.getState().project, { author, name }), { parameters: { author } });
}

/** "This is me": an imported set's author goes on working on this machine. */
export async function adopt(host: Host, parameters: Parameters): Promise<void> {
  const author = text(parameters, 'author');
  const { people: known, project, session } = host.state.getState();
  if (author === null || known.includes(author)) return;
  await host.list.addPerson(author);
  host.state.setState(({ people }) => ({ people: [...people, author] }));
  if (session.review === null && project.sets.get(session.set)?.author === author) host.show({ own: session.set });
}
