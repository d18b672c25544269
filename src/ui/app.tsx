import './parts.css';
import { Columns } from './frame/columns.tsx';
import { DropTarget } from './frame/drop-target.tsx';
import styles from './frame/frame.module.css';
import { HintLine } from './frame/hint-line.tsx';
import { Notices } from './frame/notices.tsx';
import { ReadOnly } from './frame/read-only.tsx';
import { TopBar } from './frame/top-bar.tsx';

/** The whole window: bar, columns, the line of keys, and what appears over them. */
export function App() {
  return (
    <div className={styles.frame}>
      <TopBar />
      <ReadOnly />
      <Columns />
      <HintLine />
      <Notices />
      <DropTarget />
    </div>
  );
}
