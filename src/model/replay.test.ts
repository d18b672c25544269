import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fakeJournal } from '../testing/fake-journal.ts';
import { count, seed } from '../testing/test-length.ts';
import { replay } from './replay.ts';

it('playing a journal gives the project that the same actions made, and each patch fits', () => {
  fc.assert(
    fc.property(fc.nat(), (chance) => {
      const { project, entries } = fakeJournal(chance, 30);
      const played = replay(entries.map(({ patch }) => patch));
      expect(played).toEqual({ project: { ...project, texts: new Map() }, refused: null });
    }),
    { seed, numRuns: count(20, 200) },
  );
});

it('an entry left out is noticed', () => {
  const { entries } = fakeJournal(seed, 30);
  const patches = entries.map(({ patch }) => patch);
  expect(replay(patches.slice(1)).refused).not.toBeNull();
});
