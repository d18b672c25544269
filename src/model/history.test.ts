import { describe, expect, it } from 'vitest';
import { sampleProject } from '../testing/sample-project.ts';
import { renameAuthor } from './commands/people.ts';
import { blockedBy, extend, history, historyLength, nextRedo, nextUndo } from './history.ts';
import type { EntryDraft } from './journal.ts';
import { applyPatch, invert } from './patch.ts';

const entry = (id: string, undoes?: string, action = 'tag'): EntryDraft => ({
  id,
  at: '2026-01-01T00:00:00.000Z',
  author: 'a',
  tab: 't',
  action,
  parameters: {},
  cause: { kind: 'manual' },
  patch: [],
  ...(undoes !== undefined && { undoes }),
});

const steps = (...entries: readonly EntryDraft[]) => {
  const so = history(entries);
  return [nextUndo(so)?.entry ?? null, nextRedo(so)?.entry ?? null];
};

describe('the history of a tab', () => {
  it.each([
    ['nothing', [], [null, null]],
    ['two actions', [entry('1'), entry('2')], ['2', null]],
    ['one of two taken back', [entry('1'), entry('2'), entry('3', '2')], ['1', '3']],
    ['taken back and made again', [entry('1'), entry('2', '1'), entry('3', '2')], ['3', null]],
    ['a new action after an undo forgets the redo', [entry('1'), entry('2', '1'), entry('3')], ['3', null]],
    ['an export is nothing to take back', [entry('1'), entry('2', undefined, 'export')], ['1', null]],
  ])('after %s', (_, entries, expected) => {
    expect(steps(...entries)).toEqual(expected);
  });

  it('keeps the last entries only', () => {
    const so = history(Array.from({ length: historyLength + 5 }, (_, index) => entry(`${index}`)));
    expect(so.done).toHaveLength(historyLength);
    expect(so.done[0]?.entry).toBe('5');
  });

  it('is the same whether read at once or grown entry by entry', () => {
    const entries = [entry('1'), entry('2'), entry('3', '2'), entry('4', '3')];
    expect(entries.reduce(extend, history([]))).toEqual(history(entries));
  });
});

it('an undo is blocked where another tab has changed the record since', () => {
  const { project, context } = sampleProject('Headline\n\nText.');
  const mine = renameAuthor(project, { author: context.author, name: 'Mine' });
  const after = applyPatch(project, mine);
  expect(blockedBy(after, invert(mine))).toBeNull();
  const theirs = applyPatch(after, renameAuthor(after, { author: context.author, name: 'Theirs' }));
  expect(blockedBy(theirs, invert(mine))).toMatchObject({ table: 'authors', id: context.author });
});
