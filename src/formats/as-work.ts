import type { ReadOutcome } from './format.ts';

/**
 * The contents without the heads of sets that a package beside the files names: another tool may have changed or left out what it
 * likes. With those heads what it brings would count as an older copy, and a set whose tags went into another one as a newer one.
 */
export function asWork(outcome: ReadOutcome): ReadOutcome {
  if (outcome.outcome !== 'read') return outcome;
  const { contents } = outcome;
  const sets = contents.sets?.map((set) => ({ ...set, heads: [] }));
  return { ...outcome, contents: { ...contents, ...(sets && { sets }) } };
}
