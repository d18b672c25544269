import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPatch, hashOf } from '../testing/check-patch.ts';
import { randomCommand, type Step } from '../testing/random-command.ts';
import { sampleProject } from '../testing/sample-project.ts';
import { count, seed } from '../testing/test-length.ts';
import { extend, type History, history, nextRedo, nextUndo } from './history.ts';
import type { EntryDraft } from './journal.ts';
import { applyPatch, invert, type Patch, squash } from './patch.ts';
import type { Project } from './project.ts';

const texts = [
  'Fire in Port Ellery\n\nBy Mara Ellison\n\n“The bridge,” she said, “is safe.” Kim told AFP that 12 people were hurt.',
  'a👩‍👩‍👧‍👦b e\u0301tude \u0301\r\nקצת עברית and قال الرئيس إن الأمور\r\n🇺🇦🇫🇷 end.',
];

const draftOf = (patch: Patch, id: string, undoes?: string): EntryDraft => ({
  id,
  at: '2026-01-01T00:00:00.000Z',
  author: 'author',
  tab: 'tab',
  action: 'test',
  parameters: {},
  cause: { kind: 'manual' },
  patch,
  ...(undoes !== undefined && { undoes }),
});

interface Played {
  readonly project: Project;
  readonly history: History;
}

/** Takes back every step through the tab's history, or makes all of them again. */
function goThrough(start: Played, next: (history: History) => ReturnType<typeof nextUndo>): Played {
  let { project, history: so } = start;
  for (let step = next(so); step; step = next(so)) {
    const patch = invert(step.patch);
    project = checkPatch(project, patch);
    so = extend(so, draftOf(patch, `${step.entry}'`, step.entry));
  }
  return { project, history: so };
}

function play(steps: readonly Step[]): { readonly start: Project; readonly end: Played; readonly patches: readonly Patch[] } {
  const { project: start, context, texts: hashes } = sampleProject(...texts);
  const patches: Patch[] = [];
  let end: Played = { project: start, history: history([]) };
  for (const step of steps) {
    const patch = randomCommand(end.project, step, hashes, context);
    if (patch.length === 0) continue;
    patches.push(patch);
    end = { project: checkPatch(end.project, patch), history: extend(end.history, draftOf(patch, `entry-${patches.length}`)) };
  }
  return { start, end, patches };
}

const steps = fc.array(
  fc.record({
    command: fc.nat(),
    one: fc.nat(),
    two: fc.nat(),
    stretches: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 40 })), { minLength: 1, maxLength: 3 }),
  }),
  { minLength: 3, maxLength: 24, size: 'max' },
);

describe('any sequence of commands', () => {
  it('is whole after each, is undone to the start, redone to the end, and squashes to one patch', () => {
    let changes = 0;
    fc.assert(
      fc.property(steps, (chosen) => {
        const { start, end, patches } = play(chosen);
        changes += patches.length;
        const undone = goThrough(end, nextUndo);
        expect(hashOf(undone.project)).toBe(hashOf(start));
        expect(hashOf(goThrough(undone, nextRedo).project)).toBe(hashOf(end.project));
        expect(hashOf(applyPatch(start, squash(patches)))).toBe(hashOf(end.project));
      }),
      { seed, numRuns: count(1_000, 10_000) },
    );
    // Were the commands mostly refused, the sequences would prove nothing.
    expect(changes).toBeGreaterThan(count(1_000, 10_000) * 3);
  }, 600_000);
});
