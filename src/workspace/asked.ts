import type { AttributeDefinition } from '../model/codebooks/codebook.ts';
import { codebookOf } from '../model/commands/lookup.ts';
import type { Project } from '../model/project.ts';
import type { Annotation } from '../model/records.ts';
import type { WorkspaceState } from './state.ts';

/** The attributes of a tag that are asked for, required ones first; grading is asked for nowhere. */
function attributesOf(project: Project, annotation: Annotation): readonly AttributeDefinition[] {
  const { types } = codebookOf(project, annotation.codebook);
  const definitions = types.find(({ id }) => id === annotation.type)?.attributes.filter(({ group }) => group !== 'grading') ?? [];
  return [...definitions.filter(({ required }) => required), ...definitions.filter(({ required }) => !required)];
}

/** The attributes of a tag whose value nobody has set or confirmed and that have no usual value, required ones first. */
export const unsetAttributes = (project: Project, annotation: Annotation): readonly AttributeDefinition[] =>
  attributesOf(project, annotation).filter(
    (definition) =>
      definition.default === undefined && (!(definition.id in annotation.attributes) || annotation.suggested?.includes(definition.id)),
  );

/** The attribute of the selected tag that digits set: the one asked for, else the first required; `null` where there is none. */
export function askedAttribute({ project, session }: WorkspaceState): AttributeDefinition | null {
  const annotation = session.selected === null ? undefined : project.annotations.get(session.selected);
  if (!annotation) return null;
  const all = attributesOf(project, annotation);
  const asked = session.asked?.annotation === annotation.id ? all.find(({ id }) => id === session.asked?.attribute) : undefined;
  const [first] = all;
  return asked ?? (first?.required ? first : null);
}

/** The value a digit stands for: the one that carries it, else the one at that place, counted from 1. */
export const valueAt = ({ values = [] }: AttributeDefinition, digit: number) =>
  values.some(({ key }) => key !== undefined) ? values.find(({ key }) => key === String(digit)) : values[digit - 1];
