import type { Layout } from '../../src/storage/layouts/layout.ts';
import { layout2 as honest } from '../../src/storage/layouts/layout-2.ts';

/** The broken variant the kill during a migration must catch: the rows follow in a transaction of their own. */
export const layout2: Layout = {
  ...honest,
  upgrade: ({ db }) => {
    db.on('ready', () => db.transaction('rw', 'pages', (transaction) => honest.upgrade?.(transaction)));
    return Promise.resolve();
  },
};
