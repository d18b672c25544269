import { describe, expect, it } from 'vitest';
import { TaggedSample } from '../../testing/tagged-sample.ts';
import type { Article, Id } from '../records.ts';
import { byArticle, everything, kindOf, type StatementFilter, saidBy } from './statements.ts';

const text = 'Talks\n\n“We won and Lee lost,” Kim said. He claimed peace. “Lee says hope,” he added. Lee said no.';
const sample = new TaggedSample(text)
  .entity('Kim')
  .entity('Lee')
  .tag('quote', 'quote', '“We won and Lee lost,”', { mode: 'direct' })
  .tag('inside', 'claim', 'We won', { kind: 'event', status: 'refuted' })
  .tag('own', 'claim', 'Lee lost', { voice: 'article' })
  .tag('claim', 'claim', 'peace', { kind: 'pledge' })
  .tag('second', 'quote', '“Lee says hope,”')
  .tag("lee's", 'claim', 'hope')
  .tag('no', 'claim', 'no.')
  .tag('kim', 'source', 'Kim', { entity: 'Kim' })
  .tag('he', 'source', 'He', { entity: 'Kim' })
  .tag('he again', 'source', 'he added', { entity: 'Kim' })
  .tag('lee', 'source', 'Lee said', { entity: 'Lee' })
  .link('quote', 'said-by', 'kim')
  .link('claim', 'claimed-by', 'he')
  .link('second', 'said-by', 'he again')
  .link("lee's", 'claimed-by', 'lee')
  .link('no', 'claimed-by', 'lee');
const tags = { annotations: [...sample.project.annotations.values()], relations: [...sample.project.relations.values()] };
const found = (entity: Id) => saidBy(tags, entity);
const ways = (entity: Id) => new Map(found(entity).statements.map(({ tag, way }) => [tag.segments[0].exact, way]));

describe('what somebody says', () => {
  it('is what is linked to any mention of them, and the claims in their quotes that nobody else makes', () => {
    expect(ways('Kim')).toEqual(
      new Map([
        ['“We won and Lee lost,”', 'said-by'],
        ['peace', 'claimed-by'],
        ['“Lee says hope,”', 'said-by'],
        ['We won', 'in-quote'],
      ]),
    );
    expect(ways('Lee')).toEqual(
      new Map([
        ['hope', 'claimed-by'],
        ['no.', 'claimed-by'],
      ]),
    );
    expect(found('Kim').mentions.map(({ segments }) => segments[0].exact)).toEqual(['Kim', 'He', 'he added']);
  });

  it('is nothing for who is not named, and a relay says nothing', () => {
    const relayed = new TaggedSample(text)
      .entity('Kim')
      .tag('quote', 'quote', '“Lee says hope,”')
      .tag('kim', 'source', 'Kim', { entity: 'Kim' })
      .link('quote', 'relayed-via', 'kim');
    const around = { annotations: [...relayed.project.annotations.values()], relations: [...relayed.project.relations.values()] };
    expect(saidBy(around, 'Kim').statements).toEqual([]);
    expect(found('Nobody')).toEqual({ mentions: [], statements: [] });
  });

  it('is not a claim in the same place of another set', () => {
    const elsewhere = tags.annotations.map((tag) => (tag.id === sample.id('inside') ? { ...tag, set: 'theirs' } : tag));
    expect(saidBy({ ...tags, annotations: elsewhere }, 'Kim').statements.map(({ way }) => way)).not.toContain('in-quote');
  });
});

describe('statements by article', () => {
  const [article] = sample.project.articles.values();
  if (!article) throw new Error('There is an article.');
  const dated = (id: string, date?: string, publisher?: string): Article => ({
    ...article,
    id,
    ...(date !== undefined && { date }),
    ...(publisher !== undefined && { publisher }),
    versions: [{ ...article.versions[0], text: id }],
  });
  const articles = [dated('none'), dated('old', '2026-01-01', 'AFP'), dated('new', '2026-02-01', 'Courier')];
  const all = articles.flatMap(({ id }) =>
    found('Kim').statements.map((statement) => ({ ...statement, tag: { ...statement.tag, text: id } })),
  );
  const seen = (filter: Partial<StatementFilter>) =>
    byArticle(all, new Map(articles.map((item) => [item.id, item])), { ...everything, ...filter }).map(
      (group) => [group.article.id, group.statements.map(({ tag }) => tag.segments[0].exact)] as const,
    );
  const whole = ['“We won and Lee lost,”', 'We won', 'peace', '“Lee says hope,”'];

  it('come newest first, those without a date last, each in the order of the text', () => {
    expect(seen({})).toEqual([
      ['new', whole],
      ['old', whole],
      ['none', whole],
    ]);
  });

  it.each<readonly [string, Partial<StatementFilter>, readonly string[]]>([
    ['from a day', { from: '2026-02-01' }, ['new']],
    ['to a day', { to: '2026-01-31' }, ['old']],
    ['between two days', { from: '2026-01-01', to: '2026-02-01' }, ['new', 'old']],
    ['of an outlet', { outlet: 'AFP' }, ['old']],
  ])('are shown %s', (_, filter, expected) => {
    expect(seen(filter).map(([id]) => id)).toEqual(expected);
  });

  it.each<readonly [string, Partial<StatementFilter>, readonly string[]]>([
    ['quotes', { kind: 'quote' }, ['“We won and Lee lost,”', '“Lee says hope,”']],
    ['claims', { kind: 'claim' }, ['We won', 'peace']],
    ['pledges', { kind: 'claim/pledge' }, ['peace']],
    ['what is refuted', { status: 'refuted' }, ['We won']],
    ['what nobody has begun to check', { status: 'unchecked' }, ['peace']],
    ['of a set', { set: sample.annotation('claim').set }, ['“We won and Lee lost,”', 'We won', 'peace', '“Lee says hope,”']],
    ['two at once', { kind: 'claim/event', outlet: 'AFP' }, ['We won']],
  ])('are shown by kind and status: %s', (_, filter, expected) => {
    expect(seen(filter)[0]?.[1]).toEqual(expected);
  });

  it('of another set than the one asked for are left out', () => {
    expect(seen({ set: 'theirs' })).toEqual([]);
  });

  it('have no kind that is only proposed', () => {
    expect(kindOf({ ...sample.annotation('claim'), suggested: ['kind'] })).toBe('claim/');
  });

  it('of texts that no article has are left out', () => {
    expect(byArticle(all, new Map(), everything)).toEqual([]);
  });
});
