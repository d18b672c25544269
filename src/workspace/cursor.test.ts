import { describe, expect, it } from 'vitest';
import { sampleProject } from '../testing/sample-project.ts';
import { type Cursor, cursorOver, type Movement, moveCursor, spanOf } from './cursor.ts';
import { layoutFor } from './layout.ts';

const text = 'Headline here\n\n"We won. We did," Kim said in e\u0301te\u0301. Nobody knew.\n\nThe last one.';
const { project } = sampleProject(text);
const [article] = project.articles.values();
if (!article) throw new Error('The sample has an article.');
const layout = layoutFor(article, article.versions[0].zones, text);

const words = (cursor: Cursor | null) => {
  const span = cursor ? spanOf(cursor) : { start: 0, end: 0 };
  return text.slice(span.start, span.end);
};
const over = (part: string, unit: Cursor['unit'] = 'free') =>
  cursorOver({ start: text.indexOf(part), end: text.indexOf(part) + part.length }, unit);
const go = (cursor: Cursor | null, ...movements: readonly Movement[]) =>
  words(movements.reduce<Cursor | null>((so, movement) => moveCursor(layout, so, movement), cursor));

const right: Movement = { unit: 'word', direction: 1 };
const left: Movement = { unit: 'word', direction: -1 };
const more: Movement = { unit: 'word', direction: 1, extend: true };
const less: Movement = { unit: 'word', direction: -1, extend: true };
const down: Movement = { unit: 'sentence', direction: 1 };
const paragraph: Movement = { unit: 'paragraph', direction: 1 };
const whole = '"We won. We did," Kim said in e\u0301te\u0301. Nobody knew.';
const character: Movement = { unit: 'character', direction: 1, extend: true };

describe('the range cursor', () => {
  it.each<readonly [string, Cursor | null, readonly Movement[], string]>([
    ['without a place begins with the first unit', null, [right], 'Headline'],
    ['goes word by word', null, [right, right], 'here'],
    ['goes to the next quotation', null, [{ unit: 'quotation', direction: 1 }], '"We won. We did,"'],
    ['goes from a quotation to the word behind it', null, [{ unit: 'quotation', direction: 1 }, right], 'Kim'],
    ['goes from a sentence to its first word', over('Nobody knew.', 'sentence'), [right], 'Nobody'],
    ['goes behind what it was extended over', over('Kim', 'word'), [more, right], 'in'],
    [
      'goes from a sentence to its paragraph',
      over('We did," Kim said in e\u0301te\u0301.', 'sentence'),
      [{ ...paragraph, direction: -1 }],
      whole,
    ],
    ['goes to the next paragraph', over('Nobody knew.', 'sentence'), [paragraph], 'The last one.'],
    ['extends to the end of the paragraph', over('Nobody'), [{ ...paragraph, extend: true }], 'Nobody knew.'],
    ['goes back', over('said', 'word'), [left], 'Kim'],
    ['extends by a word', over('Kim', 'word'), [more], 'Kim said'],
    ['takes the word back', over('Kim', 'word'), [more, more, less], 'Kim said'],
    ['goes to the next sentence', over('Nobody knew.', 'sentence'), [down], 'The last one.'],
    ['stays at the end', over('one'), [right, right, right], 'one'],
    ['extends by a whole character', over('in '), [character], 'in e\u0301'],
  ])('%s', (_, cursor, movements, expected) => {
    expect(go(cursor, ...movements)).toBe(expected);
  });
});

describe('after scrolling', () => {
  const view = text.indexOf('Nobody');
  it.each<readonly [string, Movement, string]>([
    ['the next sentence is the first in view', down, 'Nobody knew.'],
    ['the previous one lies above', { ...down, direction: -1 }, 'We did," Kim said in e\u0301te\u0301.'],
    ['the next word is the first in view', right, 'Nobody'],
    ['an edge goes on from where it was', more, 'Headline here'],
  ])('%s', (_, movement, expected) => {
    expect(words(moveCursor(layout, over('Headline', 'word'), movement, view))).toBe(expected);
  });
});

describe('in other scripts words come in reading order', () => {
  it.each([
    ['Chinese, without spaces', 'zh', '标题\n\n镇政府在公告中说，钟楼重新敲响。', ['标题', '镇', '政府']],
    ['Thai, without spaces', 'th', 'หัวข้อ\n\nภาษาไทยง่าย', ['หัวข้อ', 'ภาษา', 'ไทย', 'ง่าย']],
    ['Arabic, from right to left', 'ar', 'عنوان\n\nقالت ليلى الحمداني', ['عنوان', 'قالت', 'ليلى', 'الحمداني']],
  ])('%s', (_, language, content, expected) => {
    const sample = sampleProject(content).project;
    const [found] = sample.articles.values();
    if (!found) throw new Error('The sample has an article.');
    const cut = layoutFor({ ...found, language }, found.versions[0].zones, content);
    let cursor: Cursor | null = null;
    const walked = expected.map(() => {
      cursor = moveCursor(cut, cursor, right);
      const { start, end } = spanOf(cursor);
      return content.slice(start, end);
    });
    expect(walked).toEqual(expected);
  });
});
