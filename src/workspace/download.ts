// Long enough for the browser to have taken the bytes.
const keptFor = 60_000;

/** Hands a file to the browser's downloads. */
export function download(fileName: string, content: Uint8Array | Blob): void {
  const file = content instanceof Blob ? content : new Blob([new Uint8Array(content)], { type: 'application/json' });
  const url = URL.createObjectURL(file);
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
  const handle = await orNone(window.showSaveFilePicker({ suggestedName: fileName }));
  if (!handle) return false;
  const file = await handle.createWritable();
  await file.write(new Uint8Array(bytes));
  await file.close();
  return true;
}

interface FolderPicker {
  showDirectoryPicker(options: { id: string; mode: 'readwrite' }): Promise<FileSystemDirectoryHandle>;
}

const picksFolders = (scope: object): scope is FolderPicker => 'showDirectoryPicker' in scope;

/** True where the browser lets a person choose a folder that can be written to later. */
export const canPickFolder = (): boolean => picksFolders(window);

/** The folder a person chooses; `null` when they chose none. */
export async function pickFolder(): Promise<FileSystemDirectoryHandle | null> {
  if (!picksFolders(window)) return null;
  return orNone(window.showDirectoryPicker({ id: 'attest-backup', mode: 'readwrite' }));
}

/** What was picked; `null` when the picker was closed. */
async function orNone<T>(picked: Promise<T>): Promise<T | null> {
  try {
    return await picked;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}
