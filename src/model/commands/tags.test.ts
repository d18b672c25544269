import { describe, expect, it } from 'vitest';
import { checkPatch } from '../../testing/check-patch.ts';
import { sampleProject } from '../../testing/sample-project.ts';
import type { Project } from '../project.ts';
import type { Annotation, Id } from '../records.ts';
import { editArticle } from './articles.ts';
import { setNote } from './attributes.ts';
import { link } from './links.ts';
import { addTag, deleteTag, retype, setSegments } from './tags.ts';

const content = 'Headline\n\n“The bridge,” she said, “is safe.” Kim told AFP and DPA that 12 👩‍👩‍👧 and Lee were hurt.';
const { project: bare, context, texts } = sampleProject(content);
const text = texts[0] ?? '';
const at = (words: string) => ({ start: content.indexOf(words), end: content.indexOf(words) + words.length });

function tag(project: Project, type: string, ...words: readonly string[]): readonly [Project, Annotation] {
  const after = checkPatch(project, addTag(project, { text, type, stretches: words.map(at) }, context));
  const annotation = [...after.annotations.values()].at(-1);
  if (!annotation) throw new Error('Nothing was tagged.');
  return [after, annotation];
}
const linked = (project: Project, type: string, from: Id, to: Id) => checkPatch(project, link(project, { type, from, to }, context));
const claimOf = (project: Project, { id }: Annotation) => project.annotations.get(id);

describe('tagging', () => {
  it.each<readonly [string, string, readonly string[], readonly string[]]>([
    ['joins parts that touch', 'claim', ['The ', 'bridge'], ['The bridge']],
    ['joins parts that overlap', 'claim', ['The bri', 'bridge'], ['The bridge']],
    ['sorts parts', 'quote', ['“is safe.”', '“The bridge,”'], ['“The bridge,”', '“is safe.”']],
    ['keeps a family whole', 'claim', ['👩‍'], ['👩‍👩‍👧']],
  ])('%s', (_, type, words, expected) => {
    expect(tag(bare, type, ...words)[1].segments.map(({ exact }) => exact)).toEqual(expected);
  });

  it.each([
    ['nowhere', []],
    ['an empty stretch', [{ start: 3, end: 3 }]],
    ['beyond the end', [{ start: 3, end: content.length + 1 }]],
    ['before the start', [{ start: -1, end: 3 }]],
    ['between units', [{ start: 0.5, end: 3 }]],
  ])('is refused %s', (_, stretches) => {
    expect(() => addTag(bare, { text, type: 'claim', stretches }, context)).toThrow(RangeError);
  });

  it('is refused for a type the codebook lacks, and a text that is not there', () => {
    expect(() => addTag(bare, { text, type: 'rumor', stretches: [at('Kim')] }, context)).toThrow('rumor');
    expect(() => addTag(bare, { text: 'elsewhere', type: 'claim', stretches: [at('Kim')] }, context)).toThrow('elsewhere');
  });

  it('proposes what the words say, to be confirmed', () => {
    expect(tag(bare, 'claim', '12 👩‍👩‍👧')[1]).toMatchObject({ attributes: { kind: 'quantity' }, suggested: ['kind'] });
    expect(tag(bare, 'source', 'she')[1]).toMatchObject({ attributes: { naming: 'pronoun' }, suggested: ['naming'] });
    expect(tag(bare, 'claim', 'The bridge')[1].suggested).toBeUndefined();
  });
});

describe('changing a tag', () => {
  const [project, quote] = tag(bare, 'quote', '“The bridge,”', '“is safe.”');

  it('to what it is already gives an empty patch', () => {
    expect(retype(project, { annotation: quote.id, type: 'quote' }, context)).toEqual([]);
    expect(setSegments(project, { annotation: quote.id, stretches: quote.segments }, context)).toEqual([]);
  });

  it('moves its edges and keeps its id, note and links', () => {
    const [withSource, kim] = tag(project, 'source', 'Kim');
    const noted = checkPatch(withSource, setNote(withSource, { annotation: quote.id, note: 'kept' }, context));
    const spoken = linked(noted, 'said-by', quote.id, kim.id);
    const after = checkPatch(spoken, setSegments(spoken, { annotation: quote.id, stretches: [at('“is safe.”')] }, context));
    expect(claimOf(after, quote)).toMatchObject({ note: 'kept', segments: [{ exact: '“is safe.”' }], modifiedBy: context.author });
    expect(after.relations).toEqual(spoken.relations);
  });

  it('to another type drops attributes and the links it may not have, and keeps those it may', () => {
    const [withKim, kim] = tag(project, 'source', 'Kim');
    const [withAfp, afp] = tag(withKim, 'source', 'AFP');
    const spoken = linked(linked(withAfp, 'said-by', quote.id, kim.id), 'relayed-via', quote.id, afp.id);
    const after = checkPatch(spoken, retype(spoken, { annotation: quote.id, type: 'claim' }, context));
    expect(claimOf(after, quote)).toMatchObject({ type: 'claim', attributes: {} });
    expect([...after.relations.values()].map(({ type }) => type)).toEqual(['relayed-via']);
  });
});

describe('deleting a tag', () => {
  const [withClaim, claim] = tag(bare, 'claim', 'The bridge');
  const [withKim, kim] = tag(withClaim, 'source', 'Kim');
  const [withAfp, afp] = tag(withKim, 'source', 'AFP');
  const [project, dpa] = tag(withAfp, 'source', 'DPA');

  it('takes its links along and says so', () => {
    const claimed = linked(linked(project, 'claimed-by', claim.id, kim.id), 'relayed-via', claim.id, afp.id);
    const patch = deleteTag(claimed, { annotation: claim.id }, context);
    expect(patch.map(({ table, after }) => [table, after])).toEqual([
      ['annotations', null],
      ['relations', null],
      ['relations', null],
    ]);
    expect(checkPatch(claimed, patch).relations.size).toBe(0);
  });

  it.each([
    ['first', kim, [afp, dpa]],
    ['middle', afp, [kim, dpa]],
    ['last', dpa, [kim, afp]],
  ])('closes up the path when its %s relay goes', (_, gone, left) => {
    const relayed = [kim, afp, dpa].reduce((so, { id }) => linked(so, 'relayed-via', claim.id, id), project);
    const after = checkPatch(relayed, deleteTag(relayed, { annotation: gone.id }, context));
    const path = [...after.relations.values()].sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
    expect(path.map(({ to, order }) => [to, order])).toEqual(left.map(({ id }, order) => [id, order]));
  });

  it('leaves a claim attributed while a claimer is left, and without a voice after the last', () => {
    const twice = linked(linked(project, 'claimed-by', claim.id, kim.id), 'claimed-by', claim.id, afp.id);
    const once = checkPatch(twice, deleteTag(twice, { annotation: kim.id }, context));
    expect(claimOf(once, claim)?.attributes).toEqual({ voice: 'attributed' });
    const never = checkPatch(once, deleteTag(once, { annotation: afp.id }, context));
    expect(claimOf(never, claim)?.attributes).toEqual({});
  });

  it('is refused for a tag that is not there', () => {
    expect(() => deleteTag(project, { annotation: 'nothing' }, context)).toThrow('nothing');
  });
});

describe('editing an article', () => {
  const [article] = bare.articles.values();
  const id = article?.id ?? '';
  const edited = (fields: Parameters<typeof editArticle>[1]['fields']) =>
    checkPatch(bare, editArticle(bare, { article: id, fields })).articles.get(id);

  it.each(['title', 'language', 'direction', 'status'] as const)('never takes its %s away', (field) => {
    expect(editArticle(bare, { article: id, fields: { [field]: null } })).toEqual([]);
    expect(editArticle(bare, { article: id, fields: { [field]: '' } })).toEqual([]);
  });

  it('sets a member and takes it away again', () => {
    expect(edited({ byline: 'Mara Ellison' })).toMatchObject({ byline: 'Mara Ellison' });
    expect(edited({ byline: '' })).not.toHaveProperty('byline');
  });

  it('by its publisher makes the publisher a person’s word', () => {
    const guessed = {
      ...bare,
      articles: new Map(article ? [[id, { ...article, publisher: 'Courier', publisherInferred: true as const }]] : []),
    };
    const guessedThen = (fields: Parameters<typeof editArticle>[1]['fields']) =>
      checkPatch(guessed, editArticle(guessed, { article: id, fields })).articles.get(id);
    expect(guessedThen({ publisher: 'Courier' })).not.toHaveProperty('publisherInferred');
    expect(guessedThen({ byline: 'Mara Ellison' })).toHaveProperty('publisherInferred', true);
  });
});
