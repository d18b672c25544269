import { currentCodebook } from '../model/commands/lookup.ts';
import type { Project } from '../model/project.ts';
import type { Annotation, TextHash } from '../model/records.ts';
import { annotationsInOrder, openIn, wordsOf } from '../model/views/tags.ts';
import type { Session } from './state.ts';

/** The filters of the annotation list: each type of tag, what is open, what is flagged unsure. */
export function listFilters(project: Project): { readonly id: string; readonly fits: (annotation: Annotation) => boolean }[] {
  const types = currentCodebook(project).types.map(({ id }) => ({ id, fits: ({ type }: Annotation) => type === id }));
  return [
    ...types,
    { id: 'open', fits: (annotation) => openIn(project, annotation).length > 0 },
    { id: 'unsure', fits: ({ flag }) => flag === 'unsure' },
  ];
}

/** True for a tag of the list: of a chosen kind, and holding every word that was typed in its words or its note. */
export function isListed(project: Project, { filter, find }: Pick<Session, 'filter' | 'find'>): (annotation: Annotation) => boolean {
  const chosen = listFilters(project).filter(({ id }) => filter.includes(id));
  const words = find.toLowerCase().split(/\s+/u).filter(Boolean);
  return (annotation) => {
    if (chosen.length > 0 && !chosen.some(({ fits }) => fits(annotation))) return false;
    const said = words.length === 0 ? '' : `${wordsOf(annotation)} ${annotation.note ?? ''}`.toLowerCase();
    return words.every((word) => said.includes(word));
  };
}

/** The tags that the list shows, in the order of the text: what j and k walk. */
export const listedTags = (project: Project, session: Session, text: TextHash): Annotation[] =>
  annotationsInOrder(project, text, session.set).filter(isListed(project, session));

/** True for a tag in which something required is missing or that is flagged unsure. */
export const isOpenOrUnsure =
  (project: Project) =>
  (annotation: Annotation): boolean =>
    annotation.flag === 'unsure' || openIn(project, annotation).length > 0;
