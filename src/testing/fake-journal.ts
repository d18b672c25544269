import { chained } from '../formats/chain.ts';
import type { JournalEntry } from '../model/journal.ts';
import { applyPatch } from '../model/patch.ts';
import type { Project } from '../model/project.ts';
import { wholeOf } from '../model/whole-of.ts';
import { randomCommand } from './random-command.ts';
import { sampleProject } from './sample-project.ts';
import { entryFor } from './sample-store.ts';

const texts = ['Headline\n\n“It is safe,” Kim said so. KCNA told AFP that all was well.', 'Another\n\nThe mayor said nothing.'];

/** A journal of up to `length` random actions on two articles, and the project they made; the same for the same `chance`. */
export function fakeJournal(chance: number, length: number): { readonly project: Project; readonly entries: readonly JournalEntry[] } {
  const start = sampleProject(...texts);
  const entries = [chained(entryFor(wholeOf(start.project)), null)];
  let state = chance;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 8;
  };
  let { project } = start;
  for (let step = 0; step < length; step += 1) {
    const stretches = [[next(), 1 + (next() % 12)]] as const;
    const patch = randomCommand(project, { command: next(), one: next(), two: next(), stretches }, start.texts, start.context);
    if (patch.length === 0) continue;
    project = applyPatch(project, patch);
    entries.push(chained(entryFor(patch), entries.at(-1) ?? null));
  }
  return { project, entries };
}
