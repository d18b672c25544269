import type { Layout } from './layout.ts';

// A page as it was when this layout was new. What the present makes of pages must not change what this migration does.
interface PageThen {
  readonly annotations: readonly { readonly attributes: Readonly<Record<string, string>> }[];
  readonly relations: readonly { readonly from: string }[];
  starts?: readonly string[];
  entities?: readonly string[];
}

/** Pages can be found by where the links on them start and by the register entries that the tags on them name. */
export const layout2: Layout = {
  version: 2,
  stores: { pages: '++page, scope, text, set, *ids, *links, *starts, *entities' },
  upgrade: (transaction) =>
    transaction
      .table<PageThen, number>('pages')
      .toCollection()
      .modify((page) => {
        page.starts = [...new Set(page.relations.map(({ from }) => from))];
        page.entities = [...new Set(page.annotations.flatMap(({ attributes }) => attributes.entity ?? []))];
      }),
};
