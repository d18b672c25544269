import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { brokenAt } from '../../formats/chain.ts';
import { readPackage } from '../../formats/package/read.ts';
import { brokenRules } from '../../model/integrity.ts';
import type { Annotation, Relation, Review } from '../../model/records.ts';
import { connect } from '../../testing/sample-store.ts';
import { sha256 } from '../../text/hash.ts';
import { type DatabaseDump, dumpDatabase, loadDump } from '../dump.ts';
import type { Page, ProjectDatabase } from '../project-database.ts';
import { isSound } from '../soundness.ts';
import { actionsAfter } from '../stored-history.ts';
import { projectLayouts } from './project-layouts.ts';

// Databases and packages as they were when their version was new, with the hash of each file: they are never made again.
const kept: Readonly<Record<string, string>> = {
  'layout-1.list.json': 'eb8b1eb307d4fb8001ff98b63bd5efd5d541514d791ba03e945a1ca8382e7296',
  'layout-1.project.json': '8f2ce65a02446fe7c4ecd9c8a7fce14e3167947e3d4a91f880a05866f3183efd',
  'layout-2.list.json': '45b99d215b8d38cffeaedc077416cd76b6821d9ba78b4ab0792d4fc0034810ba',
  'layout-2.project.json': '5d81f3588096e833bd93dc74a08abce027b3919db5c54b74b61665a7557dd8e6',
  'layout-3.project.json': '1b0ae108c13d4aec72fb706bc2be3c367dcadd2318f4e0d55ed7999dff521604',
  'package-1-backup.attest.json': 'ecf47de2083888482e961672caa5d706a9eb53bea36a9ea760119d4027766b69',
  'package-1.attest.json': 'cec5f51c8c0131984c05afbcafdf191409602653524794f6c041d9be970da7cb',
};

const folder = join(import.meta.dirname, '..', '..', 'testing', 'fixtures');
const fileContent = (name: string): string => readFileSync(join(folder, name), 'utf8');
const dumpIn = (name: string): DatabaseDump => JSON.parse(fileContent(name)) as DatabaseDump;
const rowsOf = ({ stores }: DatabaseDump, name: string): readonly unknown[] =>
  stores.find((store) => store.name === name)?.rows.map(({ value }) => value) ?? [];

let opened = 0;

/** The dump loaded into a new database and opened by the present code. */
async function migrated(dump: DatabaseDump) {
  opened += 1;
  const name = `migrated-${opened}`;
  await loadDump(dump, name);
  return connect(name);
}

/** Everything a dump of any layout holds, by id: the pages' own numbers and indexes left out. */
function contentsOf(dump: DatabaseDump) {
  const pages = rowsOf(dump, 'pages') as readonly Page[];
  const byId = <T extends { readonly id: string }>(records: readonly T[]) => new Map(records.map((record) => [record.id, record]));
  return {
    annotations: byId<Annotation>(pages.flatMap(({ annotations }) => [...annotations])),
    relations: byId<Relation>(pages.flatMap(({ relations }) => [...relations])),
    // Before the third layout nobody had said anything.
    reviews: byId<Review>(pages.flatMap(({ reviews = [] }: Partial<Page>) => [...reviews])),
    others: ['rows', 'texts', 'parts', 'journal', 'counters', 'tabs'].map((name) => rowsOf(dump, name)),
  };
}

describe('what was kept of every version', () => {
  it('is there, and as it was', () => {
    expect(Object.fromEntries(readdirSync(folder).map((name) => [name, sha256(fileContent(name))]))).toEqual(kept);
  });

  it('holds a project of each layout', () => {
    const projects = Object.keys(kept).filter((name) => name.endsWith('.project.json'));
    expect(projects).toEqual(projectLayouts.map(({ version }) => `layout-${version}.project.json`));
    expect(projects.map((name) => dumpIn(name).version)).toEqual(projectLayouts.map(({ version }) => version * 10));
  });
});

describe.each(projectLayouts.map(({ version }) => `layout-${version}.project.json`))('a project in %s', (name) => {
  it('opens as the newest layout with the same contents', async () => {
    const dump = dumpIn(name);
    const { database } = await migrated(dump);
    const after = await dumpDatabase(database.backendDB());
    expect(after.version).toBe((projectLayouts.at(-1)?.version ?? 0) * 10);
    expect(contentsOf(after)).toEqual(contentsOf(dump));
  });

  it('is laid out as a new database is', async () => {
    const { database } = await migrated(dumpIn(name));
    const { database: fresh } = await connect(`fresh-${name}`);
    const layoutOf = async (of: ProjectDatabase) => (await dumpDatabase(of.backendDB())).stores.map(({ rows: _, ...store }) => store);
    expect(await layoutOf(database)).toEqual(await layoutOf(fresh));
  });

  it('is sound, whole and chained', async () => {
    const { database, store } = await migrated(dumpIn(name));
    expect(await isSound(database)).toBe(true);
    const actions = await actionsAfter(database, 0);
    expect(brokenAt(actions.map(({ entry }) => entry))).toBeNull();
    const project = await store.load();
    const tags = await Promise.all([...project.texts.keys()].map((text) => store.loadTags(text)));
    const texts = await Promise.all(
      [...project.texts.values()].map(async (text) => ({ ...text, content: (await store.loadText(text.id)) ?? '' })),
    );
    const whole = {
      ...project,
      texts: new Map(texts.map((text) => [text.id, text])),
      annotations: new Map(tags.flatMap(({ annotations }) => annotations.map((tag) => [tag.id, tag] as const))),
      relations: new Map(tags.flatMap(({ relations }) => relations.map((tag) => [tag.id, tag] as const))),
      reviews: new Map(tags.flatMap(({ reviews }) => reviews.map((review) => [review.id, review] as const))),
    };
    expect(brokenRules(whole)).toEqual([]);
    expect(whole.annotations.size + whole.relations.size).toBeGreaterThan(40);
    expect(brokenRules({ ...whole, authors: new Map() })).not.toEqual([]);
  });

  it('has all that was said of a set where its tags are', async () => {
    const { database } = await migrated(dumpIn(name));
    const pages = await database.pages.toArray();
    expect(pages.every(({ reviews, text, set }) => reviews.every((review) => review.text === text && review.set === set))).toBe(true);
    expect(pages.flatMap(({ reviews }) => reviews)).toHaveLength(name.startsWith('layout-3') ? 6 : 0);
  });

  it('finds every link by its start and every tag by its register entry', async () => {
    const { database } = await migrated(dumpIn(name));
    const pages = await database.pages.toArray();
    const found = async (index: 'starts' | 'entities', id: string) =>
      (await database.pages.where(index).equals(id).toArray()).map(({ page }) => page);
    for (const { page, annotations, relations } of pages) {
      for (const { from } of relations) expect(await found('starts', from)).toContain(page);
      for (const { attributes } of annotations) if (attributes.entity) expect(await found('entities', attributes.entity)).toContain(page);
    }
    expect(pages.flatMap(({ entities }) => entities).length).toBeGreaterThan(2);
  });
});

describe('a package of version 1', () => {
  it('still reads, to the same checksum', () => {
    const read = readPackage(new TextEncoder().encode(fileContent('package-1.attest.json')));
    expect(read).toMatchObject({ application: 'Attest', contents: { sets: [{}] } });
    expect('contents' in read && read.contents.annotations?.length).toBe(22);
  });

  it('that is a backup still reads, its journal played to the same records', () => {
    const read = readPackage(new TextEncoder().encode(fileContent('package-1-backup.attest.json')));
    expect('faults' in read ? read.faults : read.contents.journal?.length).toBe(20);
  });
});
