import type { Stretch } from '../../text/stretch.ts';
import type { Context } from '../context.ts';
import type { Patch } from '../patch.ts';
import type { Project } from '../project.ts';
import type { Annotation, Id } from '../records.ts';
import { annotationsInOrder } from '../views/tags.ts';
import { nameEntity, setAttribute } from './attributes.ts';
import { inSteps } from './in-steps.ts';
import { link } from './links.ts';
import { annotationIn } from './lookup.ts';
import { addTag } from './tags.ts';

/** Who a source is: an entry of the register, a name that gets one, or `null` where nobody has said. */
export type Who = { readonly entity: Id } | { readonly name: string } | null;

export interface SourceLink {
  /** The claim or quote the link begins at. */
  readonly statement: Id;
  /** The id of the relation type. */
  readonly relation: string;
  /** The words of the source (UTF-16 units); a source tag over exactly these words is used again. */
  readonly stretches: readonly Stretch[];
  readonly who: Who;
  readonly origin?: 'suggestion';
}

/** Tags a source where it is not tagged yet, says who it is where that is known and open, and links it: one patch. */
export function linkSource(project: Project, { statement, relation, stretches, who, origin }: SourceLink, context: Context): Patch {
  const { text, set } = annotationIn(project, statement);
  const found = (seen: Project): Annotation => {
    const source = sourceOver(seen, text, set, stretches);
    if (!source) throw new Error('The source was not tagged.');
    return source;
  };
  return inSteps(
    project,
    (seen) =>
      sourceOver(seen, text, set, stretches) ? [] : addTag(seen, { text, type: 'source', stretches, ...(origin && { origin }) }, context),
    (seen) => identified(seen, found(seen), who, context),
    (seen) => link(seen, { type: relation, from: statement, to: found(seen).id }, context),
  );
}

/** Says who a source is, unless somebody has already. */
export function identified(project: Project, { id, attributes }: Annotation, who: Who, context: Context): Patch {
  if (who === null || 'entity' in attributes) return [];
  if ('name' in who) return nameEntity(project, { annotation: id, name: who.name }, context);
  return setAttribute(project, { annotation: id, attribute: 'entity', value: who.entity }, context);
}

/** The source tag of a set over exactly these words; `null` where there is none. */
export function sourceOver(project: Project, text: string, set: Id, stretches: readonly Stretch[]): Annotation | null {
  const exactly = ({ segments }: Annotation) =>
    segments.length === stretches.length &&
    segments.every(({ start, end }, at) => start === stretches[at]?.start && end === stretches[at]?.end);
  return annotationsInOrder(project, text, set).find((tag) => tag.type === 'source' && exactly(tag)) ?? null;
}
