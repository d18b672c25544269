import { articleKey, withAcknowledgement } from '../checks/acknowledged.ts';
import type { Finding } from '../checks/finding.ts';
import type { Context } from '../context.ts';
import { change, type Patch, patchOf } from '../patch.ts';
import type { Project } from '../project.ts';
import type { Acknowledgement, Id, TextHash } from '../records.ts';
import { annotationIn, articleIn } from './lookup.ts';

/** A finding, and whose tags on which text it is about. */
export interface FindingOf {
  readonly finding: Finding;
  readonly set: Id;
  readonly text: TextHash;
}

/** Notes why a finding needs no mending; a new reason takes the place of the old. Throws for an empty one. */
export function acknowledge(project: Project, of: FindingOf, reason: string, context: Context): Patch {
  const words = reason.trim();
  if (words === '') throw new Error('An acknowledgement needs a reason.');
  if (of.finding.acknowledged?.reason === words) return [];
  return noted(project, of, { reason: words, author: context.author, at: context.now() });
}

/** Takes an acknowledgement back: the finding is open again. */
export const withdraw = (project: Project, of: FindingOf): Patch => noted(project, of, null);

function noted(project: Project, { finding, set, text }: FindingOf, acknowledgement: Acknowledgement | null): Patch {
  if (finding.annotation !== null) {
    const annotation = annotationIn(project, finding.annotation);
    const { acknowledged, ...rest } = annotation;
    const after = { ...rest, ...withAcknowledgement(acknowledged, finding.key, acknowledgement) };
    return patchOf(change('annotations', annotation.id, annotation, after));
  }
  const article = articleIn(project, finding.article);
  const { acknowledged, ...rest } = article;
  const after = { ...rest, ...withAcknowledgement(acknowledged, articleKey(set, text, finding.key), acknowledgement) };
  return patchOf(change('articles', article.id, article, after));
}
