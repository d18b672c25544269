import type { Host } from './host.ts';
import { flushNote } from './note.ts';

/** Saves what is typed; `false` as soon as the store fails, because it may take hours until it does not. */
export function allStored(host: Host): Promise<boolean> {
  flushNote(host);
  return new Promise((resolve) => {
    const settle = (stored: boolean) => {
      unsubscribe();
      resolve(stored);
    };
    const unsubscribe = host.state.subscribe(({ saving }) => saving.kind === 'not-saved' && settle(false));
    if (host.state.getState().saving.kind === 'not-saved') settle(false);
    void host.stored().then(() => settle(true));
  });
}
