import { peopleMessages as words } from '../../messages/people.ts';
import type { Project } from '../project.ts';
import type { Id } from '../records.ts';

/** What somebody is called on screen; `people`: the authors who work on this machine. */
export const nameOf = ({ authors }: Pick<Project, 'authors'>, people: readonly Id[], author: Id): string =>
  authors.get(author)?.name || (people.includes(author) ? words.you : words.unnamed);

/** What a set is called: by its author, a gold set as what it is. */
export function nameOfSet(project: Pick<Project, 'authors' | 'sets'>, people: readonly Id[], id: Id): string {
  const set = project.sets.get(id);
  const name = nameOf(project, people, set?.author ?? '');
  if (!set?.gold) return name;
  return name === words.you ? words.yourGold : words.goldOf(name);
}
