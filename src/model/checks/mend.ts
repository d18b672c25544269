import { unlink } from '../commands/links.ts';
import { addTag, deleteTag, setSegments } from '../commands/tags.ts';
import type { Context } from '../context.ts';
import type { Patch } from '../patch.ts';
import type { Project } from '../project.ts';
import type { TextHash } from '../records.ts';
import type { Finding } from './finding.ts';

/** The patch that mends a finding on this text; `null` where nothing, or only a choice by a person, would. Throws where the annotation or link has gone meanwhile. */
export function mend(project: Project, { annotation, fix }: Finding, text: TextHash, context: Context): Patch | null {
  if (fix?.kind === 'tag-quote') return addTag(project, { text, type: 'quote', stretches: [fix.stretch] }, context);
  if (fix?.kind === 'unlink') return unlink(project, { relation: fix.relation }, context);
  if (annotation === null) return null;
  if (fix?.kind === 'set-segments') return setSegments(project, { annotation, stretches: fix.stretches }, context);
  return fix?.kind === 'delete' ? deleteTag(project, { annotation }, context) : null;
}
