import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPatch, hashOf } from '../testing/check-patch.ts';
import { randomCommand, type Step } from '../testing/random-command.ts';
import { sampleProject } from '../testing/sample-project.ts';
import { count, seed } from '../testing/test-length.ts';
import { link } from './commands/links.ts';
import { addTag } from './commands/tags.ts';
import { extend, type History, history, nextRedo, nextUndo } from './history.ts';
import type { EntryDraft } from './journal.ts';
import { applyPatch, invert, type Patch, squash } from './patch.ts';
import type { Project } from './project.ts';

const texts = [
  'Fire in Port Ellery\n\nBy Mara Ellison\n\n“The bridge,” she said, “is safe.” Kim told AFP that 12 people were hurt.',
  'a👩‍👩‍👧‍👦b e\u0301tude \u0301\r\nקצת עברית and قال الرئيس إن الأمور\r\n🇺🇦🇫🇷 end.',
];

const words: readonly (readonly [type: string, words: string])[] = [
  ['quote', '“The bridge,” she said, “is safe.”'],
  ['claim', 'The bridge'],
  ['claim', '12 people were hurt'],
  ['source', 'she'],
  ['source', 'Kim'],
  ['source', 'AFP'],
];

const links = [
  ['said-by', 0, 3],
  ['claimed-by', 1, 4],
  ['relayed-via', 1, 3],
  ['relayed-via', 1, 4],
  ['relayed-via', 1, 5],
] as const;

/** The sample, tagged and linked: sequences that begin with nothing hardly ever come to a path of relays. */
function tagged() {
  const { project, context, texts: hashes } = sampleProject(...texts);
  const content = texts[0] ?? '';
  const tags = words.reduce((so, [type, exact]) => {
    const stretches = [{ start: content.indexOf(exact), end: content.indexOf(exact) + exact.length }];
    return checkPatch(so, addTag(so, { text: hashes[0] ?? '', type, stretches }, context));
  }, project);
  const ids = [...tags.annotations.keys()];
  const start = links.reduce(
    (so, [type, from, to]) => checkPatch(so, link(so, { type, from: ids[from] ?? '', to: ids[to] ?? '' }, context)),
    tags,
  );
  return { start, context, hashes };
}

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

/** How often the sequences came to what is easily missed. */
interface Reached {
  changes: number;
  linked: number;
  unlinked: number;
  renumbered: number;
}

function note(reached: Reached, patches: readonly Patch[]): void {
  reached.changes += patches.length;
  for (const { table, before, after } of patches.flat()) {
    if (table === 'relations') reached[before === null ? 'linked' : after === null ? 'unlinked' : 'renumbered'] += 1;
  }
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
  const { start, context, hashes } = tagged();
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
  { minLength: 3, maxLength: 30, size: 'max' },
);

describe('any sequence of commands', () => {
  it('is whole after each, is undone to the start, redone to the end, and squashes to one patch', () => {
    const runs = count(1_000, 10_000);
    const reached: Reached = { changes: 0, linked: 0, unlinked: 0, renumbered: 0 };
    fc.assert(
      fc.property(steps, (chosen) => {
        const { start, end, patches } = play(chosen);
        note(reached, patches);
        const undone = goThrough(end, nextUndo);
        expect(hashOf(undone.project)).toBe(hashOf(start));
        expect(hashOf(goThrough(undone, nextRedo).project)).toBe(hashOf(end.project));
        expect(hashOf(applyPatch(start, squash(patches)))).toBe(hashOf(end.project));
      }),
      { seed, numRuns: runs },
    );
    // Were the commands mostly refused, or links hardly ever made, the sequences would prove nothing.
    expect(reached.changes).toBeGreaterThan(runs * 3);
    for (const times of [reached.linked, reached.unlinked, reached.renumbered]) expect(times).toBeGreaterThan(runs / 10);
  }, 600_000);
});
