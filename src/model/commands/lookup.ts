import type { Codebook } from '../codebooks/codebook.ts';
import { codebookRef, newsroomCore } from '../codebooks/newsroom-core.ts';
import type { Context } from '../context.ts';
import type { Project } from '../project.ts';
import type { Annotation, Article, Id, Relation, TextHash } from '../records.ts';

/** The annotation with this id. Throws when it is not in memory: commands are called with ids that are on screen. */
export function annotationIn(project: Project, id: Id): Annotation {
  const annotation = project.annotations.get(id);
  if (!annotation) throw new Error(`There is no annotation ${id}.`);
  return annotation;
}

/** The article with this id. Throws when it is not in the project. */
export function articleIn(project: Project, id: Id): Article {
  const article = project.articles.get(id);
  if (!article) throw new Error(`There is no article ${id}.`);
  return article;
}

/** The content of a text. Throws when it was not loaded or is withheld. */
export function contentOf(project: Project, text: TextHash): string {
  const content = project.texts.get(text)?.content;
  if (content === undefined) throw new Error(`The text ${text} is not loaded.`);
  return content;
}

/** The codebook an annotation was made under; the default one where the project does not hold it. */
export function codebookOf({ codebooks }: Pick<Project, 'codebooks'>, ref: string): Codebook {
  return codebooks.get(ref) ?? newsroomCore;
}

/** The codebook new tags are made under: the one chosen last here, whatever packages have brought; where none was chosen, the default one. */
export function currentCodebook({ codebooks }: Pick<Project, 'codebooks'>): Codebook {
  const all = [...codebooks.values()];
  const [first, ...others] = all.filter(({ chosen }) => chosen !== undefined);
  // Two tabs may have chosen at once: then the name decides, so that all show the same.
  const later = (one: Codebook, other: Codebook): boolean =>
    rank(one) > rank(other) || (rank(one) === rank(other) && codebookRef(one) > codebookRef(other));
  if (first) return others.reduce((last, one) => (later(one, last) ? one : last), first);
  return codebooks.get(codebookRef(newsroomCore)) ?? all.at(-1) ?? newsroomCore;
}

const rank = ({ chosen = 0 }: Codebook): number => chosen;

const byEnd = new WeakMap<Project['relations'], ReadonlyMap<Id, readonly Relation[]>>();

/** The relations that begin or end at an annotation. Found through an index that is made once for each table of relations. */
export function relationsAt({ relations }: Project, annotation: Id): readonly Relation[] {
  const index = byEnd.get(relations) ?? indexed(relations.values());
  byEnd.set(relations, index);
  return index.get(annotation) ?? [];
}

function indexed(relations: Iterable<Relation>): ReadonlyMap<Id, readonly Relation[]> {
  const index = new Map<Id, Relation[]>();
  for (const relation of relations) {
    for (const end of new Set([relation.from, relation.to])) {
      const there = index.get(end);
      if (there) there.push(relation);
      else index.set(end, [relation]);
    }
  }
  return index;
}

/** The annotation with a change, and who made it when. */
export function modified(annotation: Annotation, change: Partial<Annotation>, context: Context): Annotation {
  return { ...annotation, ...change, modified: context.now(), modifiedBy: context.author };
}
