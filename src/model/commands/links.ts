import { allows, attributeOf, relationType } from '../codebooks/newsroom-core.ts';
import type { Context } from '../context.ts';
import { change, type Patch, patchOf } from '../patch.ts';
import type { Project } from '../project.ts';
import type { Annotation, Id, Relation } from '../records.ts';
import { annotationIn, codebookOf, modified } from './lookup.ts';
import { removeLinks } from './remove-links.ts';

interface Ends {
  readonly type: string;
  readonly from: Id;
  readonly to: Id;
}

/** Links two annotations; a link that is there already gives an empty patch. Throws for a link the codebook does not allow, or between two sets or, unless the codebook says otherwise, texts. */
export function link(project: Project, { type, from, to }: Ends, context: Context): Patch {
  const [start, end] = [annotationIn(project, from), annotationIn(project, to)];
  const definition = relationType(codebookOf(project, start.codebook), type);
  const apart = start.set !== end.set || (start.text !== end.text && definition?.crossArticle !== true);
  if (!definition || from === to || apart || !allows(definition, start.type, end.type)) {
    throw new Error(`A ${start.type} cannot be linked to this ${end.type} as ${type}.`);
  }
  const siblings = outgoing(project, from, type);
  if (
    siblings.some((relation) => relation.to === to) ||
    (definition.symmetric && outgoing(project, to, type).some((relation) => relation.to === from))
  )
    return [];
  const replaced = definition.required?.max === 1 ? siblings : [];
  const relation: Relation = {
    id: context.id(),
    set: start.set,
    text: start.text,
    type,
    from,
    to,
    ...(type === 'relayed-via' && { order: siblings.length }),
    author: context.author,
    created: context.now(),
  };
  return patchOf(
    ...replaced.map((old) => change('relations', old.id, old, null)),
    change('relations', relation.id, null, relation),
    type === 'claimed-by' ? voiced(start, 'attributed', context) : null,
  );
}

const outgoing = (project: Project, from: Id, type: string): Relation[] =>
  [...project.relations.values()].filter((relation) => relation.from === from && relation.type === type);

function voiced(claim: Annotation, voice: string | null, context: Context) {
  const { voice: before = null, ...others } = claim.attributes;
  if (before === voice) return null;
  const { suggested = [], ...rest } = claim;
  const left = suggested.filter((id) => id !== 'voice');
  const attributes = voice === null ? others : { ...others, voice };
  return change(
    'annotations',
    claim.id,
    claim,
    modified({ ...rest, ...(left.length > 0 && { suggested: left }) }, { attributes }, context),
  );
}

/** Takes a link away; a claim without its last claimer has no voice again, and a path of relays closes up. */
export function unlink(project: Project, { relation: id }: { relation: Id }, context: Context): Patch {
  const relation = project.relations.get(id);
  if (!relation) throw new Error(`There is no link ${id}.`);
  return patchOf(...removeLinks(project, [relation], context));
}

/** Marks a claim as the article's own voice and drops its claimers; a second time: unset again. Throws for a type without a voice. */
export function articleVoice(project: Project, { annotation: id }: { annotation: Id }, context: Context): Patch {
  const claim = annotationIn(project, id);
  if (!attributeOf(codebookOf(project, claim.codebook), claim.type, 'voice')) throw new Error(`A ${claim.type} has no voice.`);
  const claimers = outgoing(project, id, 'claimed-by');
  const voice = claim.attributes.voice === 'article' ? null : 'article';
  return patchOf(voiced(claim, voice, context), ...claimers.map((old) => change('relations', old.id, old, null)));
}
