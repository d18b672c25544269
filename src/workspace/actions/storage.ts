import { canPickFolder } from '../download.ts';
import type { Host } from '../host.ts';
import { keeperOf } from '../storage/keep-copies.ts';
import { cancelWork, showStorage } from '../storage/work.ts';
import { type Action, later } from './action.ts';

// Seldom called, and the first load is better off without it.
const work = () => import('../storage/panel-work.ts');

export const storageActions: readonly Action[] = [
  { id: 'show-storage', available: () => true, run: (host) => showPanel(host, false) },
  { id: 'offer-backup', keys: ['mod+s'], available: () => true, run: (host) => showPanel(host, true) },
  { id: 'look-at-storage', available: () => true, run: later(work, ({ look }) => look) },
  { id: 'back-up', available: () => true, run: later(work, ({ backUp }) => backUp) },
  { id: 'choose-folder', writes: true, available: canPickFolder, run: later(work, ({ chooseFolder }) => chooseFolder) },
  { id: 'allow-folder', available: ({ storage }) => storage.folder !== null, run: (host) => keeperOf(host)?.allow() },
  { id: 'forget-folder', available: ({ storage }) => storage.folder !== null, run: (host) => keeperOf(host)?.use(null) },
  { id: 'save-earlier', available: () => true, run: later(work, ({ saveEarlier }) => saveEarlier) },
  { id: 'save-journal', available: () => true, run: later(work, ({ saveJournal }) => saveJournal) },
  { id: 'look-at-history', available: () => true, run: later(work, ({ lookAtHistory }) => lookAtHistory) },
  { id: 'check-integrity', available: () => true, run: later(work, ({ checkIntegrity }) => checkIntegrity) },
  { id: 'cancel-work', available: ({ storage }) => storage.work !== null, run: cancelWork },
  { id: 'save-report', available: ({ storage }) => storage.report !== null, run: later(work, ({ saveReport }) => saveReport) },
  {
    id: 'go-to-finding',
    available: () => true,
    run: later(
      () => import('../review/sets.ts'),
      ({ goToTag }) => goToTag,
    ),
  },
  { id: 'count-anew', writes: true, available: () => true, run: later(work, ({ countAnew }) => countAnew) },
  { id: 'ask-erase', writes: true, available: () => true, run: later(work, ({ askErase }) => askErase) },
  { id: 'keep-project', available: () => true, run: (host) => showStorage(host, { summary: null }) },
  { id: 'erase-project', available: ({ storage }) => storage.summary !== null, run: later(work, ({ erase }) => erase) },
];

/** Opens the panel, or closes it; the offer of Ctrl+S goes with it. */
function showPanel(host: Host, offered: boolean): void {
  showStorage(host, { offered });
  host.show({ panel: 'storage' });
}
