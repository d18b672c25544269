import type { Finding } from '../../model/checks/finding.ts';
import { findingsIn } from '../../model/checks/table.ts';
import type { Host } from '../host.ts';
import { openArticle, shownVersion } from '../session.ts';
import type { WorkspaceState } from '../state.ts';
import { type ChecksState, findingId } from './checks-state.ts';

/** What the checks find in the open article as it is now; nothing where none is open. */
export function findingsNow({ project, session }: Pick<WorkspaceState, 'project' | 'session'>): readonly Finding[] {
  const [article, version] = [openArticle({ project, session }), shownVersion({ project, session })];
  return article && version ? findingsIn(project, { article, version, set: session.set }) : [];
}

/** The finding with this id among those shown; `null` where it has gone. */
export const shownFinding = ({ checks }: WorkspaceState, id: string | null): Finding | null =>
  checks.findings.find((finding) => findingId(finding) === id) ?? null;

/** Changes what is shown of the checks. */
export function showChecks(host: Host, change: Partial<ChecksState>): void {
  host.state.setState(({ checks }) => ({ checks: { ...checks, ...change } }));
}
