import { Panel as Column, Group, Separator, useDefaultLayout } from 'react-resizable-panels';
import { frameMessages } from '../../messages/frame.ts';
import { acrossVisits } from '../../storage/web-storage.ts';
import { Library } from '../library/library.tsx';
import { Panel } from '../panel/panel.tsx';
import { Reader } from '../reader/reader.tsx';
import styles from './frame.module.css';
import { Sheet } from './sheet.tsx';
import { threeColumns, twoColumns, useMedia } from './use-media.ts';

/** Library, article and panel side by side as far as there is room; side columns resize, collapse and remember. */
export function Columns() {
  const wide = useMedia(threeColumns);
  const besides = useMedia(twoColumns);
  const paper = useMedia('print');
  if (paper) return <Reader />;
  if (!besides) {
    return (
      <div className={styles.narrow}>
        <Reader />
        <Sheet />
      </div>
    );
  }
  // Another set of columns is another layout: it is mounted anew and remembered by itself.
  return wide ? <SideBySide key="wide" library /> : <SideBySide key="medium" library={false} />;
}

function SideBySide({ library }: { readonly library: boolean }) {
  const layout = useDefaultLayout({ id: library ? 'three-columns' : 'two-columns', storage: acrossVisits });
  return (
    <Group className={styles.columns} {...layout}>
      {library ? (
        <>
          <Column id="library" defaultSize={232} minSize={180} maxSize={400} collapsible groupResizeBehavior="preserve-pixel-size">
            <Library />
          </Column>
          <Separator className={styles.separator} title={frameMessages.resizeLibrary} />
        </>
      ) : null}
      <Column id="article" minSize={360}>
        <Reader />
      </Column>
      <Separator className={styles.separator} title={frameMessages.resizePanel} />
      <Column id="panel" defaultSize={352} minSize={280} maxSize={560} collapsible groupResizeBehavior="preserve-pixel-size">
        <Panel />
      </Column>
    </Group>
  );
}
