import type { Project } from '../model/project.ts';
import type { Id, TextHash } from '../model/records.ts';
import { homesOf } from '../model/views/statements.ts';
import { annotationsInOrder } from '../model/views/tags.ts';
import { type Compared, type ComparedSet, comparedText, keptApartIn } from './compared.ts';

/** Sets of the project on one text, to be compared; `null` where one of them has no tag there or the text is not in memory. */
export function comparedOnText(project: Project, text: TextHash, ids: readonly Id[]): Compared | null {
  const record = project.texts.get(text);
  const article = homesOf(project.articles).get(text);
  const sets = ids.flatMap((id): ComparedSet[] => {
    const [set, own] = [project.sets.get(id), annotationsInOrder(project, text, id)];
    if (!set || own.length === 0) return [];
    const relations = [...project.relations.values()].filter((link) => link.set === id && link.text === text);
    return [{ set, annotations: new Map([[text, own]]), relations }];
  });
  if (!record || !article || sets.length < ids.length) return null;
  return {
    texts: [comparedText(record, article)],
    sets,
    codebooks: project.codebooks,
    entities: project.entities,
    authors: project.authors,
    keptApart: keptApartIn(sets),
  };
}
