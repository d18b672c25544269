import type { AppendAnswer, AppendOrder } from './append-order.ts';

// The types of the page and of a worker cannot be had together; these are the two things used here.
interface Scope {
  onmessage: ((event: MessageEvent<AppendOrder>) => void) | null;
  postMessage(answer: AppendAnswer): void;
}

const scope: Scope = self;
let file: Promise<FileSystemSyncAccessHandle> | null = null;

async function open(folder: string, name: string): Promise<FileSystemSyncAccessHandle> {
  const root = await navigator.storage.getDirectory();
  const directory = await root.getDirectoryHandle(folder, { create: true });
  const handle = await directory.getFileHandle(name, { create: true });
  const access = await handle.createSyncAccessHandle();
  access.truncate(endOfLastLine(access));
  return access;
}

/** Where to go on writing: behind the last line that was finished. */
function endOfLastLine(access: FileSystemSyncAccessHandle): number {
  const block = new Uint8Array(65_536);
  for (let end = access.getSize(); end > 0; end -= block.length) {
    const start = Math.max(0, end - block.length);
    const read = access.read(block.subarray(0, end - start), { at: start });
    const last = block.subarray(0, read).lastIndexOf(10);
    if (last >= 0) return start + last + 1;
  }
  return 0;
}

function append(access: FileSystemSyncAccessHandle, content: string | Uint8Array<ArrayBuffer>): void {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const at = access.getSize();
  const written = access.write(bytes, { at });
  // Half a line in the middle of the file would hide what comes after it.
  if (written < bytes.length) {
    access.truncate(at);
    throw new DOMException('The disk took only a part of the line.', 'QuotaExceededError');
  }
  access.flush();
}

function clear(access: FileSystemSyncAccessHandle): void {
  access.truncate(0);
  access.flush();
}

/** A file that could not be opened is opened anew by the next order. */
async function opened(folder: string, name: string): Promise<FileSystemSyncAccessHandle> {
  file ??= open(folder, name);
  try {
    return await file;
  } catch (error) {
    file = null;
    throw error;
  }
}

scope.onmessage = async ({ data: { order, folder, name, content, empty, close } }) => {
  try {
    if (content !== undefined) append(await opened(folder, name), content);
    if (empty) clear(await opened(folder, name));
    if (close) (await file)?.close();
    scope.postMessage({ order });
  } catch (error) {
    const { name: reason, message } = error as DOMException;
    scope.postMessage({ order, failed: { name: reason, message } });
  }
};
