import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schemaFile } from '../../../scripts/schema.mjs';
import type { JournalEntry } from '../../model/journal.ts';
import type { PackageContents } from '../../model/package-contents.ts';
import { backupContents } from '../../model/views/backup-contents.ts';
import { fakeJournal } from '../../testing/fake-journal.ts';
import { count, seed } from '../../testing/test-length.ts';
import { chained } from '../chain.ts';
import { readPackage } from './read.ts';
import { writePackage } from './write.ts';

const sample = fakeJournal(seed, 40);
const contents = backupContents(sample.project, sample.entries);

function faults(changed: PackageContents): readonly string[] {
  const read = readPackage(writePackage(changed, 'Attest').bytes);
  return 'faults' in read ? read.faults.map(({ path, reason }) => `${path} ${reason}`) : [];
}

/** The path of an entry in the file, where entries stand by id. */
const placeOf = (seq: number) => {
  const ids = sample.entries.map(({ id }) => id).sort();
  return `/journal/${ids.indexOf(sample.entries[seq - 1]?.id ?? '')}`;
};

const withEntry = (seq: number, change: (entry: JournalEntry) => JournalEntry): PackageContents => ({
  ...contents,
  journal: sample.entries.map((entry) => (entry.seq === seq ? change(entry) : entry)),
});

/** The chain tied again from the entry on, as somebody would who changes a file on purpose. */
function rechained(entries: readonly JournalEntry[]): JournalEntry[] {
  const made: JournalEntry[] = [];
  for (const { seq: _s, previous: _p, hash: _h, ...draft } of entries) made.push(chained(draft, made.at(-1) ?? null));
  return made;
}

describe('a backup', () => {
  it('written, read and written again is the same to the byte, and the published schema accepts it', () => {
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(JSON.parse(readFileSync(schemaFile, 'utf8')));
    fc.assert(
      fc.property(fc.nat(), (chance) => {
        const { project, entries } = fakeJournal(chance, 25);
        const { bytes } = writePackage(backupContents(project, entries), 'Attest');
        const read = readPackage(bytes);
        if ('faults' in read) throw new Error(JSON.stringify(read.faults));
        expect(Buffer.compare(writePackage(read.contents, read.application).bytes, bytes)).toBe(0);
        expect(validate(JSON.parse(new TextDecoder().decode(bytes))), JSON.stringify(validate.errors)).toBe(true);
      }),
      { seed, numRuns: count(20, 200) },
    );
  }, 120_000);

  it('has something of everything in this test', () => {
    expect(sample.entries.length).toBeGreaterThan(15);
    expect(sample.project.annotations.size).toBeGreaterThan(2);
    expect(faults(contents)).toEqual([]);
  });

  it.each<readonly [string, string, PackageContents]>([
    ['a gap', 'has a gap before action 6', { ...contents, journal: sample.entries.filter(({ seq }) => seq !== 5) }],
    ['a number twice', `${placeOf(6)}/seq`, withEntry(6, (entry) => ({ ...entry, seq: 5 }))],
    ['an entry tied to another', `${placeOf(5)}/previous`, withEntry(5, (entry) => ({ ...entry, previous: entry.hash }))],
    ['a changed entry', `${placeOf(5)}/hash`, withEntry(5, (entry) => ({ ...entry, action: 'other' }))],
    ['an action that does not fit', `/journal/`, { ...contents, journal: rechained(sample.entries.filter(({ seq }) => seq !== 1)) }],
    ['other records', '/journal ', { ...contents, authors: contents.authors?.map((author) => ({ ...author, name: 'Mallory' })) ?? [] }],
    ['fewer records', '/journal ', { ...contents, annotations: [], relations: [] }],
    ['an end that is missing', '/journal ', { ...contents, journal: sample.entries.slice(0, -1) }],
  ])('with %s is refused', (_, path, changed) => {
    expect(faults(changed)).toEqual([expect.stringContaining(path)]);
  });
});
