import { frameMessages } from '../messages/frame.ts';
import { StorageError } from '../storage/errors.ts';
import { reloadIntoNewest } from '../storage/offline/registration.ts';

/** What is shown when the database cannot be opened: why, and what to do. Nothing is open, so a newer version may take over. */
export function StartFailed({ error }: { readonly error: unknown }) {
  const kind = error instanceof StorageError ? error.kind : 'unknown';
  return (
    <main className="start-failed" role="alert">
      <h1>{frameMessages.startFailed}</h1>
      <p>{frameMessages.startReason(kind)}</p>
      <p>{error instanceof Error ? error.message : String(error)}</p>
      <button type="button" className="button" onClick={() => void reloadIntoNewest()}>
        {frameMessages.reload}
      </button>
    </main>
  );
}
