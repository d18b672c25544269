import { describe, expect, it } from 'vitest';
import { sampleProject } from '../testing/sample-project.ts';
import { link } from './commands/links.ts';
import { addTag } from './commands/tags.ts';
import { brokenRules } from './integrity.ts';
import { applyPatch } from './patch.ts';
import type { Project } from './project.ts';
import type { Annotation, Relation } from './records.ts';

const { project: empty, context, texts } = sampleProject('Headline\n\n“It is e\u0301tude,” Kim said via KCNA.');
const text = texts[0] ?? '';
const at = (words: string) => {
  const start = empty.texts.get(text)?.content?.indexOf(words) ?? -1;
  return [{ start, end: start + words.length }];
};
const tagged = (project: Project, type: string, words: string) =>
  applyPatch(project, addTag(project, { text, type, stretches: at(words) }, context));
const tags = ['“It is e\u0301tude,”', 'Kim', 'KCNA'].reduce(
  (so, words, index) => tagged(so, index === 0 ? 'quote' : 'source', words),
  empty,
);
const [quote, kim, kcna] = [...tags.annotations.values()];
const linked = [
  { type: 'said-by', to: kim },
  { type: 'relayed-via', to: kcna },
].reduce((so, { type, to }) => applyPatch(so, link(so, { type, from: quote?.id ?? '', to: to?.id ?? '' }, context)), tags);
const relay = [...linked.relations.values()].find(({ type }) => type === 'relayed-via');

const withQuote = (change: Partial<Annotation>): Project => ({
  ...linked,
  annotations: new Map(linked.annotations).set(quote?.id ?? '', { ...(quote as Annotation), ...change }),
});
const withSegment = (change: object): Project => withQuote({ segments: [{ ...(quote as Annotation).segments[0], ...change }] });
const withRelay = (change: Partial<Relation>): Project => ({
  ...linked,
  relations: new Map(linked.relations).set(relay?.id ?? '', { ...(relay as Relation), ...change }),
});
const withZones = (zones: readonly { start: number; end: number }[]): Project => {
  const [article] = linked.articles.values();
  if (!article) throw new Error('The sample has an article.');
  const [version] = article.versions;
  const changed = {
    ...article,
    versions: [{ ...version, zones: zones.map((zone) => ({ id: 'z', kind: 'paragraph' as const, ...zone })) }] as const,
  };
  return { ...linked, articles: new Map([[article.id, changed]]) };
};

describe('integrity', () => {
  it('finds nothing in a sound project', () => {
    expect(brokenRules(linked)).toEqual([]);
  });

  it.each<readonly [rule: string, table: string, broken: Project]>([
    ['author', 'sets', { ...linked, authors: new Map() }],
    ['text', 'articles', { ...linked, texts: new Map() }],
    [
      'zones',
      'articles',
      withZones([
        { start: 0, end: 5 },
        { start: 4, end: 8 },
      ]),
    ],
    ['zones', 'articles', withZones([{ start: 0, end: 5_000 }])],
    ['text', 'annotations', withQuote({ text: 'elsewhere' })],
    ['set', 'annotations', withQuote({ set: 'nowhere' })],
    ['author', 'annotations', withQuote({ author: 'nobody' })],
    ['author', 'annotations', withQuote({ modifiedBy: 'nobody' })],
    ['codebook', 'annotations', withQuote({ codebook: 'newsroom-core@0.9.0' })],
    ['type', 'annotations', withQuote({ type: 'rumor' })],
    ['attribute', 'annotations', withQuote({ attributes: { color: 'red' } })],
    ['entity', 'annotations', withQuote({ attributes: { entity: 'nobody' } })],
    ['outside', 'annotations', withSegment({ end: 5_000 })],
    ['words', 'annotations', withSegment({ exact: 'It is' })],
    ['grapheme', 'annotations', withSegment({ end: at('“It is e')[0]?.end, exact: '“It is e', suffix: '' })],
    ['context', 'annotations', withSegment({ prefix: 'not there' })],
    ['order', 'annotations', withQuote({ segments: [(quote as Annotation).segments[0], (quote as Annotation).segments[0]] })],
    ['end', 'relations', withRelay({ to: 'nowhere' })],
    ['set', 'relations', withRelay({ set: 'nowhere' })],
    ['text', 'relations', withRelay({ text: 'elsewhere' })],
    ['author', 'relations', withRelay({ author: 'nobody' })],
    ['type', 'relations', withRelay({ type: 'married-to' })],
    ['order', 'relations', withRelay({ order: 1 })],
  ])('finds a broken %s in %s', (rule, table, broken) => {
    expect(brokenRules(broken)).toContainEqual(expect.objectContaining({ rule, table }));
  });
});
