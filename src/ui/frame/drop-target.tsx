import { useEffect, useState } from 'react';
import { frameMessages } from '../../messages/frame.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { useWorkspace } from '../use-workspace.ts';
import { filesDropped } from './files-dropped.ts';
import styles from './frame.module.css';

/** Takes files dropped anywhere on the window: packages and files of other tools are previewed, the rest is offered to the library. */
export function DropTarget() {
  const workspace = useWorkspace();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const enter = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      // Without this the browser would open the file instead of Attest.
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      void filesDropped(event.dataTransfer).then((files) => take(workspace, files));
    };
    document.addEventListener('dragover', enter);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', enter);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
    };
  }, [workspace]);
  return over ? <div className={styles.drop}>{frameMessages.dropHere}</div> : null;
}

function take(workspace: Workspace, files: readonly File[]): void {
  const annotated = new Set(files.flatMap(({ name }) => (/\.ann$/i.test(name) ? [name.slice(0, -'.ann'.length)] : [])));
  // The text of a brat document lies beside it, under the same name.
  const isText = (name: string) => /\.txt$/i.test(name) && annotated.has(name.slice(0, -'.txt'.length));
  const imports = files.filter(({ name }) => /\.(?:json(?:\.gz)?|jsonl|jsonld|ann|zip)$/i.test(name) || isText(name));
  const articles = files.filter((file) => !imports.includes(file));
  if (articles.length > 0) {
    workspace.perform('add-articles', { files: articles });
    workspace.show({ panel: 'add' });
  }
  if (imports.length > 0) workspace.perform('read-import', { files: imports });
}
