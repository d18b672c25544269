import { X } from 'lucide-react';
import { conflictMessages } from '../../messages/conflict.ts';
import { frameMessages } from '../../messages/frame.ts';
import { actionName } from '../../messages/workspace.ts';
import type { Conflict, Notice } from '../../workspace/state.ts';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import styles from './frame.module.css';

/** Short messages at the bottom: what was done, with a way back, or why something was not. */
export function Notices() {
  const notices = useWorkspaceState((state) => state.notices);
  return (
    <section className={styles.notices} aria-label={frameMessages.notices}>
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
      <div className={styles.noticeText}>
        <bdi>{notice.text}</bdi>
        {notice.conflict && notice.conflict.mine.length > 0 ? <Mine values={notice.conflict.mine} /> : null}
      </div>
      {notice.conflict ? (
        <button type="button" className="button small" onClick={() => workspace.perform('use-mine', { notice: notice.id })}>
          {conflictMessages.useMine}
        </button>
      ) : null}
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

/** What a refused action would have said, whole: it stands nowhere else. */
function Mine({ values }: { readonly values: Conflict['mine'] }) {
  return (
    <dl className={styles.mine} aria-label={conflictMessages.yours}>
      {values.map(({ name, value }) => (
        <div key={name}>
          <dt>{`${conflictMessages.yours}, ${name.toLowerCase()}`}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
