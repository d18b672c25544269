import { showCodebook } from '../codebook/show-codebook.ts';
import type { Host } from '../host.ts';
import { writable } from '../session.ts';
import { type Action, later } from './action.ts';

// Codebooks are seldom changed, and the first load is better off without it.
const offering = () => import('../codebook/offer.ts');
const settling = () => import('../codebook/settle.ts');

export const codebookActions: readonly Action[] = [
  { id: 'show-codebook', available: () => true, run: showPanel },
  { id: 'look-for-rechecks', available: () => true, run: later(settling, ({ look }) => look) },
  {
    id: 'look-for-unclear',
    available: () => true,
    run: later(
      () => import('../codebook/unclear.ts'),
      ({ lookForUnclear }) => lookForUnclear,
    ),
  },
  { id: 'export-codebook', available: () => true, run: later(offering, ({ exportCodebook }) => exportCodebook) },
  { id: 'read-codebook', writes: true, available: () => true, run: later(offering, ({ readFile }) => readFile) },
  { id: 'offer-codebook', writes: true, available: () => true, run: later(offering, ({ offerKnown }) => offerKnown) },
  {
    id: 'use-codebook',
    writes: true,
    available: ({ codebook }) => codebook.offered?.kind === 'change',
    run: later(offering, ({ use }) => use),
  },
  { id: 'cancel-codebook', available: () => true, run: (host) => showCodebook(host, { offered: null }) },
  { id: 'keep-under', available: writable, run: later(settling, ({ keepNamed }) => keepNamed) },
  { id: 'bring-to', available: writable, run: later(settling, ({ bringNamed }) => bringNamed) },
];

function showPanel(host: Host): void {
  const { panel } = host.state.getState().session;
  host.show({ panel: panel === 'codebook' ? 'annotation' : 'codebook' });
}
