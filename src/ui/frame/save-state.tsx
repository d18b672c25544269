import { Shield, ShieldAlert, ShieldCheck } from 'lucide-react';
import { frameMessages } from '../../messages/frame.ts';
import { storageMessages } from '../../messages/storage-panel.ts';
import type { Saving } from '../../workspace/state.ts';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import styles from './frame.module.css';

/** What is true of the disk right now, and whether the browser promised to keep it. */
export function SaveState() {
  const workspace = useWorkspace();
  const saving = useWorkspaceState((state) => state.saving);
  const copies = useWorkspaceState((state) => state.copies);
  return (
    <div className={styles.saveState} data-kind={copies === 'none' ? 'not-saved' : saving.kind}>
      {/* Not read at each action: what is not saved, the one status says. */}
      <span role="status" aria-live="off" aria-label={frameMessages.saveState}>
        {copies === 'none' ? frameMessages.notKeptHere : sentence(saving)}
      </span>
      {saving.kind === 'not-saved' ? (
        <button type="button" className="button small" onClick={() => workspace.perform('retry-save')}>
          {frameMessages.retry}
        </button>
      ) : null}
      {saving.kind === 'not-saved' || copies === 'none' ? (
        <button type="button" className="button small" onClick={() => workspace.perform('rescue-export')}>
          {frameMessages.rescue}
        </button>
      ) : null}
      <Persistence />
    </div>
  );
}

function sentence(saving: Saving): string {
  if (saving.kind === 'saved') return frameMessages.saved;
  return saving.kind === 'saving' ? frameMessages.saving(saving.count) : frameMessages.notSaved(saving.count, saving.reason);
}

function Persistence() {
  const workspace = useWorkspace();
  const persisted = useWorkspaceState((state) => state.persisted);
  const copies = useWorkspaceState((state) => state.copies);
  const asked = persisted !== null || copies !== 'both';
  const safe = persisted !== false && copies === 'both';
  const Icon = asked ? (safe ? ShieldCheck : ShieldAlert) : Shield;
  return (
    <button
      type="button"
      className={styles.icon}
      aria-label={storageMessages.title}
      title={storageMessages.copies[copies]}
      onClick={() => workspace.perform('show-storage')}
    >
      <Icon size={16} aria-hidden="true" />
    </button>
  );
}
