import { nameEntity, setAttribute } from '../../model/commands/attributes.ts';
import { inSteps } from '../../model/commands/in-steps.ts';
import { sourceOver } from '../../model/commands/link-source.ts';
import { link, unlink } from '../../model/commands/links.ts';
import { addTag, deleteTag, retype, setSegments } from '../../model/commands/tags.ts';
import type { Context } from '../../model/context.ts';
import { change, type Patch, patchOf } from '../../model/patch.ts';
import type { Project } from '../../model/project.ts';
import type { Attributes, Entity, Id, Proposal, ProposedLink, ProposedTag, Verdict } from '../../model/records.ts';

type Step = (project: Project) => Patch;

/** The patch that does what a verdict proposes, by the commands a person would use; empty where it proposes nothing. `null` where that cannot be done any more: its tag is gone, or the codebook does not allow it. */
export function carryOut(project: Project, verdict: Verdict, context: Context): Patch | null {
  const steps = stepsOf(verdict, { ...context, set: verdict.set });
  if (verdict.target.length > 0 && steps.length > 0 && !project.annotations.has(verdict.target[0] ?? '')) return null;
  try {
    return inSteps(project, ...steps);
  } catch {
    // Commands throw for what the codebook or the text does not allow; a colleague may have proposed it under another one.
    return null;
  }
}

function stepsOf({ kind, target: [about = ''], text, proposal = {} }: Verdict, context: Context): Step[] {
  const { segments, type, attributes = {}, unset = [], links = [], unlinked = [] } = proposal;
  if (kind === 'remove') return [(project) => deleteTag(project, { annotation: about }, context)];
  if (kind === 'missing' && segments && type !== undefined) return missingSteps({ type, segments, attributes }, text, proposal, context);
  return [
    ...(segments ? [(project: Project) => setSegments(project, { annotation: about, stretches: segments }, context)] : []),
    ...(type !== undefined ? [(project: Project) => retype(project, { annotation: about, type }, context)] : []),
    ...valueSteps(() => about, attributes, proposal, context),
    ...unset.map(
      (attribute): Step =>
        (project) =>
          setAttribute(project, { annotation: about, attribute, value: null }, context),
    ),
    ...unlinked.map(
      (relation): Step =>
        (project) =>
          project.relations.has(relation) ? unlink(project, { relation }, context) : [],
    ),
    ...links.flatMap((one) => linkSteps(() => about, text, one, proposal, context)),
  ];
}

function missingSteps(tag: ProposedTag, text: string, proposal: Proposal, context: Context): Step[] {
  const made = madeTag(tag, text, proposal, context);
  return [...made.steps, ...(proposal.links ?? []).flatMap((one) => linkSteps(made.id, text, one, proposal, context))];
}

/** The steps that make a tag, and its id once they are done. A source that is there already is used again. */
function madeTag(
  { type, segments, attributes }: ProposedTag,
  text: string,
  proposal: Proposal,
  context: Context,
): { readonly steps: Step[]; readonly id: () => Id } {
  let id: Id = '';
  const make: Step = (project) => {
    const known = type === 'source' ? sourceOver(project, text, context.set, segments) : null;
    const patch = known ? [] : addTag(project, { text, type, stretches: segments }, context);
    id = known?.id ?? patch[0]?.id ?? '';
    return patch;
  };
  return { steps: [make, ...valueSteps(() => id, attributes, proposal, context)], id: () => id };
}

function linkSteps(from: () => Id, text: string, { type, to }: ProposedLink, proposal: Proposal, context: Context): Step[] {
  const end = typeof to === 'string' ? { steps: [], id: () => to } : madeTag(to, text, proposal, context);
  return [...end.steps, (project) => link(project, { type, from: from(), to: end.id() }, context)];
}

function valueSteps(about: () => Id, attributes: Attributes, { entries = [] }: Proposal, context: Context): Step[] {
  return Object.entries(attributes).map(([attribute, value]): Step => {
    const entry = entries.find(({ id }) => id === value);
    if (!entry) return (project) => setAttribute(project, { annotation: about(), attribute, value }, context);
    return (project) => named(project, { annotation: about(), attribute, entry }, context);
  });
}

/** Says who a source is, by an entry of the register that came along with the verdict. */
function named(
  project: Project,
  { annotation, attribute, entry }: { readonly annotation: Id; readonly attribute: string; readonly entry: Entity },
  context: Context,
): Patch {
  const known = project.entities.has(entry.id);
  const other = !known && [...project.entities.values()].some(({ name, aliases }) => name === entry.name || aliases.includes(entry.name));
  if (other) return nameEntity(project, { annotation, name: entry.name }, context);
  return inSteps(
    project,
    () => (known ? [] : patchOf(change('entities', entry.id, null, entry))),
    (seen) => setAttribute(seen, { annotation, attribute, value: entry.id }, context),
  );
}
