import './parts.css';
import { useTypeStyles } from './codebook/use-type-styles.ts';
import { Columns } from './frame/columns.tsx';
import { DropTarget } from './frame/drop-target.tsx';
import styles from './frame/frame.module.css';
import { HintLine } from './frame/hint-line.tsx';
import { Notices } from './frame/notices.tsx';
import { ReadOnly } from './frame/read-only.tsx';
import { Status } from './frame/status.tsx';
import { TopBar } from './frame/top-bar.tsx';
import { useKeptFocus } from './frame/use-kept-focus.ts';
import { Palette } from './palette/palette.tsx';
import { Ended } from './storage/ended.tsx';
import { useWorkspaceState } from './use-workspace.ts';

/** The whole window: bar, columns, the line of keys, and what appears over them. */
export function App() {
  useTypeStyles();
  const ending = useWorkspaceState(({ storage }) => storage.ending);
  useKeptFocus();
  if (ending) return <Ended ending={ending} />;
  return (
    <div className={styles.frame}>
      <TopBar />
      <ReadOnly />
      <Columns />
      <HintLine />
      <Notices />
      <Status />
      <Palette />
      <DropTarget />
    </div>
  );
}
