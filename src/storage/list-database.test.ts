import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { backupRecord, noteBackup, noteFolder } from './backup/backup-record.ts';
import { type DatabaseDump, loadDump } from './dump.ts';
import { withList } from './list-database.ts';

const dump = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'testing', 'fixtures', 'layout-1.list.json'), 'utf8')) as DatabaseDump;
const rowsOf = (name: string) => dump.stores.find((store) => store.name === name)?.rows.map(({ value }) => value);

it('an older list opens with everything in it, and takes notes of backups', async () => {
  await loadDump(dump);
  const { projects, people } = await withList(async (list) => ({
    projects: await list.projects.toArray(),
    people: await list.people.toArray(),
  }));
  expect({ projects, people }).toEqual({ projects: rowsOf('projects'), people: rowsOf('people') });
  const [{ id = '' } = {}] = projects;
  const last = { seq: 7, at: '2026-11-24T10:00:00.000Z', kind: 'download', fileName: 'x' } as const;
  await noteBackup(id, last);
  expect(await backupRecord(id)).toEqual({ project: id, last });
  await noteFolder(id, null);
  expect(await backupRecord(id)).toEqual({ project: id, last });
});
