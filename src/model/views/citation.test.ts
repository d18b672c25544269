import { describe, expect, it } from 'vitest';
import { sampleProject } from '../../testing/sample-project.ts';
import { type ArticleFields, editArticle } from '../commands/articles.ts';
import { nameEntity, setAttribute } from '../commands/attributes.ts';
import { link } from '../commands/links.ts';
import { addTag } from '../commands/tags.ts';
import { applyPatch, type Patch } from '../patch.ts';
import type { Project } from '../project.ts';
import { citationOf } from './citation.ts';

const text = `Street Opens in the Capital

By AFP
Kim opens the flats. KCNA

"We won,\u00a0 and they know," Kim said in a speech released by KCNA. Hong Min and Lee doubt it.

Analysts say that “it is a ‘symbol’”. Prices fell.`;

const { project: start, context, texts } = sampleProject(text);
const [article = ''] = start.articles.keys();
const english: ArticleFields = { publisher: 'The Moscow Times', date: '2026-02-16', language: 'en', byline: 'AFP' };
const place = '(AFP, The Moscow Times, 16 Feb 2026, par.';

type Tag = readonly [type: string, ...words: string[]];
type Link = readonly [from: number, relation: string, to: number];
type Step = (project: Project, ids: readonly string[]) => Patch;

/** The citation of the first tag, after these tags, links between them and a further change. */
function cited(tags: readonly Tag[], links: readonly Link[] = [], fields: ArticleFields = english, step: Step = () => []): string {
  let project = applyPatch(start, editArticle(start, { article, fields }));
  const ids = tags.map(([type, ...words]) => {
    const stretches = words.map((part) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length }));
    const patch = addTag(project, { text: texts[0] ?? '', type, stretches }, context);
    project = applyPatch(project, patch);
    return patch[0]?.id ?? '';
  });
  for (const [from, type, to] of links)
    project = applyPatch(project, link(project, { type, from: ids[from] ?? '', to: ids[to] ?? '' }, context));
  project = applyPatch(project, step(project, ids));
  const [annotation, shown] = [project.annotations.get(ids[0] ?? ''), project.articles.get(article)];
  if (!annotation || !shown) throw new Error('The sample has an article, and its first tag is there.');
  return citationOf(project, shown, annotation);
}

const quote: Tag = ['quote', '"We won,\u00a0 and they know,"'];
const kim: Tag = ['source', 'Kim said'];
const agency: Tag = ['source', 'released by KCNA'];
const lee: Tag = ['source', 'Lee'];

describe('a tag for the editor', () => {
  it.each<readonly [string, readonly Tag[], readonly Link[], string]>([
    ['a quote with its speaker', [quote, kim], [[0, 'said-by', 1]], `“We won, and they know”, said by Kim said ${place} 1)`],
    ['a quote without one', [quote], [], `“We won, and they know” ${place} 1)`],
    [
      'its path',
      [quote, kim, agency, lee],
      [
        [0, 'said-by', 1],
        [0, 'relayed-via', 2],
        [0, 'relayed-via', 3],
      ],
      `“We won, and they know”, said by Kim said, via released by KCNA, via Lee ${place} 1)`,
    ],
    [
      'a claim with its claimer, its own marks kept',
      [
        ['claim', 'it is a ‘symbol’'],
        ['source', 'Analysts'],
      ],
      [[0, 'claimed-by', 1]],
      `“it is a ‘symbol’”, claimed by Analysts ${place} 2)`,
    ],
    ['a claim in parts', [['claim', 'Prices', 'fell']], [], `“Prices … fell” ${place} 2)`],
    ['a source', [['source', 'Hong Min']], [], `“Hong Min”, source ${place} 1)`],
    ['the headline', [['claim', 'Street Opens']], [], '“Street Opens” (AFP, The Moscow Times, 16 Feb 2026, headline)'],
    ['a caption', [['claim', 'Kim opens the flats']], [], '“Kim opens the flats” (AFP, The Moscow Times, 16 Feb 2026, caption)'],
  ])('%s', (_, tags, links, line) => {
    expect(cited(tags, links)).toBe(line);
  });

  it('joins several claimers', () => {
    const tags: Tag[] = [['claim', 'Prices fell'], ['source', 'Hong Min'], lee, ['source', 'Analysts']];
    const links = [1, 2, 3].map((to): Link => [0, 'claimed-by', to]);
    expect(cited(tags, links)).toMatch(/^“Prices fell”, claimed by [^,]+, [^,]+ and [^,]+ \(AFP/u);
  });

  it('says that the article itself claims it', () => {
    const own: Step = (project, [annotation = '']) => setAttribute(project, { annotation, attribute: 'voice', value: 'article' }, context);
    expect(cited([['claim', 'Prices fell']], [], english, own)).toBe(`“Prices fell”, in the article’s own voice ${place} 2)`);
  });

  it('calls a source by its name in the register', () => {
    const named: Step = (project, [, annotation = '']) => nameEntity(project, { annotation, name: 'Kim Jong Un' }, context);
    expect(cited([quote, kim], [[0, 'said-by', 1]], english, named)).toContain(', said by Kim Jong Un (');
  });

  it.each([
    ['German', 'de', '16. Feb. 2026'],
    ['an unknown language', 'und', '16 Feb 2026'],
    ['Chinese', 'zh', '2026年2月16日'],
  ])('writes the date as readers of %s do', (_, language, date) => {
    expect(cited([quote], [], { ...english, language })).toContain(`, ${date}, par. 1)`);
  });

  it('leaves out what is not known and what is the same', () => {
    expect(cited([['claim', 'Prices fell']], [], { byline: 'KCNA', publisher: 'KCNA' })).toBe('“Prices fell” (KCNA, par. 2)');
  });
});
