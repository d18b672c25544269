import { expect, it } from 'vitest';
import { backupDue, unsavedElsewhere } from './backup-reminder.ts';

const began = '2026-01-01T09:00:00.000Z';
const after = (hours: number) => new Date(Date.parse(began) + hours * 3_600_000).toISOString();
const backup = (seq: number, hours: number) => ({ seq, at: after(hours) });

it.each([
  ['a first look around', false, { saved: 1, last: null }, 24 * 30],
  ['the first minutes', false, { saved: 60, last: null }, 0.5],
  ['an afternoon of work', true, { saved: 151, last: null }, 4],
  ['the day after', true, { saved: 11, last: null }, 24],
  ['a single tag, a day ago', false, { saved: 2, last: null }, 24],
  ['a single tag, a week ago', true, { saved: 2, last: null }, 24 * 7],
  ['everything in a backup, a year ago', false, { saved: 500, last: backup(500, 1) }, 24 * 365],
  ['a few more tags, an hour after the backup', false, { saved: 520, last: backup(500, 1) }, 2],
  ['some work a day after the backup', true, { saved: 520, last: backup(500, 1) }, 25],
  ['a clock that was set back', false, { saved: 20, last: backup(10, 48) }, 1],
])('after %s a backup is due: %s', (_, due, facts, hours) => {
  expect(backupDue({ ...facts, began, kept: false }, after(hours))).toBe(due);
  expect(backupDue({ ...facts, began, kept: true }, after(hours))).toBe(false);
});

it('the first start is no work of anybody', () => {
  expect(unsavedElsewhere({ saved: 1, last: null })).toBe(0);
  expect(unsavedElsewhere({ saved: 5, last: backup(3, 0) })).toBe(2);
});
