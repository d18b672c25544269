import { acknowledgedIn, acknowledgersOf } from '../checks/acknowledged.ts';
import { unchosen } from '../codebooks/newsroom-core.ts';
import type { PackageContents } from '../package-contents.ts';
import type { Project } from '../project.ts';
import type { Annotation, Article, Id, Relation, TextRecord } from '../records.ts';

/** A set's tags as storage gives them. */
export interface SetTags {
  readonly annotations: readonly Annotation[];
  readonly relations: readonly Relation[];
  readonly texts: readonly TextRecord[];
}

/** What goes into a package of one set: its author and tags, the articles and texts they lie on, the codebooks and entries they use. Throws for an unknown set. */
export function exportContents(project: Project, id: Id, { annotations, relations, texts }: SetTags): PackageContents {
  const set = project.sets.get(id);
  if (!set) throw new Error(`There is no set ${id}.`);
  const articles = [...project.articles.values()]
    .filter(({ versions }) => versions.some(({ text }) => texts.some((known) => known.id === text)))
    .map((article) => ofSet(article, id));
  // An older version of an article names a text that no tag lies on: hash and length go along, the words need not.
  const older = articles
    .flatMap(({ versions }) => versions.map(({ text }) => text))
    .filter((text) => !texts.some((known) => known.id === text));
  const writers = new Set([
    set.author,
    ...annotations.flatMap((annotation) => [annotation.author, annotation.modifiedBy ?? annotation.author, ...acknowledgersOf(annotation)]),
    ...articles.flatMap(acknowledgersOf),
    ...relations.map(({ author }) => author),
  ]);
  const entities = new Set(annotations.flatMap(({ attributes }) => Object.values(attributes)));
  const codebooks = new Set(annotations.map(({ codebook }) => codebook));
  return {
    codebooks: [...project.codebooks].filter(([ref]) => codebooks.has(ref)).map(([, codebook]) => unchosen(codebook)),
    texts: [...texts, ...[...new Set(older)].flatMap((text) => withheld(project, text))],
    articles,
    authors: [...project.authors.values()].filter((author) => writers.has(author.id)),
    sets: [set],
    annotations,
    relations,
    entities: [...project.entities.values()].filter((entity) => entities.has(entity.id)),
  };
}

/** The article with what the author of this set has acknowledged in it, not what others have. */
function ofSet(article: Article, set: Id): Article {
  const { acknowledged: _, ...rest } = article;
  return { ...rest, ...acknowledgedIn(article, (other) => other === set) };
}

function withheld(project: Project, text: Id): TextRecord[] {
  const record = project.texts.get(text);
  return record ? [{ id: record.id, length: record.length, withheld: 'An older version that no tag lies on.' }] : [];
}
