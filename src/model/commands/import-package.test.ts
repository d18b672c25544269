import { describe, expect, it } from 'vitest';
import { checkPatch } from '../../testing/check-patch.ts';
import { sampleProject } from '../../testing/sample-project.ts';
import type { PackageContents } from '../package-contents.ts';
import { emptyProject, type Project } from '../project.ts';
import type { Annotation, AnyRecord, Id, TableName } from '../records.ts';
import { setNote } from './attributes.ts';
import { type ImportPlan, planImport } from './import-package.ts';
import { link } from './links.ts';
import { recordExport, renameAuthor } from './people.ts';
import { addTag, deleteTag } from './tags.ts';

const content = 'Headline\n\n“It is safe,” Kim said.';
const { project: bare, context, texts } = sampleProject(content);
const tagged = [
  ['quote', '“It is safe,”'],
  ['source', 'Kim'],
].reduce((so, [type = '', words = '']) => {
  const start = content.indexOf(words);
  return checkPatch(so, addTag(so, { text: texts[0] ?? '', type, stretches: [{ start, end: start + words.length }] }, context));
}, bare);
const [quote = '', kim = ''] = [...tagged.annotations.keys()];
const linked = checkPatch(tagged, link(tagged, { type: 'said-by', from: quote, to: kim }, context));
const exported = (project: Project, head: string) => checkPatch(project, recordExport(project, { set: context.set, head }));
const noted = (project: Project, note: string) => checkPatch(project, setNote(project, { annotation: quote, note }, context));
const first = exported(linked, 'first');

const contentsOf = (project: Project): PackageContents => ({
  codebooks: [...project.codebooks.values()],
  texts: [...project.texts.values()],
  articles: [...project.articles.values()],
  authors: [...project.authors.values()],
  sets: [...project.sets.values()],
  annotations: [...project.annotations.values()],
  relations: [...project.relations.values()],
  entities: [...project.entities.values()],
});

const planned = (project: Project, contents: PackageContents, head: string | null = null): ImportPlan => {
  const inSet = <R extends { readonly set: Id }>(records: ReadonlyMap<Id, R>, set: Id) =>
    [...records.values()].filter((record) => record.set === set);
  const existing = {
    record: (table: TableName, id: Id): AnyRecord | null => project[table].get(id) ?? null,
    ofSet: (set: Id) => ({ annotations: inSet(project.annotations, set), relations: inSet(project.relations, set) }),
    head: () => head,
  };
  return planImport(existing, contents);
};
const withTexts = (project: Project, { texts: added }: ImportPlan): Project => ({
  ...project,
  texts: new Map([...project.texts, ...added.map((text) => [text.id, text] as const)]),
});
const imported = (project: Project, plan: ImportPlan) => checkPatch(withTexts(project, plan), plan.patch);

describe('importing a package', () => {
  const plan = planned(emptyProject, contentsOf(first));

  it('into an empty project adds all of it', () => {
    expect(plan).toMatchObject({ present: {}, replaced: {}, kept: [], conflicts: [] });
    expect(plan.added).toEqual({ codebooks: 1, articles: 1, authors: 1, sets: 1, annotations: 2, relations: 1 });
    expect(imported(emptyProject, plan)).toEqual(first);
  });

  it('a second time gives an empty patch', () => {
    const again = planned(imported(emptyProject, plan), contentsOf(first));
    expect(again).toMatchObject({ patch: [], added: {}, replaced: {}, kept: [], conflicts: [], present: plan.added });
  });

  it('with nothing in it does nothing', () => {
    expect(planned(first, {})).toMatchObject({ patch: [], texts: [], people: [], conflicts: [] });
  });

  it('names the people whose sets it holds', () => {
    const named = checkPatch(first, renameAuthor(first, { author: context.author, name: 'Kim' }));
    expect(planned(emptyProject, contentsOf(named)).people).toEqual(['Kim']);
    expect(planned(emptyProject, { ...contentsOf(named), authors: [] }).people).toEqual(['']);
  });
});

describe('a copy of a set we have', () => {
  const theirs = exported(noted(first, 'theirs'), 'second');

  it('replaces ours where it descends from it', () => {
    const plan = planned(first, contentsOf(theirs), 'first');
    expect(plan).toMatchObject({ added: {}, conflicts: [], replaced: { sets: 1, annotations: 1 } });
    expect(imported(first, plan)).toEqual(theirs);
  });

  it('takes away what a newer copy no longer has, and closes paths', () => {
    const without = exported(checkPatch(first, deleteTag(first, { annotation: kim }, context)), 'second');
    const plan = planned(first, contentsOf(without), 'first');
    expect(plan).toMatchObject({ removed: { annotations: 1, relations: 1 }, conflicts: [] });
    expect(imported(first, plan)).toEqual(without);
  });

  it.each<readonly [string, Project]>([
    ['changed a note', noted(first, 'ours')],
    ['deleted a tag', checkPatch(first, deleteTag(first, { annotation: kim }, context))],
    ['exported again', exported(noted(first, 'ours'), 'second')],
  ])('changes nothing where it is an older export of ours and we have %s since', (_, ours) => {
    expect(planned(ours, contentsOf(first), 'later')).toMatchObject({
      patch: [],
      conflicts: [],
      added: {},
      present: { annotations: 2, relations: 1 },
    });
  });

  it.each<readonly [string, Project, Project, string | null]>([
    ['both changed it since', noted(first, 'ours'), theirs, 'later'],
    ['both exported it since', exported(noted(first, 'ours'), 'other'), theirs, 'other'],
    ['it grew from another export', exported(linked, 'other'), exported(theirs, 'third'), null],
    ['it was not exported after ours changed', noted(first, 'ours'), noted(first, 'theirs'), 'first'],
    ['it was exported before ours first was', noted(first, 'ours'), linked, 'later'],
  ])('conflicts where %s, and nothing at all is imported', (_, ours, copy, head) => {
    const author = { id: '00000000-0000-4000-9000-999999999999', name: 'Somebody new' };
    const contents = { ...contentsOf(copy), authors: [...copy.authors.values(), author] };
    expect(planned(ours, contents, head)).toMatchObject({ patch: [], texts: [], conflicts: [{ table: 'annotations', id: quote }] });
  });
});

describe('what differs outside the sets', () => {
  const renamed = checkPatch(first, renameAuthor(first, { author: context.author, name: 'Ours' }));
  const article = [...first.articles.values()].map((record) => ({ ...record, title: 'Theirs' }));

  it('stays as it is here, and is named', () => {
    const plan = planned(renamed, { ...contentsOf(first), articles: article });
    expect(plan).toMatchObject({ patch: [], conflicts: [], kept: ['Theirs', ''] });
  });

  it('two versions of one codebook live side by side', () => {
    const newer = [...first.codebooks.values()].map((codebook) => ({ ...codebook, version: '9.0.0' }));
    const plan = planned(first, { codebooks: newer });
    expect([...imported(first, plan).codebooks.keys()]).toEqual(['newsroom-core@1.0.0', 'newsroom-core@9.0.0']);
  });
});

it('a stranger’s set comes in beside ours', () => {
  const set = { id: '00000000-0000-4000-9000-888888888888', author: '00000000-0000-4000-9000-999999999999' };
  const [ours] = first.sets.values();
  const tags = [...first.annotations.values()].map(
    (record, index): Annotation => ({ ...record, id: `00000000-0000-4000-9000-77777777777${index}`, set: set.id, author: set.author }),
  );
  if (!ours) throw new Error('The sample has a set.');
  const contents: PackageContents = {
    ...contentsOf(first),
    authors: [{ id: set.author, name: 'A stranger' }],
    sets: [{ ...ours, ...set }],
    annotations: tags,
    relations: [],
  };
  const after = imported(noted(first, 'ours'), planned(noted(first, 'ours'), contents, 'later'));
  expect([after.sets.size, after.annotations.size]).toEqual([2, 4]);
});
