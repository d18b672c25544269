import type { Layout } from './layout.ts';

/** Beside the tags and links of a set on a text, a page holds what reviewers say of them. */
export const layout3: Layout = {
  version: 3,
  stores: {},
  upgrade: (transaction) =>
    transaction
      .table<{ reviews?: readonly unknown[] }, number>('pages')
      .toCollection()
      .modify((page) => {
        page.reviews = [];
      }),
};
