import { segmentsAt } from '../../anchoring/describe.ts';
import type { Stretch } from '../../text/stretch.ts';
import { codebookRef, tagType } from '../codebooks/newsroom-core.ts';
import type { Context } from '../context.ts';
import { sameJson } from '../equal.ts';
import { change, type Patch, patchOf } from '../patch.ts';
import type { Project } from '../project.ts';
import type { Annotation, Id, TextHash } from '../records.ts';
import { annotationIn, codebookOf, contentOf, currentCodebook, modified, relationsAt } from './lookup.ts';
import { illegalLinks, removeLinks } from './remove-links.ts';
import { suggestedAttributes } from './suggested-attributes.ts';

interface NewTag {
  readonly text: TextHash;
  readonly type: string;
  readonly stretches: readonly Stretch[];
  /** `suggestion` where a person took what the program offered; otherwise made by hand. */
  readonly origin?: 'suggestion';
}

/** Tags the stretches (UTF-16 units) of a text. Throws a RangeError for a stretch outside the text. */
export function addTag(project: Project, { text, type, stretches, origin }: NewTag, context: Context): Patch {
  const content = contentOf(project, text);
  const codebook = currentCodebook(project);
  if (!tagType(codebook, type)) throw new Error(`The codebook has no tag type ${type}.`);
  const segments = segmentsAt(content, stretches);
  const attributes = suggestedAttributes(type, segments, content);
  const suggested = Object.keys(attributes);
  const id = context.id();
  const annotation: Annotation = {
    id,
    text,
    set: context.set,
    type,
    segments,
    attributes,
    ...(suggested.length > 0 && { suggested }),
    origin: origin ?? 'manual',
    codebook: codebookRef(codebook),
    author: context.author,
    created: context.now(),
  };
  return patchOf(change('annotations', id, null, annotation));
}

/** Gives an annotation other stretches (UTF-16 units); id, links and note stay. Throws a RangeError for a stretch outside the text. */
export function setSegments(
  project: Project,
  { annotation: id, stretches }: { annotation: Id; stretches: readonly Stretch[] },
  context: Context,
): Patch {
  const annotation = annotationIn(project, id);
  const segments = segmentsAt(contentOf(project, annotation.text), stretches);
  if (sameJson(segments, annotation.segments)) return [];
  return patchOf(change('annotations', id, annotation, modified(annotation, { segments }, context)));
}

/** Makes an annotation another type; attributes the new type lacks and links it may not have go. */
export function retype(project: Project, { annotation: id, type }: { annotation: Id; type: string }, context: Context): Patch {
  const annotation = annotationIn(project, id);
  const codebook = codebookOf(project, annotation.codebook);
  const definition = tagType(codebook, type);
  if (!definition) throw new Error(`The codebook has no tag type ${type}.`);
  if (annotation.type === type) return [];
  // What was acknowledged was about the other type.
  const { suggested: _, acknowledged: __, ...rest } = annotation;
  // The same word may name another attribute of the new type ("kind"), whose values differ: nothing is carried over.
  const attributes = suggestedAttributes(type, annotation.segments, contentOf(project, annotation.text));
  const suggested = Object.keys(attributes);
  const after = modified({ ...rest, ...(suggested.length > 0 && { suggested }) }, { type, attributes }, context);
  return patchOf(
    change('annotations', id, annotation, after),
    ...removeLinks(project, illegalLinks(project, after), context, new Set([id])),
  );
}

/** Deletes an annotation and every link that begins or ends there. */
export function deleteTag(project: Project, { annotation: id }: { annotation: Id }, context: Context): Patch {
  const annotation = annotationIn(project, id);
  return patchOf(change('annotations', id, annotation, null), ...removeLinks(project, relationsAt(project, id), context, new Set([id])));
}
