import type { Layout } from '../../src/storage/layouts/layout.ts';
import { layout1 } from '../../src/storage/layouts/layout-1.ts';
import { layout2 } from '../../src/storage/layouts/layout-2.ts';
import { layout3 } from '../../src/storage/layouts/layout-3.ts';

/** What the build after this one will be: one more layout, with a store of its own and a change to every page. */
export const projectLayouts: readonly Layout[] = [
  layout1,
  layout2,
  layout3,
  {
    version: 4,
    stores: { verdicts: 'id' },
    upgrade: (transaction) =>
      transaction
        .table<{ reviewed?: readonly string[] }, number>('pages')
        .toCollection()
        .modify((page) => {
          page.reviewed = [];
        }),
  },
];
