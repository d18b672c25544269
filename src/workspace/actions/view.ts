import type { Host } from '../host.ts';
import { update } from '../release.ts';
import type { Session } from '../state.ts';
import { type Action, text } from './action.ts';

const panels: readonly Session['panel'][] = ['annotation', 'article', 'add', 'exchange', 'keys', 'people', 'storage', 'codebook'];

export const viewActions: readonly Action[] = [
  { id: 'show-keys', keys: ['?'], available: () => true, run: (host) => togglePanel(host, 'keys') },
  {
    id: 'show-panel',
    available: () => true,
    run: (host, parameters) => togglePanel(host, panels.find((panel) => panel === text(parameters, 'panel')) ?? 'annotation'),
  },
  { id: 'update', available: ({ release }) => release === 'newer', run: (host) => update(host) },
  { id: 'retry-save', available: ({ saving }) => saving.kind === 'not-saved', run: (host) => host.retrySaving() },
];

function togglePanel(host: Host, panel: Session['panel']): void {
  const { session } = host.state.getState();
  host.show({ panel: session.panel === panel ? 'annotation' : panel });
}
