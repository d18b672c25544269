import { describe, expect, it } from 'vitest';
import { fakeJournal } from '../testing/fake-journal.ts';
import { count } from '../testing/test-length.ts';
import { checkJournalLines, journalLines, mayBeLines } from './journal-lines.ts';

const { entries } = fakeJournal(7, 12);
const lines = [...journalLines(entries)];
const bytes = new TextEncoder().encode(lines.join(''));
const linesOf = (changed: Uint8Array) => {
  const checked = checkJournalLines(changed);
  return 'faults' in checked ? checked.faults.map(({ path }) => path) : [];
};
const joined = (some: readonly string[]) => new TextEncoder().encode(some.join(''));

describe('a journal in lines', () => {
  it('says what it is and where its chain ends, and holds every action as it was hashed', () => {
    expect(mayBeLines(bytes)).toBe(true);
    expect(checkJournalLines(bytes)).toEqual({ actions: entries.length, head: entries.at(-1)?.hash });
    expect(lines.slice(1).map((line) => JSON.parse(line))).toEqual(JSON.parse(JSON.stringify(entries)));
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ format: 'attest-journal', formatVersion: 1, offsetUnit: 'utf-16' });
  });

  it('of no action is sound', () => {
    expect(checkJournalLines(joined([...journalLines([])]))).toEqual({ actions: 0, head: '' });
  });

  it('one changed byte anywhere is found in the line it is in', () => {
    const step = Math.max(1, Math.floor(bytes.length / count(60, 2_000)));
    for (let at = 0; at < bytes.length; at += step) {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      const line = bytes.subarray(0, at).filter((byte) => byte === 10).length + 1;
      expect(linesOf(changed), `byte ${at}`).toContain(`line ${line}`);
    }
  });

  it.each([
    ['without an action', [...lines.slice(0, 3), ...lines.slice(4)], 'line 4'],
    ['with two actions changed over', [...lines.slice(0, 3), lines[4] ?? '', lines[3] ?? '', ...lines.slice(5)], 'line 4'],
    ['with an action twice', [...lines.slice(0, 4), lines[3] ?? '', ...lines.slice(4)], 'line 5'],
    ['without its end', lines.slice(0, -1), 'line 1'],
    ['cut in its last line', [...lines.slice(0, -1), (lines.at(-1) ?? '').slice(0, 40)], `line ${lines.length}`],
    ['without its first line', lines.slice(1), 'line 1'],
    ['with the first line of another', [[...journalLines(entries.slice(0, 3))][0] ?? '', ...lines.slice(1)], 'line 1'],
  ])('%s is refused by line', (_, changed, line) => {
    expect(linesOf(joined(changed))[0]).toBe(line);
  });
});
