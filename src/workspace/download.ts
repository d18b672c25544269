// Long enough for the browser to have taken the bytes.
const keptFor = 60_000;

/** Hands a file to the browser's downloads. */
export function download(fileName: string, bytes: Uint8Array): void {
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), keptFor);
}

interface SavePicker {
  showSaveFilePicker(options: { suggestedName: string }): Promise<FileSystemFileHandle>;
}

const picks = (scope: object): scope is SavePicker => 'showSaveFilePicker' in scope;

/** True where the browser lets a person choose the place of a file. */
export const canSaveAs = (): boolean => picks(window);

/** Writes a file to a place the person chooses; `false` when they chose none. Throws where the place cannot be written. */
export async function saveAs(fileName: string, bytes: Uint8Array): Promise<boolean> {
  if (!picks(window)) return false;
  const handle = await window.showSaveFilePicker({ suggestedName: fileName }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  });
  if (!handle) return false;
  const file = await handle.createWritable();
  await file.write(new Uint8Array(bytes));
  await file.close();
  return true;
}
