import { storageMessages as words } from '../../messages/storage-panel.ts';
import type { Work } from '../../workspace/storage/storage-state.ts';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import own from './storage.module.css';

/** How far a job has come, and a way to end it. Appears only when the job takes a moment, so that a short one does not flicker. */
export function WorkLine({ job }: { readonly job: Work['job'] }) {
  const workspace = useWorkspace();
  const work = useWorkspaceState(({ storage }) => (storage.work?.job === job ? storage.work : null));
  if (!work) return null;
  const measured = work.total > 0 ? { value: work.done, max: work.total } : {};
  return (
    <p className={own.work}>
      <progress aria-label={words.working(job)} {...measured} />
      <button type="button" className="button small" onClick={() => workspace.perform('cancel-work')}>
        {words.cancel}
      </button>
    </p>
  );
}
