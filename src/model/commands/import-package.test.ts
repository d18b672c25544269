import { describe, expect, it } from 'vitest';
import { checkPatch } from '../../testing/check-patch.ts';
import { sampleProject } from '../../testing/sample-project.ts';
import type { JournalEntry } from '../journal.ts';
import type { PackageContents } from '../package-contents.ts';
import type { Patch } from '../patch.ts';
import { emptyProject, type Project } from '../project.ts';
import type { Annotation, AnyRecord, Id, PartOfSet, TableName } from '../records.ts';
import { setNote } from './attributes.ts';
import { type Choice, type ImportPlan, planImport } from './import-package.ts';
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

const planned = (
  project: Project,
  contents: PackageContents,
  head: string | null = null,
  choices: ReadonlyMap<string, Choice> = new Map(),
): ImportPlan => {
  const inSet = <R extends { readonly set: Id }>(records: ReadonlyMap<Id, R>, set: Id) =>
    [...records.values()].filter((record) => record.set === set);
  const existing = {
    record: (table: TableName, id: Id): AnyRecord | null => project[table].get(id) ?? null,
    ofSet: (set: Id) => ({ annotations: inSet(project.annotations, set), relations: inSet(project.relations, set) }),
    head: () => head,
  };
  return planImport(existing, contents, choices);
};
const withTexts = (project: Project, { texts: added }: ImportPlan): Project => ({
  ...project,
  texts: new Map([...project.texts, ...added.map((text) => [text.id, text] as const)]),
});
const imported = (project: Project, plan: ImportPlan) => checkPatch(withTexts(project, plan), plan.patch);

describe('importing a package', () => {
  const plan = planned(emptyProject, contentsOf(first));

  it('into an empty project adds all of it', () => {
    expect(plan).toMatchObject({ present: {}, replaced: {}, conflicts: [] });
    expect(plan.added).toEqual({ codebooks: 1, articles: 1, authors: 1, sets: 1, annotations: 2, relations: 1 });
    expect(imported(emptyProject, plan)).toEqual(first);
  });

  it('a second time gives an empty patch', () => {
    const again = planned(imported(emptyProject, plan), contentsOf(first));
    expect(again).toMatchObject({ patch: [], added: {}, replaced: {}, conflicts: [], present: plan.added });
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
  it('stays as it is here unless somebody says otherwise', () => {
    const contents = { ...contentsOf(first), articles: [...first.articles.values()].map((article) => ({ ...article, title: 'Theirs' })) };
    const [id = ''] = first.articles.keys();
    const plan = planned(first, contents);
    expect(plan).toMatchObject({ patch: [], conflicts: [{ table: 'articles', id, choice: 'ours', theirs: [{ title: 'Theirs' }] }] });
    const taken = imported(first, planned(first, contents, null, new Map([[`articles/${id}`, 0]])));
    expect(taken.articles.get(id)?.title).toBe('Theirs');
  });

  it('a name stands for an empty one and for a pseudonym', () => {
    const named = checkPatch(first, renameAuthor(first, { author: context.author, name: 'Kim' }));
    const author = (change: object) => ({ ...contentsOf(first), authors: [{ id: context.author, name: '', ...change }] });
    expect(planned(named, author({})).patch).toEqual([]);
    expect(planned(named, author({ name: 'Analyst 1', pseudonym: true })).patch).toEqual([]);
    expect(imported(first, planned(first, contentsOf(named))).authors.get(context.author)?.name).toBe('Kim');
    expect(planned(named, author({ name: 'Tim' })).conflicts).toMatchObject([{ table: 'authors', choice: 'ours' }]);
  });

  it('zones of the same text are ours unless somebody says otherwise', () => {
    const [article] = first.articles.values();
    if (!article) throw new Error('The sample has an article.');
    const versions = article.versions.map((version) => ({
      ...version,
      zones: version.zones.slice(1),
    })) as unknown as typeof article.versions;
    const contents = { ...contentsOf(first), articles: [{ ...article, versions }] };
    expect(planned(first, contents)).toMatchObject({ patch: [], conflicts: [{ table: 'articles', choice: 'ours' }] });
    const taken = imported(first, planned(first, contents, null, new Map([[`articles/${article.id}`, 0]])));
    expect(taken.articles.get(article.id)?.versions).toEqual(versions);
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

describe('two copies of which neither goes on from the other', () => {
  const ours = exported(noted(first, 'ours'), 'other');
  const theirs = exported(noted(first, 'theirs'), 'second');
  const key = `annotations/${quote}`;
  const decided = (choice: Choice) => planned(ours, contentsOf(theirs), 'other', new Map([[key, choice]]));

  it('are put together as somebody decides', () => {
    const note = (project: Project) => project.annotations.get(quote)?.note;
    expect(note(imported(ours, decided('ours')))).toBe('ours');
    expect(note(imported(ours, decided(0)))).toBe('theirs');
    expect(decided(7)).toMatchObject({ patch: [], conflicts: [{ choice: null }] });
  });

  it('then hold both sides’ exports, and the same file again changes nothing', () => {
    const together = imported(ours, decided('ours'));
    expect(together.sets.get(context.set)?.heads).toEqual(['first', 'other', 'second']);
    expect(decided(0).united).toEqual([context.set]);
    expect(planned(together, contentsOf(theirs), 'decision').patch).toEqual([]);
  });

  it('of a set we do not have are both offered', () => {
    const { sets: [set] = [], annotations = [], relations = [] } = contentsOf(theirs);
    const merged = { ...contentsOf(ours), forks: set ? [{ id: '', set, annotations, relations, acknowledged: {} }] : [] };
    const plan = planned(emptyProject, merged);
    expect(plan).toMatchObject({
      patch: [],
      conflicts: [{ id: quote, ours: null, choice: null, theirs: [{ note: 'ours' }, { note: 'theirs' }] }],
    });
    const both = imported(emptyProject, planned(emptyProject, merged, null, new Map([[key, 1]])));
    expect(both.annotations.get(quote)?.note).toBe('theirs');
    expect(both.sets.get(context.set)?.heads).toEqual(['first', 'other', 'second']);
  });
});

describe('a copy with work that no head names', () => {
  const rescued = (project: Project): PackageContents => {
    const contents = contentsOf(project);
    return { ...contents, sets: (contents.sets ?? []).map((set) => ({ ...set, ahead: true })) };
  };
  const without = checkPatch(first, deleteTag(first, { annotation: kim }, context));

  it('is never taken for an older one, though we went on', () => {
    const ours = exported(without, 'second');
    expect(planned(ours, contentsOf(first), 'second').patch).toEqual([]);
    const plan = planned(ours, rescued(first), 'second');
    expect(plan).toMatchObject({ added: { annotations: 1, relations: 1 }, united: [context.set] });
    expect(imported(ours, plan).annotations.has(kim)).toBe(true);
  });

  it('comes in as work of ours, so that no later copy without it takes its place unasked', () => {
    const plan = planned(emptyProject, rescued(noted(first, 'rescued')));
    expect(plan.united).toEqual([context.set]);
    const ours = imported(emptyProject, plan);
    expect(ours.sets.get(context.set)).not.toHaveProperty('ahead');
    const later = exported(noted(first, 'theirs'), 'second');
    expect(planned(ours, contentsOf(later), 'import').conflicts).toMatchObject([{ id: quote, choice: null }]);
  });

  it('is told by the journal of a backup', () => {
    const entry = (seq: number, patch: Patch): JournalEntry => ({
      ...{ id: '', at: '', author: '', tab: '', action: '', parameters: {}, cause: { kind: 'manual' }, previous: '' },
      ...{ seq, patch, hash: seq === 1 ? 'first' : `work ${seq}` },
    });
    const work = addTag(first, { text: texts[0] ?? '', type: 'claim', stretches: [{ start: 0, end: 8 }] }, context);
    const backup = (...journal: JournalEntry[]) => ({ ...contentsOf(checkPatch(first, work)), journal });
    const ours = exported(first, 'second');
    expect(planned(ours, backup(entry(1, work)), 'second').patch).toEqual([]);
    expect(planned(ours, backup(entry(2, work), entry(1, work)), 'second').added).toEqual({ annotations: 1 });
  });
});

describe('a copy of a part of a set', () => {
  it('takes away no link of which it leaves out an end, and each link of which an end is gone', () => {
    const [source, statement] = [first.annotations.get(kim), first.annotations.get(quote)];
    if (!source || !statement) throw new Error('The sample has both.');
    const away = {
      ...first,
      annotations: new Map([
        [kim, { ...source, text: 'elsewhere' }],
        [quote, statement],
      ]),
    };
    const copy = (tags: readonly Annotation[]): PackageContents => ({
      sets: (contentsOf(exported(first, 'second')).sets ?? []).map((set) => ({ ...set, part: { texts: [statement.text] } })),
      annotations: tags,
    });
    expect(planned(away, copy([{ ...statement, note: 'new' }]), 'first')).toMatchObject({ removed: {}, replaced: { annotations: 1 } });
    expect(planned(away, copy([]), 'first').removed).toEqual({ annotations: 1, relations: 1 });
  });

  const withNote = exported(noted(first, 'ours'), 'second');
  const part = (project: Project, limits: PartOfSet, keep: (annotation: Annotation) => boolean = () => true): PackageContents => {
    const contents = contentsOf(project);
    const annotations = (contents.annotations ?? []).filter(keep);
    const sets = (contents.sets ?? []).map((set) => ({ ...set, part: limits }));
    return { ...contents, sets, annotations, relations: annotations.length === 2 ? (contents.relations ?? []) : [] };
  };

  it('takes nothing away from the rest', () => {
    const newer = exported(withNote, 'third');
    const plan = planned(
      withNote,
      part(newer, { texts: [] }, () => false),
      'second',
    );
    expect(plan).toMatchObject({ removed: {}, conflicts: [] });
    expect(imported(withNote, plan)).toEqual(withNote);
  });

  it('without notes leaves ours', () => {
    const newer = exported(checkPatch(withNote, deleteTag(withNote, { annotation: kim }, context)), 'third');
    const silent = part(newer, { withoutNotes: true });
    const contents = { ...silent, annotations: (silent.annotations ?? []).map(({ note: _, ...annotation }) => annotation) };
    const after = imported(withNote, planned(withNote, contents, 'second'));
    expect(after.annotations.get(quote)?.note).toBe('ours');
    expect(after.annotations.has(kim)).toBe(false);
    // Of the notes we have no newer state, so a whole copy of the same export is still news.
    expect(planned(after, contentsOf(newer), 'second').replaced).toMatchObject({ sets: 1 });
  });

  it('gives way to a whole one of the same export', () => {
    const known = imported(
      emptyProject,
      planned(
        emptyProject,
        part(withNote, { texts: [] }, () => false),
      ),
    );
    expect(imported(known, planned(known, contentsOf(withNote)))).toEqual(withNote);
  });
});
