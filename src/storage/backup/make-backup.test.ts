import { describe, expect, it } from 'vitest';
import { readPackage } from '../../formats/package/read.ts';
import { renameAuthor } from '../../model/commands/people.ts';
import { sampleProject } from '../../testing/sample-project.ts';
import { connect, entryFor, fill } from '../../testing/sample-store.ts';
import { findingsIn } from '../check/check-stored.ts';
import { readStored } from '../stored.ts';
import { makeBackup } from './make-backup.ts';

/** A stored project of three actions, one of them so large that it is kept with a sum. */
async function stored() {
  const id = crypto.randomUUID();
  const { store, database } = await connect(`attest-${id}`);
  const start = sampleProject('Headline\n\nKim said so.');
  await fill(store, start);
  const { author } = start.context;
  await store.commit(entryFor(renameAuthor(start.project, { author, name: 'x'.repeat(70_000) })));
  const long = { ...start.project, authors: (await store.load()).authors };
  await store.commit(entryFor(renameAuthor(long, { author, name: 'Ana' })));
  return { id, database };
}

const nothing = () => undefined;

describe('a backup', () => {
  it('holds everything and reads back, large actions too', async () => {
    const { id, database } = await stored();
    expect((await database.journal.toArray()).some(({ sum }) => sum !== undefined)).toBe(true);
    const steps: number[] = [];
    const { bytes, head, whole } = await makeBackup(id, (done, total) => steps.push(done / total));
    expect({ seq: head.seq, whole }).toEqual({ seq: 3, whole: true });
    expect(readPackage(bytes)).toMatchObject({ contents: { journal: [{}, {}, {}], authors: [{ name: 'Ana' }], texts: [{}] } });
    expect(steps.at(-1)).toBe(0.5);
    expect(findingsIn(await readStored(database), nothing)).toEqual([]);
  });

  it.each([
    ['with a changed entry', 2, { action: 'other' }],
    ['with an entry that does not fit', 1, { patch: [] }],
  ])('of a journal %s holds the records without it, and still reads', async (_, seq, change) => {
    const { id, database } = await stored();
    await database.journal.update(seq, change);
    const { bytes, whole } = await makeBackup(id, nothing);
    expect(whole).toBe(false);
    const read = readPackage(bytes);
    expect('faults' in read ? read.faults : read.contents).toMatchObject({ authors: [{ name: 'Ana' }] });
    expect('contents' in read && read.contents.journal).toBeUndefined();
    expect(findingsIn(await readStored(database), nothing)).not.toEqual([]);
  });
});
