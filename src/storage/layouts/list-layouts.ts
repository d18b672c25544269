import type { Layout } from './layout.ts';

/** Every layout the list of projects was ever kept in, oldest first. */
export const listLayouts: readonly Layout[] = [
  { version: 1, stores: { projects: 'id, opened', people: 'id' } },
  // One store more, for backups; everything else stays as it is.
  { version: 2, stores: { backups: 'project' } },
];
