import { X } from 'lucide-react';
import { frameMessages } from '../../messages/frame.ts';
import { actionName } from '../../messages/workspace.ts';
import type { Notice } from '../../workspace/state.ts';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import styles from './frame.module.css';

/** Short messages at the bottom: what was done, with a way back, or why something was not. */
export function Notices() {
  const notices = useWorkspaceState((state) => state.notices);
  return (
    <section className={styles.notices} aria-live="polite" aria-label={frameMessages.notices}>
      {notices.map((notice) => (
        <NoticeView key={notice.id} notice={notice} />
      ))}
    </section>
  );
}

function NoticeView({ notice }: { readonly notice: Notice }) {
  const workspace = useWorkspace();
  const undo = useWorkspaceState((state) => state.undo);
  return (
    <div className={styles.notice} data-kind={notice.kind} role={notice.kind === 'refused' ? 'alert' : undefined}>
      <span>
        <bdi>{notice.text}</bdi>
      </span>
      {undo && notice.undo === undo.entry ? (
        <button
          type="button"
          className="button small"
          onClick={() => {
            workspace.perform('undo');
            workspace.dismiss(notice.id);
          }}
        >
          {frameMessages.undo(actionName(undo.action, undo.parameters))}
        </button>
      ) : null}
      <button type="button" className="button plain small" aria-label={frameMessages.dismiss} onClick={() => workspace.dismiss(notice.id)}>
        <X size={14} aria-hidden="true" />
      </button>
    </div>
  );
}
