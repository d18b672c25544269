import { allows, relationType } from '../codebooks/newsroom-core.ts';
import type { Context } from '../context.ts';
import { type Change, change } from '../patch.ts';
import type { Project } from '../project.ts';
import type { Annotation, Id, Relation } from '../records.ts';
import { codebookOf, modified, relationsAt } from './lookup.ts';

const none: ReadonlySet<Id> = new Set();

/** The changes that take links away with all that follows: paths of relays close up, claims without a claimer lose their voice. `spared` are annotations the caller changes or deletes itself. */
export function removeLinks(project: Project, links: readonly Relation[], context: Context, spared = none): (Change | null)[] {
  const gone = new Set(links.map(({ id }) => id));
  const left = (from: Id, type: string) =>
    [...project.relations.values()].filter((relation) => relation.from === from && relation.type === type && !gone.has(relation.id));
  const ends = (type: string) => [...new Set(links.filter((relation) => relation.type === type).map(({ from }) => from))];
  return [
    ...links.map((relation) => change('relations', relation.id, relation, null)),
    ...ends('relayed-via').flatMap((from) => renumbered(left(from, 'relayed-via'))),
    ...ends('claimed-by').flatMap((claim) =>
      spared.has(claim) || left(claim, 'claimed-by').length > 0 ? [] : [silenced(project, claim, context)],
    ),
  ];
}

function renumbered(path: readonly Relation[]): (Change | null)[] {
  return [...path]
    .sort((a, b) => (a.order ?? 0) - (b.order ?? 0))
    .map((relation, order) => change('relations', relation.id, relation, { ...relation, order }));
}

function silenced(project: Project, claim: Id, context: Context): Change | null {
  const annotation = project.annotations.get(claim);
  if (annotation?.attributes.voice !== 'attributed') return null;
  const { voice: _, ...attributes } = annotation.attributes;
  return change('annotations', claim, annotation, modified(annotation, { attributes }, context));
}

/** The links of an annotation, as it is given, that the codebook does not allow. */
export function illegalLinks(project: Project, annotation: Annotation): Relation[] {
  const codebook = codebookOf(project, annotation.codebook);
  return relationsAt(project, annotation.id).filter((relation) => {
    const definition = relationType(codebook, relation.type);
    const typeOf = (id: Id) => (id === annotation.id ? annotation.type : project.annotations.get(id)?.type);
    const [from, to] = [typeOf(relation.from), typeOf(relation.to)];
    return definition === null || from === undefined || to === undefined || !allows(definition, from, to);
  });
}
