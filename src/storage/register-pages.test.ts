import { expect, it } from 'vitest';
import { nameEntity } from '../model/commands/attributes.ts';
import { link } from '../model/commands/links.ts';
import { addTag } from '../model/commands/tags.ts';
import { applyPatch, change, patchOf } from '../model/patch.ts';
import type { Project } from '../model/project.ts';
import type { Id } from '../model/records.ts';
import { wholeOf } from '../model/whole-of.ts';
import { sampleProject } from '../testing/sample-project.ts';
import { connect, entryFor, fill } from '../testing/sample-store.ts';
import { MemoryProjectStore } from './memory-project-store.ts';
import type { ProjectStore } from './project-store.ts';

const contents = ['One\n\n“Yes,” Kim said to Lee.', 'Two\n\nKim slept.', 'Three\n\nLee woke.'] as const;

/** Kim quoted in the first text and named in the second, Lee named in the first and third, and texts full of other tags. */
async function stores() {
  const start = sampleProject(...contents);
  let project: Project = start.project;
  const tag = (at: 0 | 1 | 2, type: string, words: string): Id => {
    const begin = contents[at].indexOf(words);
    const patch = addTag(
      project,
      { text: start.texts[at] ?? '', type, stretches: [{ start: begin, end: begin + words.length }] },
      start.context,
    );
    project = applyPatch(project, patch);
    return patch[0]?.id ?? '';
  };
  const named = (annotation: Id, name: string): Id => {
    project = applyPatch(project, nameEntity(project, { annotation, name }, start.context));
    return project.annotations.get(annotation)?.attributes.entity ?? '';
  };
  const quote = tag(0, 'quote', '“Yes,”');
  const kims = [tag(0, 'source', 'Kim'), tag(1, 'source', 'Kim')];
  const lees = [tag(0, 'source', 'Lee'), tag(2, 'source', 'Lee')];
  // More than a page holds.
  for (let index = 0; index < 250; index += 1) tag(0, 'claim', 'said');
  const [kim = '', lee = ''] = [kims.map((id) => named(id, 'Kim'))[0], lees.map((id) => named(id, 'Lee'))[0]];
  project = applyPatch(project, link(project, { type: 'said-by', from: quote, to: kims[0] ?? '' }, start.context));
  const { store, database } = await connect(`register-${crypto.randomUUID()}`);
  await fill(store, { ...start, project });
  const memory = new MemoryProjectStore('memory', [], null);
  await memory.commit(entryFor(wholeOf(project)), [...project.texts.values()]);
  return { kim, lee, kims, lees, database, project, texts: start.texts, stores: [store, memory] satisfies ProjectStore[] };
}

it('mentions of an entry are found in every article, and only they', async () => {
  const { kim, lee, kims, lees, stores: both } = await stores();
  for (const store of both) {
    expect((await store.mentions(kim)).map(({ id }) => id).sort()).toEqual([...kims].sort());
    expect((await store.mentions(lee)).map(({ id }) => id).sort()).toEqual([...lees].sort());
    expect(await store.mentions('nobody')).toEqual([]);
  }
});

it('texts with a mention come whole and once, others not', async () => {
  const { kim, project, texts, stores: both } = await stores();
  const expected = [...project.annotations.values()].filter(({ text }) => text === texts[0] || text === texts[1]).map(({ id }) => id);
  for (const store of both) {
    const seen: Id[] = [];
    const links: string[] = [];
    for await (const { annotations, relations } of store.tagsAround(kim)) {
      seen.push(...annotations.map(({ id }) => id));
      links.push(...relations.map(({ type }) => type));
    }
    expect(seen.sort()).toEqual(expected.sort());
    expect(links).toEqual(['said-by']);
  }
});

it('entries are counted by the texts that name them, without reading a page', async () => {
  const { kim, lee, database, stores: both } = await stores();
  let read = 0;
  database.pages.hook('reading', (page) => {
    read += 1;
    return page;
  });
  const expected = new Map([
    [kim, 2],
    [lee, 2],
  ]);
  for (const store of both) expect(await store.mentionCounts()).toEqual(expected);
  expect(read).toBe(0);
  await both[0]?.mentions(kim);
  expect(read).toBeGreaterThan(0);
});

it('mentions are found without reading the pages of other texts', async () => {
  const { kim, database, texts, stores: both } = await stores();
  const read = new Set<string>();
  database.pages.hook('reading', (page) => {
    read.add(page.text);
    return page;
  });
  await both[0]?.mentions(kim);
  expect(read).toEqual(new Set(texts.slice(0, 2)));
});

it('an entry that a tag names is not deleted, whoever asks', async () => {
  const { kim, project, stores: both } = await stores();
  const entity = project.entities.get(kim) ?? null;
  await expect(both[0]?.commit(entryFor(patchOf(change('entities', kim, entity, null))))).rejects.toMatchObject({ reason: 'named' });
});
