import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { backupRecord, noteBackup, noteFolder } from './backup/backup-record.ts';
import { type DatabaseDump, loadDump } from './dump.ts';
import { listLayouts } from './layouts/list-layouts.ts';
import { listName, withList } from './list-database.ts';

const folder = join(import.meta.dirname, '..', 'testing', 'fixtures');
const dumpOf = (version: number) => JSON.parse(readFileSync(join(folder, `layout-${version}.list.json`), 'utf8')) as DatabaseDump;
const last = { seq: 7, at: '2026-11-24T10:00:00.000Z', kind: 'download', fileName: 'x' } as const;

beforeEach(async () => {
  await new Promise((resolve) => {
    indexedDB.deleteDatabase(listName).onsuccess = resolve;
  });
});

describe.each(listLayouts.map(({ version }) => version))('a list in layout %i', (version) => {
  it('opens with everything in it, and takes notes of backups', async () => {
    const dump = dumpOf(version);
    const rowsOf = (name: string) => dump.stores.find((store) => store.name === name)?.rows.map(({ value }) => value) ?? [];
    await loadDump(dump);
    const found = await withList(async ({ projects, people, backups }) =>
      Promise.all([projects, people, backups].map((table) => table.toArray())),
    );
    expect(found).toEqual(['projects', 'people', 'backups'].map(rowsOf));
    await noteBackup('a project', last);
    expect(await backupRecord('a project')).toEqual({ project: 'a project', last });
    await noteFolder('a project', null);
    expect(await backupRecord('a project')).toEqual({ project: 'a project', last });
  });
});
