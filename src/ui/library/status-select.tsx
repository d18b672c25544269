import { frameMessages } from '../../messages/frame.ts';
import type { Article } from '../../model/records.ts';
import { useCanWrite, useWorkspace } from '../use-workspace.ts';

/** How far the work on an article is, to be changed in place. */
export function StatusSelect({
  article,
  label,
  className,
}: {
  readonly article: Article;
  readonly label: string;
  readonly className?: string | undefined;
}) {
  const workspace = useWorkspace();
  const canWrite = useCanWrite();
  return (
    <select
      className={className}
      disabled={!canWrite}
      aria-label={label}
      value={article.status}
      onChange={(event) => workspace.perform('set-status', { article: article.id, status: event.target.value })}
    >
      {(['to-do', 'in-progress', 'done'] as const).map((status) => (
        <option key={status} value={status}>
          {frameMessages.status(status)}
        </option>
      ))}
    </select>
  );
}
