import { exchangeMessages as words } from '../../messages/exchange.ts';
import { useWorkspace } from '../use-workspace.ts';

/** Leaves export or import; nothing was changed. */
export function CancelButton() {
  const workspace = useWorkspace();
  return (
    <button type="button" className="button" onClick={() => workspace.perform('cancel-import')}>
      {words.cancel}
    </button>
  );
}
