import { versionMessages as words } from '../../messages/versions.ts';
import type { Article, TextHash } from '../../model/records.ts';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import styles from './reader.module.css';

/** Says over an older version that it is one, and leads to the newest. */
export function OlderVersion({ article: { versions }, text }: { readonly article: Article; readonly text: TextHash }) {
  const workspace = useWorkspace();
  const older = useWorkspaceState(({ session }) => session.version !== null);
  if (!older) return null;
  const at = versions.findIndex((version) => version.text === text) + 1;
  return (
    <p className={styles.older} role="note">
      {words.older(at, versions.length)}{' '}
      <button type="button" className="button small" onClick={() => workspace.perform('read-version')}>
        {words.toNewest}
      </button>
    </p>
  );
}
