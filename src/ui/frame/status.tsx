import { statusMessages } from '../../messages/status.ts';
import { useWorkspaceState } from '../use-workspace.ts';

/** The one place where a screen reader listens: what the last action did, or where the range cursor is. */
export function Status() {
  const said = useWorkspaceState((state) => state.said);
  return (
    <div className="visually-hidden" role="status" aria-label={statusMessages.region}>
      {/* The same words said again must be another text, or they would not be read. */}
      {said.id % 2 === 0 ? said.text : `${said.text}\u00a0`}
    </div>
  );
}
