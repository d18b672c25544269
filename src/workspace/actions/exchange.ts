import { canSaveAs } from '../download.ts';
import { showExchange } from '../exchange/show-exchange.ts';
import type { Host } from '../host.ts';
import { type Action, later, type Parameters } from './action.ts';

// Files are exchanged now and then, and the first load is better off without it.
const exporting = () => import('../exchange/export-work.ts');
const importing = () => import('../exchange/import-work.ts');

export const exchangeActions: readonly Action[] = [
  { id: 'export', available: () => true, run: later(exporting, ({ offerExport }) => offerExport) },
  { id: 'change-export', available: ({ exchange }) => exchange.kind === 'choosing', run: changeChoice },
  {
    id: 'export-chosen',
    available: ({ exchange }) => exchange.kind === 'choosing',
    run: later(exporting, ({ exportChosen }) => exportChosen),
  },
  { id: 'rescue-export', available: () => true, run: later(exporting, ({ exportRescue }) => exportRescue) },
  { id: 'read-import', writes: true, available: () => true, run: later(importing, ({ readImport }) => readImport) },
  { id: 'choose-import', writes: true, available: () => true, run: () => document.querySelector<HTMLElement>('[data-import]')?.click() },
  { id: 'decide', writes: true, available: ({ exchange }) => exchange.kind === 'preview', run: later(importing, ({ decide }) => decide) },
  {
    id: 'apply-import',
    writes: true,
    available: ({ exchange }) => exchange.kind === 'preview',
    run: later(importing, ({ applyImport }) => applyImport),
  },
  {
    id: 'save-as',
    available: ({ exchange }) => exchange.kind === 'exported' && canSaveAs(),
    run: later(exporting, ({ saveExported }) => saveExported),
  },
  { id: 'cancel-import', available: () => true, run: (host) => showExchange(host, { kind: 'idle' }) },
];

/** Takes what was changed about the choice at once, as a box is ticked at once, and counts anew. */
async function changeChoice(host: Host, { change }: Parameters): Promise<void> {
  const { exchange } = host.state.getState();
  if (exchange.kind !== 'choosing' || typeof change !== 'object') return;
  showExchange(host, { kind: 'choosing', chosen: { ...exchange.chosen, ...change }, held: null });
  await (await exporting()).countChosen(host);
}
