import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rules } from '../suggest/rules.ts';
import { sampleProject } from '../testing/sample-project.ts';
import type { Stretch } from '../text/stretch.ts';
import { cursorOver, type Unit } from './cursor.ts';
import { fittingForms } from './fitting.ts';
import { layoutFor } from './layout.ts';

const text = readFileSync('public/seeds/000_bb9609fc8471e115.txt', 'utf8');
const { project } = sampleProject(text);
const [article] = project.articles.values();
if (!article) throw new Error('The sample has an article.');
const layout = layoutFor(article, article.versions[0].zones, text);

const at = (words: string): Stretch => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const unitAt = (units: readonly Stretch[], words: string): Stretch =>
  units.find(({ start, end }) => start <= at(words).start && at(words).start < end) ?? at(words);
const forms = (stretch: Stretch, type: string, unit: Unit = 'free') =>
  fittingForms(layout, cursorOver(stretch, unit), type, { language: 'en', rules }).map((parts) =>
    parts.map(({ start, end }) => text.slice(start, end)).join(' … '),
  );
const caretAt = (words: string): Stretch => ({ start: at(words).start + 1, end: at(words).start + 1 });

describe('the key for a claim', () => {
  it.each([
    ['Analysts say', 'Pyongyang has received financial aid, military technology, food and energy supplies from Russia in return'],
    ['South Korea estimates', 'around 2,000 North Korean soldiers were killed'],
    ['North Korea sent', 'North Korea sent thousands of troops to help Russia drive Ukrainian forces out of the southwestern Kursk region'],
    [
      'North Korean leader Kim Jong Un presided',
      'North Korean leader Kim Jong Un presided over a ribbon-cutting ceremony marking the completion of a new block of apartments for the families of soldiers killed fighting alongside Russian troops in the war against Ukraine',
    ],
  ])('takes the sentence at "%s" without who says so', (words, claim) => {
    expect(forms(unitAt(layout.sentences, words), 'claim', 'sentence')[0]).toBe(claim);
    expect(forms(caretAt(words), 'claim')[0]).toBe(claim);
  });

  it('then takes the whole sentence, then the clause', () => {
    expect(forms(unitAt(layout.sentences, 'North Korea sent'), 'claim').slice(1)).toEqual([
      'North Korea sent thousands of troops to help Russia drive Ukrainian forces out of the southwestern Kursk region, according to Western intelligence agencies',
    ]);
  });

  it('takes the inside of a quotation, without the comma before the closing mark', () => {
    const quotation = unitAt(layout.quotations, '"Before their death');
    expect(forms(quotation, 'claim', 'quotation')[0]).toBe(
      "Before their death, the heroic martyrs must have pictured in their mind's eye their dear families living in the ever-prospering country",
    );
  });

  it('leaves words selected by hand as they are', () => {
    expect(forms(at('financial aid, military'), 'claim')).toEqual(['financial aid, military']);
    expect(forms(at('in return.'), 'claim')).toEqual(['in return.']);
  });
});

describe('the key for a quote', () => {
  const quotation = '"highly calculated political move to justify its soldier deployment"';
  it.each([
    ['a caret inside', caretAt('calculated')],
    ['a word inside', at('calculated')],
    ['the sentence that holds it', unitAt(layout.sentences, 'The timing of')],
    ['the quotation itself', at(quotation)],
  ])('takes the whole quotation from %s', (_, stretch) => {
    expect(forms(stretch, 'quote')).toEqual([quotation]);
  });

  it('leaves words selected by hand as they are', () => {
    expect(forms(at('highly calculated'), 'quote')).toEqual(['highly calculated']);
  });
});

it('the key for a source takes the word', () => {
  expect(forms(caretAt('Analysts'), 'source')).toEqual(['Analysts']);
});
