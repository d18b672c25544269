import { describe, expect, it } from 'vitest';
import { anchorCases } from './anchor.cases.ts';
import { anchorAnnotations } from './anchor-annotations.ts';
import { anchorSelectors } from './anchor-selectors.ts';
import type { Anchored } from './anchored.ts';
import { segmentsAt } from './describe.ts';
import type { MarkedCase } from './marked-case.ts';

/** A text without its brackets, and what stood between them. */
function marked(text: string) {
  const [start, end] = [text.indexOf('⟦'), text.indexOf('⟧')];
  return { text: text.replaceAll(/[⟦⟧]/gu, ''), stretch: start < 0 ? null : { start, end: end - 1 } };
}

function read({ old, now }: MarkedCase) {
  const [before, after] = [marked(old), marked(now)];
  if (!before.stretch) throw new RangeError('The old text has no tag.');
  return { oldText: before.text, newText: after.text, stretch: before.stretch, truth: after.stretch };
}

const told = (found: Anchored | undefined, newText: string) =>
  found && { status: found.status, words: found.status === 'lost' ? null : newText.slice(found.start, found.end) };

const named = anchorCases.map((each, index) => [`${index + 1} ${each.situation}: ${each.status}`, each] as const);

describe('the table of cases', () => {
  it('has at least 80 cases over 15 situations', () => {
    expect(anchorCases.length).toBeGreaterThanOrEqual(80);
    expect(new Set(anchorCases.map(({ situation }) => situation)).size).toBeGreaterThanOrEqual(15);
  });

  it.each(named)('%s, with the old text', (_, each) => {
    const { oldText, newText, stretch, truth } = read(each);
    const [found] = anchorAnnotations(oldText, newText, [stretch]);
    expect(told(found, newText)).toEqual({ status: each.status, words: truth && newText.slice(truth.start, truth.end) });
    if (found && found.status !== 'lost') expect({ start: found.start, end: found.end }).toEqual(truth);
    if (each.status === 'changed') expect(found?.changed.length).toBeGreaterThan(0);
  });

  it.each(named)('%s, without it', (_, each) => {
    const { oldText, newText, stretch, truth } = read(each);
    const [found] = anchorSelectors(newText, segmentsAt(oldText, [stretch]));
    const status = each.without?.[0] ?? each.status;
    expect(found?.status).toBe(status);
    // Where the words are gone, what is proposed instead says that it may be something else.
    if (found && found.status !== 'lost' && truth) expect({ start: found.start, end: found.end }).toEqual(truth);
    if (status === 'changed') expect(found?.changed.length).toBeGreaterThan(0);
  });

  it('answers for a tag over a whole book of which half was cut', () => {
    const words = (word: string) => Array.from({ length: 20_000 }, (_, index) => `${word}${index}`).join(' ');
    const kept = `It begins here and now. ${words('alpha')}`;
    const whole = `${kept} ${words('beta')} End.`;
    const [found] = anchorAnnotations(whole, `${kept} End.`, [{ start: 0, end: whole.length }]);
    expect(found).toMatchObject({ status: 'changed', start: 0, end: kept.length + 5, changed: [{ to: '' }] });
  });

  it('fails for a search for the words alone', () => {
    const wrong = anchorCases.filter((each) => {
      const { oldText, newText, stretch, truth } = read(each);
      const start = newText.indexOf(oldText.slice(stretch.start, stretch.end));
      return start >= 0 && (start !== truth?.start || each.status === 'changed');
    });
    expect(wrong.length).toBeGreaterThan(10);
  });
});
