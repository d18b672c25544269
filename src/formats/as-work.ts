import type { ReadOutcome } from './format.ts';

/**
 * The sets that have tags, without the heads that a package beside the files names: another tool may have changed or left out what
 * it likes. With those heads what it brings would count as an older copy, and a set without its tags as a newer one.
 */
export function asWork(outcome: ReadOutcome): ReadOutcome {
  if (outcome.outcome !== 'read') return outcome;
  const { contents } = outcome;
  const tagged = new Set(contents.annotations?.map(({ set }) => set));
  const sets = contents.sets?.filter(({ id }) => tagged.has(id)).map((set) => ({ ...set, heads: [] }));
  return { ...outcome, contents: { ...contents, ...(sets && { sets }) } };
}
