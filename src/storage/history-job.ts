import type { Id } from '../model/records.ts';
import { type HistoryStep, historyOf } from '../model/views/history-of.ts';
import { withProject } from './project-connection.ts';
import { withoutIndex } from './stored-history.ts';

/** What was done to a tag of a set, from the journal. */
export function historyOfTag({ project, set, annotation }: { readonly project: Id; readonly set: Id; readonly annotation: Id }) {
  return withProject(project, async ({ journal }) => {
    const steps: HistoryStep[] = [];
    // One entry at a time: an import may be as large as the project.
    await journal
      .where('sets')
      .equals(set)
      .each((entry) => void steps.push(...historyOf([withoutIndex(entry)], annotation)));
    return steps.sort((a, b) => a.seq - b.seq);
  });
}
