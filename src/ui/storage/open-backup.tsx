import { useRef } from 'react';
import { storageMessages as words } from '../../messages/storage-panel.ts';
import { useWorkspace } from '../use-workspace.ts';

/** A button that asks for a backup file and opens it. */
export function OpenBackup({ label, className }: { readonly label: string; readonly className: string }) {
  const workspace = useWorkspace();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className={className} onClick={() => input.current?.click()}>
        {label}
      </button>
      <input
        ref={input}
        hidden
        type="file"
        accept=".json,.gz"
        aria-label={words.openBackupShort}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) workspace.perform('read-import', { files: [file] });
          event.target.value = '';
        }}
      />
    </>
  );
}
