import { attributeOf } from '../../model/codebooks/newsroom-core.ts';
import { codebookOf } from '../../model/commands/lookup.ts';
import type { Project } from '../../model/project.ts';
import type { Severity, Verdict, VerdictKind } from '../../model/records.ts';

const usual: Readonly<Record<VerdictKind, Severity | null>> = {
  agree: null,
  question: null,
  boundary: 'cosmetic',
  value: 'rule',
  remove: 'meaning',
  retag: 'meaning',
  link: 'meaning',
  missing: 'meaning',
};

/** How much a verdict matters: what was chosen for it, else edges are cosmetic, values rules, who a source is and all else meaning; `null` for one that asks for no change. */
export function severityOf(project: Project, { kind, severity, proposal, target, codebook }: Verdict): Severity | null {
  if (severity) return severity;
  const type = project.annotations.get(target[0] ?? '')?.type;
  const names = Object.keys(proposal?.attributes ?? {}).concat(proposal?.unset ?? []);
  const whoItIs =
    kind === 'value' && names.some((id) => type !== undefined && attributeOf(codebookOf(project, codebook), type, id)?.type === 'entity');
  return whoItIs ? 'meaning' : usual[kind];
}
