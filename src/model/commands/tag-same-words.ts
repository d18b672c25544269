import type { Stretch } from '../../text/stretch.ts';
import type { Context } from '../context.ts';
import { type Change, change, type Patch } from '../patch.ts';
import type { Project } from '../project.ts';
import type { Annotation, Id, TextHash } from '../records.ts';
import { sameWords } from '../views/same-words.ts';
import { annotationsInOrder } from '../views/tags.ts';
import { annotationIn, contentOf } from './lookup.ts';
import { addTag } from './tags.ts';

/** Chosen places (UTF-16 units) on one text. */
export interface PlacesOn {
  readonly text: TextHash;
  readonly stretches: readonly Stretch[];
}

/**
 * Tags chosen places where the words of a tag stand as that tag is. A place that other words stand at, or that is tagged so
 * already, is left out. A source that is called by name is the same person there; kind and naming are proposed.
 */
export function tagSameWords(
  project: Project,
  { annotation: id, places }: { annotation: Id; places: readonly PlacesOn[] },
  context: Context,
): Patch {
  const model = annotationIn(project, id);
  return places.flatMap(({ text, stretches }) => {
    const open = sameWords(model, contentOf(project, text), annotationsInOrder(project, text, context.set));
    const chosen = open.filter(({ start, end }) => stretches.some((stretch) => stretch.start === start && stretch.end === end));
    return chosen.flatMap((stretch) =>
      addTag(project, { text, type: model.type, stretches: [stretch] }, context).map((added) => alike(added, model)),
    );
  });
}

function alike(added: Change, model: Annotation): Change {
  if (added.table !== 'annotations' || added.after === null || model.type !== 'source') return added;
  const { kind, naming, entity } = model.attributes;
  const proposed = { ...(kind !== undefined && { kind }), ...(naming !== undefined && { naming }) };
  // "He" may be somebody else in the next paragraph.
  const attributes = { ...added.after.attributes, ...proposed, ...(entity !== undefined && naming === 'named' && { entity }) };
  const suggested = [...new Set([...(added.after.suggested ?? []), ...Object.keys(proposed)])];
  const after: Annotation = { ...added.after, attributes, ...(suggested.length > 0 && { suggested }) };
  return change('annotations', added.id, null, after) ?? added;
}
