import { onEnd } from '../../storage/erase/ending.ts';
import type { Host } from '../host.ts';
import { showStorage } from './work.ts';

/** Stops this tab when another one erases the project. */
export function followEnd(host: Host): void {
  onEnd(host.store.projectId, () => {
    if (host.state.getState().storage.ending === null) showStorage(host, { ending: { kind: 'elsewhere' } });
  });
}
