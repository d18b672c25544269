import { Dexie } from 'dexie';
import { readPackage } from '../src/formats/package/read.ts';

/** What importing costs where the page does it: milliseconds for JSON alone, for all checks with it, and for one row per tag in one strict transaction. */
export async function onPage(file: File): Promise<{ parse: number; checked: number; rows: number }> {
  const began = performance.now();
  JSON.parse(await file.text());
  const parsed = performance.now();
  const read = readPackage(new Uint8Array(await file.arrayBuffer()));
  if ('faults' in read) throw new Error('The package is not sound.');
  const checked = performance.now();
  const database = new Dexie('rows', { chromeTransactionDurability: 'strict' });
  database.version(1).stores({ tags: 'id, text, set, [text+set]' });
  await database.table('tags').bulkPut(read.contents.annotations ?? []);
  const written = performance.now();
  await database.delete();
  return { parse: parsed - began, checked: checked - parsed, rows: written - checked };
}
