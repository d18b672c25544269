import { type DatabaseDump, dumpDatabase } from './dump.ts';
import { folderName } from './journal/folder.ts';

/**
 * Writes the database as it is into the project's folder before it gets another layout, whole or not at all, and leaves it
 * there for good. `false` where it cannot be kept.
 */
export async function keepBefore(project: string, database: IDBDatabase, layout: number): Promise<boolean> {
  try {
    const dump = await dumpDatabase(database);
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle(folderName(project), { create: true });
    const file = await folder.getFileHandle(`before-layout-${layout}.json.gz`, { create: true });
    const written = await file.createWritable();
    await new Blob([...piecesOf(dump)]).stream().pipeThrough(new CompressionStream('gzip')).pipeTo(written);
    return true;
  } catch {
    return false;
  }
}

/** The dump as JSON, a row at a time: as one string a large project would be too long for the browser. */
function* piecesOf({ stores, ...database }: DatabaseDump): Generator<string> {
  yield `${JSON.stringify(database).slice(0, -1)},"stores":[`;
  for (const [at, { rows, ...store }] of stores.entries()) {
    yield `${at > 0 ? ',\n' : ''}${JSON.stringify(store).slice(0, -1)},"rows":[`;
    for (const [row, content] of rows.entries()) yield `${row > 0 ? ',' : ''}\n${JSON.stringify(content)}`;
    yield ']}';
  }
  yield ']}\n';
}
