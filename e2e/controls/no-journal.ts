import type { Journal } from '../../src/storage/journal/line.ts';

/** The broken variant the corruption test must catch: no second copy is kept. */
export const canKeepJournal = (): boolean => false;

export const openJournal = (): Promise<{ journal: Journal; store: never; restored: number }> =>
  Promise.reject(new Error('There is no journal in this variant.'));
