import { keyName } from '../messages/keys.ts';
import { actionById } from '../workspace/actions/table.ts';
import { acts, chordsOf, type KeySettings } from '../workspace/own-keys.ts';
import { useWorkspaceState } from './use-workspace.ts';

const mac = /mac|iphone|ipad/i.test(navigator.platform);

/** A chord as it is written on this machine. */
export const writtenKey = (chord: string): string => keyName(chord, mac);

/** The key an action has now, as it is written here; empty where none acts. */
export function keyOf(action: string, settings: KeySettings): string {
  const chord = chordsOf(actionById(action), settings).find((one) => acts(one, settings));
  return chord === undefined ? '' : writtenKey(chord);
}

/** The key that calls an action, on its button; nothing where it has none. */
export function KeyCap({ action }: { readonly action: string }) {
  const key = useWorkspaceState(({ keys }) => keyOf(action, keys));
  return key === '' ? null : (
    <>
      {' '}
      <kbd>{key}</kbd>
    </>
  );
}
