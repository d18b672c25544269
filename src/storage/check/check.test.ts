import { describe, expect, it } from 'vitest';
import { link } from '../../model/commands/links.ts';
import { addTag } from '../../model/commands/tags.ts';
import { applyPatch } from '../../model/patch.ts';
import { sampleProject } from '../../testing/sample-project.ts';
import { connect, entryFor, fill } from '../../testing/sample-store.ts';
import { recount } from '../counting.ts';
import { readStored, type Stored } from '../stored.ts';
import { findingsInFiles } from './check-files.ts';
import { findingsIn } from './check-stored.ts';
import type { FindingKind } from './finding.ts';

/** A project with a quotation linked to its source, stored action by action. */
async function sample(name: string) {
  const start = sampleProject('Headline\n\n“All is well,” Kim said.');
  const { store, database } = await connect(name);
  await fill(store, start);
  const text = start.texts[0] ?? '';
  const at = (words: string) => {
    const from = start.project.texts.get(text)?.content?.indexOf(words) ?? 0;
    return [{ start: from, end: from + words.length }];
  };
  let { project } = start;
  for (const [type, words] of [
    ['quote', '“All is well,”'],
    ['source', 'Kim'],
  ] as const) {
    const patch = addTag(project, { text, type, stretches: at(words) }, start.context);
    project = applyPatch(project, patch);
    await store.commit(entryFor(patch));
  }
  const [from = '', to = ''] = [...project.annotations.keys()];
  await store.commit(entryFor(link(project, { type: 'said-by', from, to }, start.context)));
  return { database, stored: await readStored(database) };
}

const { stored: sound } = await sample('check-sound');
const kindsIn = (stored: Stored) => [...new Set(findingsIn(stored, () => undefined).map(({ kind }) => kind))];
const first = <T>(list: readonly T[], change: (item: T) => Partial<T>): T[] =>
  list.map((item, index) => (index === 0 ? { ...item, ...change(item) } : item));
const firstTag = (change: object): Stored => ({
  ...sound,
  pages: first(sound.pages, ({ annotations }) => ({ annotations: first(annotations, () => change) })),
});
const segment = (change: object) => firstTag({ segments: [{ ...sound.pages[0]?.annotations[0]?.segments[0], ...change }] });

// What each planted fault is, and what the check must find, among whatever follows from it.
const planted: readonly (readonly [name: string, found: FindingKind, stored: Stored])[] = [
  ['a text with another word', 'text-words', { ...sound, parts: first(sound.parts, ({ content }) => ({ content: `${content}!` })) }],
  ['a text of another length', 'text-words', { ...sound, texts: first(sound.texts, () => ({ length: 3 })) }],
  ['a text without its words', 'text-missing', { ...sound, parts: [] }],
  ['a text that is gone', 'text-missing', { ...sound, texts: [], parts: [] }],
  ['words of no text', 'text-stray', { ...sound, parts: [...sound.parts, { text: 'nothing', part: 0, content: 'x' }] }],
  ['a changed journal entry', 'entry-changed', { ...sound, journal: first(sound.journal, () => ({ action: 'other' })) }],
  ['a missing journal entry', 'entry-gap', { ...sound, journal: sound.journal.filter(({ seq }) => seq !== 2) }],
  ['a missing last entry', 'record-stray', { ...sound, journal: sound.journal.slice(0, -1) }],
  ['an entry tied to another', 'entry-gap', { ...sound, journal: first(sound.journal, ({ hash }) => ({ previous: hash })) }],
  ['an action that does not fit', 'entry-unfit', { ...sound, journal: [...sound.journal, ...sound.journal.slice(1, 2)] }],
  ['a record changed behind the journal', 'record-other', firstTag({ note: 'mallory' })],
  ['a record that is gone', 'record-missing', { ...sound, rows: sound.rows.filter(({ table }) => table !== 'sets') }],
  [
    'a record that no action made',
    'record-stray',
    { ...sound, rows: [...sound.rows, { key: 'authors/x', table: 'authors', record: { id: 'x', name: 'X' } }] },
  ],
  ['other words at an offset', 'rule', segment({ exact: 'All was well' })],
  ['another prefix', 'rule', segment({ prefix: 'nowhere' })],
  ['another suffix', 'rule', segment({ suffix: 'nowhere' })],
  ['a tag of no set', 'rule', firstTag({ set: 'nobody' })],
  [
    'a link to nothing',
    'rule',
    { ...sound, pages: first(sound.pages, ({ relations }) => ({ relations: first(relations, () => ({ to: 'nothing' })) })) },
  ],
  ['a page whose index misses a tag', 'page', { ...sound, pages: first(sound.pages, ({ ids }) => ({ ids: ids.slice(1) })) }],
  ['a page whose index misses a link', 'page', { ...sound, pages: first(sound.pages, () => ({ links: [] })) }],
  ['a tag on two pages', 'page', { ...sound, pages: [...sound.pages, ...first(sound.pages, () => ({ page: 99 }))] }],
  ['a wrong counter', 'counter', { ...sound, counters: first(sound.counters, () => ({ relations: 7 })) }],
  ['a missing counter', 'counter', { ...sound, counters: [] }],
  ['a counter of nothing', 'counter', { ...sound, counters: [...sound.counters, { key: 'a/b', byType: { quote: 1 }, relations: 0 }] }],
];

describe('the check', () => {
  it('finds nothing in a sound project', () => {
    expect(sound.journal).toHaveLength(4);
    expect(findingsIn(sound, () => undefined)).toEqual([]);
  });

  it.each(planted)('finds %s', (_, found, stored) => {
    expect(kindsIn(stored)).toContain(found);
  });

  it('names the article and the tag to look at', () => {
    const tag = sound.pages[0]?.annotations[0];
    const article = sound.rows.find(({ table }) => table === 'articles')?.record.id;
    expect(findingsIn(segment({ exact: 'other' }), () => undefined)).toContainEqual(
      expect.objectContaining({ kind: 'rule', article, annotation: tag?.id, detail: `annotations/words ${tag?.id}` }),
    );
  });

  it('counts anew what was counted wrongly', async () => {
    const { database, stored } = await sample('check-recount');
    await database.counters.put({ key: 'a/b', byType: { quote: 3 }, relations: 1 });
    await database.counters.update(stored.counters[0]?.key ?? '', { relations: 9 });
    expect(kindsIn(await readStored(database))).toEqual(['counter']);
    await recount(database);
    expect(kindsIn(await readStored(database))).toEqual([]);
  });
});

describe('the check of the second copy', () => {
  const actions = sound.journal.map((entry) => ({ entry, texts: [] }));
  const file = (change: object) => [{ name: 'base.jsonl', actions, damaged: 0, ...change }];

  it.each([
    ['whole', [], file({})],
    ['whole in two files', [], [...file({ actions: actions.slice(0, 2) }), ...file({ actions: actions.slice(1) })]],
    ['with damaged lines', [{ kind: 'file-line', detail: 'base.jsonl: 2' }], file({ damaged: 2 })],
    ['behind', [{ kind: 'file-behind', detail: '2, 4' }], file({ actions: [actions[0], actions[2]] })],
    [
      'telling another story',
      [{ kind: 'file-other', detail: '3' }],
      file({ actions: [...actions, { entry: { ...actions[2]?.entry, hash: 'other' }, texts: [] }] }),
    ],
    ['ahead, as it may be', [], file({ actions: [...actions, { entry: { seq: 5, hash: 'new' }, texts: [] }] })],
  ])('%s', (_, found, files) => {
    expect(findingsInFiles(sound.journal, files as never)).toEqual(found);
  });
});
