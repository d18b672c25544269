import { attributeOf } from '../codebooks/newsroom-core.ts';
import { codebookOf } from '../commands/lookup.ts';
import type { Project } from '../project.ts';
import type { Annotation, Id, TextHash } from '../records.ts';
import { annotationsInOrder } from './tags.ts';

/** Tags for which the same value of the same attribute is proposed. `label` and `value` are the words for it. */
export interface Proposals {
  readonly type: string;
  readonly attribute: string;
  readonly label: string;
  readonly value: string;
  readonly annotations: readonly Annotation[];
}

/** What is proposed in one set's tags on a text and confirmed by nobody, grouped by type, attribute and value in the order of the text. */
export function proposalsIn(project: Project, text: TextHash, set: Id): Proposals[] {
  const groups = new Map<string, Omit<Proposals, 'annotations'> & { readonly annotations: Annotation[] }>();
  for (const annotation of annotationsInOrder(project, text, set)) {
    for (const attribute of annotation.suggested ?? []) {
      const id = annotation.attributes[attribute];
      if (id === undefined) continue;
      const key = `${annotation.type} ${attribute} ${id}`;
      const group = groups.get(key) ?? { ...named(project, annotation, attribute, id), annotations: [] };
      groups.set(key, group);
      group.annotations.push(annotation);
    }
  }
  return [...groups.values()];
}

function named(project: Project, { codebook, type }: Annotation, attribute: string, id: string) {
  const definition = attributeOf(codebookOf(project, codebook), type, attribute);
  const known =
    definition?.type === 'entity' ? project.entities.get(id)?.name : definition?.values?.find((value) => value.id === id)?.label;
  return { type, attribute, label: definition?.label ?? attribute, value: known ?? id };
}
