import type { Layout } from './layout.ts';

/** The first layout of a project. */
export const layout1: Layout = {
  version: 1,
  stores: {
    rows: 'key',
    texts: 'id',
    parts: '[text+part]',
    pages: '++page, scope, text, set, *ids, *links',
    journal: 'seq, &id, tab, *sets',
    counters: 'key',
    tabs: 'tab, order',
  },
};
