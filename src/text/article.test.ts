import { describe, expect, it } from 'vitest';
import { parseArticle } from './article.ts';

const body = 'The council met on Monday and decided nothing at all about the bridge.';

describe('an article', () => {
  it.each([
    ['a person', `Headline Here\n\nBy Mara Ellison\n\n${body}`, { title: 'Headline Here', byline: 'Mara Ellison', bylineKind: 'person' }],
    ['an agency', `Headline Here\n\nBy Reuters\n\n${body}`, { byline: 'Reuters', bylineKind: 'agency' }],
    ['a date below the byline', `Headline Here\n\nBy Mara Ellison\nFeb. 3, 2026\n\n${body}`, { date: '2026-02-03' }],
    [
      'a German date below the byline',
      `Titel des Berichts\n\nVon Jutta Brandis\n17. Februar 2026\n\n${body}`,
      { date: '2026-02-17', byline: 'Jutta Brandis' },
    ],
    ['a day that does not exist', `Headline Here\n\nBy Mara Ellison\nFebruary 31, 2026\n\n${body}`, { date: null }],
    ['nothing but text', body, { title: null, byline: null, date: null }],
    ['Markdown', `# Headline Here\n\n${body}`, { title: 'Headline Here' }],
    ['Russian', `Заголовок статьи\n\n${'Совет собрался в понедельник и ничего не решил о мосте.'}`, { language: 'ru', direction: 'ltr' }],
    ['Arabic', `عنوان الخبر هنا\n\n${'اجتمع المجلس يوم الاثنين ولم يقرر شيئا بشأن الجسر.'}`, { language: 'ar', direction: 'rtl' }],
  ])('with %s', (_, text, expected) => {
    expect(parseArticle(text)).toMatchObject(expected);
  });

  it('keeps every space and line end: zones only point into it', () => {
    const text = `\n  Headline Here  \r\n\r\n${body}\n\n\n`;
    const { zones } = parseArticle(text);
    expect(zones.map(({ start, end }) => text.slice(start, end))).toEqual(['Headline Here', body]);
  });
});
