import { describe, expect, it } from 'vitest';
import { checkPatch } from '../../testing/check-patch.ts';
import { TaggedSample } from '../../testing/tagged-sample.ts';
import { tagSameWords } from '../commands/tag-same-words.ts';
import { placesOf, sameWords } from './same-words.ts';
import { annotationsInOrder } from './tags.ts';

describe('the places of words', () => {
  it.each<readonly [string, string, string, readonly number[]]>([
    ['whole words only', 'Kim', 'Kim, Kimchi, Akim and Kim', [0, 22]],
    ['before an apostrophe', 'Kim', "Kim's Kim", [0, 6]],
    ['of several words', 'the leader', 'the leader of the leaders, the leader', [0, 27]],
    ['not in a word with an accent put on', 'Kime', 'Kime\u0301 Kime', [6]],
    ['not in another case', 'kim', 'Kim kim', [4]],
    ['not in a number', '12', '12 112 12,5', [0, 7]],
    ['with marks around', '“a”', '“a”“a”', [0, 3]],
    ['that would overlap once', 'aa aa', 'aa aa aa', [0]],
    ['without spaces between words', '金正恩', '金正恩说,金正恩', [0, 5]],
    ['in Arabic', 'كيم', 'كيم وكيم كيم', [0, 9]],
    ['in Cyrillic', 'Ким', 'Ким Кимов Ким', [0, 10]],
    ['of no words', '', 'abc', []],
  ])('%s', (_, words, text, starts) => {
    expect(placesOf(words, text).map(({ start }) => start)).toEqual(starts);
    for (const { start, end } of placesOf(words, text)) expect(text.slice(start, end)).toBe(words);
  });
});

const text = 'Talks\n\nKim spoke. Mr Kim left. Kim came back, and he slept; he woke. Kim saw Kim.';
const sample = () =>
  new TaggedSample(text)
    .entity('Kim')
    .tag('kim', 'source', 'Kim', { entity: 'Kim', kind: 'person', naming: 'named' })
    .tag('mister', 'source', 'Mr Kim')
    .tag('claim', 'claim', 'Kim saw Kim', { kind: 'event', status: 'refuted' })
    .tag('he', 'source', 'he', { entity: 'Kim', kind: 'person', naming: 'pronoun' });
const hash = (of: TaggedSample) => of.annotation('kim').text;
const open = (of: TaggedSample, name: string) => {
  const { set } = of.annotation(name);
  return sameWords(of.annotation(name), text, annotationsInOrder(of.project, hash(of), set));
};

describe('the same words', () => {
  it('are found outside every tag of that type', () => {
    const made = sample();
    expect(open(made, 'kim').map(({ start }) => start)).toEqual([
      text.indexOf('Kim came'),
      text.indexOf('Kim saw'),
      text.lastIndexOf('Kim'),
    ]);
  });

  it('of a tag in parts are not looked for', () => {
    const made = sample().tag('parts', 'source', ['Talks', 'spoke']);
    expect(open(made, 'parts')).toEqual([]);
  });

  it('that were ticked are tagged as the tag is, kind and naming proposed', () => {
    const made = sample();
    const [, ...ticked] = open(made, 'kim');
    const patch = tagSameWords(
      made.project,
      { annotation: made.id('kim'), places: [{ text: hash(made), stretches: ticked }] },
      made.context,
    );
    expect(patch).toHaveLength(2);
    const after = checkPatch(made.project, patch);
    for (const { id } of patch) {
      expect(after.annotations.get(id)).toMatchObject({
        type: 'source',
        attributes: { entity: 'Kim', kind: 'person', naming: 'named' },
        suggested: ['kind', 'naming'],
        origin: 'manual',
      });
    }
  });

  it('of a pronoun are nobody yet', () => {
    const made = sample();
    const places = [{ text: hash(made), stretches: open(made, 'he') }];
    const [added] = tagSameWords(made.project, { annotation: made.id('he'), places }, made.context);
    expect(added?.after).toMatchObject({ attributes: { kind: 'person', naming: 'pronoun' } });
    expect(added?.after).not.toHaveProperty('attributes.entity');
  });

  it('of a claim get nothing of its status', () => {
    const again = new TaggedSample('Talks\n\nAll is well. All is well.').tag('claim', 'claim', 'All is well', {
      kind: 'event',
      status: 'refuted',
    });
    const claim = again.annotation('claim');
    const stretches = sameWords(claim, again.text, [claim]);
    const [added] = tagSameWords(again.project, { annotation: claim.id, places: [{ text: claim.text, stretches }] }, again.context);
    expect(added?.after).toMatchObject({ type: 'claim', attributes: {} });
  });

  it('are not tagged twice, nor where other words stand', () => {
    const made = sample();
    const wrong = [made.at('Mr Kim'), made.at('spoke'), made.at('Kim')];
    const places = [{ text: hash(made), stretches: wrong }];
    expect(tagSameWords(made.project, { annotation: made.id('kim'), places }, made.context)).toEqual([]);
  });
});
