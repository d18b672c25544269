import type { Project } from '../project.ts';
import type { Annotation, Id, Relation, TextHash } from '../records.ts';
import type { Finding } from './finding.ts';
import { findingsIn } from './table.ts';

/** All findings of a project whose tags are all in memory, article by article and set by set; a text that nobody has tagged is checked once. */
export function findingsInProject(project: Project): Finding[] {
  const scopes = scopesOf(project);
  return [...project.articles.values()].flatMap((article) =>
    article.versions.flatMap((version) => {
      const scope = scopes.get(version.text);
      const sets = [...new Set(scope?.sets)];
      // An older version that no tag lies on is history.
      const asked = sets.length > 0 ? sets : version === article.versions.at(-1) ? [null] : [];
      return asked.flatMap((set) => findingsIn({ ...project, ...tagsAround(project, scope) }, { article, version, set, whole: true }));
    }),
  );
}

interface Scope {
  readonly annotations: Annotation[];
  readonly relations: Relation[];
  readonly sets: Id[];
}

/** The tags on each text, with the links that begin or end there, so that the cost of an article does not grow with the project. */
function scopesOf({ annotations, relations }: Project): Map<TextHash, Scope> {
  const scopes = new Map<TextHash, Scope>();
  const scopeOf = (text: TextHash): Scope => {
    const scope = scopes.get(text) ?? { annotations: [], relations: [], sets: [] };
    scopes.set(text, scope);
    return scope;
  };
  for (const annotation of annotations.values()) {
    scopeOf(annotation.text).annotations.push(annotation);
    scopeOf(annotation.text).sets.push(annotation.set);
  }
  for (const relation of relations.values()) {
    for (const text of new Set([relation.text, annotations.get(relation.to)?.text ?? relation.text]))
      scopeOf(text).relations.push(relation);
    scopeOf(relation.text).sets.push(relation.set);
  }
  return scopes;
}

function tagsAround(project: Project, scope: Scope | undefined): Pick<Project, 'annotations' | 'relations'> {
  const { annotations = [], relations = [] } = scope ?? {};
  const far = relations.flatMap(({ from, to }) => [from, to]).flatMap((id) => project.annotations.get(id) ?? []);
  return {
    annotations: new Map([...annotations, ...far].map((annotation) => [annotation.id, annotation])),
    relations: new Map(relations.map((relation) => [relation.id, relation])),
  };
}
