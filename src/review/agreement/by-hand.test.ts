import { describe, expect, it } from 'vitest';
import { caseMeasures } from './cases.ts';

const rows = (...codes: readonly string[]) => ({
  rows: codes.map((pair) => ({ values: [...pair].map((code) => (code === '.' ? null : code)) })),
});
const numbers = (...codes: readonly (readonly (number | null)[])[]) => ({ rows: codes.map((values) => ({ values })) });
/** Units as `coder start end category`. */
const units = (length: number, ...words: readonly string[]) => ({
  ...{ begin: 0, length, coders: 2 },
  units: words.map((word) => {
    const [coder = '', start = '', end = '', category = ''] = word.split(' ');
    return { coder: Number(coder), start: Number(start), end: Number(end), category };
  }),
});
const named = ({ units: list }: ReturnType<typeof units>, weights: object) => ({
  units: list.map((unit) => ({ ...unit, coder: String(unit.coder) })),
  ...{ alpha: 1, beta: 1, deltaEmpty: 1 },
  ...weights,
});
const spans = (gold: readonly string[], pred: readonly string[]) => {
  const spanOf = (word: string) => {
    const [start = '', end = '', label = ''] = word.split(' ');
    return { start: Number(start), end: Number(end), label };
  };
  return { gold: gold.map(spanOf), pred: pred.map(spanOf) };
};
const score = (counts: string, precision: number | null, recall: number | null, f1: number) => {
  const [correct, incorrect, partial, missed, spurious] = counts.split(' ').map(Number);
  return { correct, incorrect, partial, missed, spurious, precision, recall, f1 };
};

// Each is worked out on paper; the sum stands beside it.
const cases: readonly (readonly [string, string, object, unknown])[] = [
  ['percentage', '3 of 4', rows('aa', 'bb', 'aa', 'ab'), 3 / 4],
  ['percentage', 'of three coders, (1 + 1/3) / 2', rows('aaa', 'aab'), 2 / 3],
  ['percentage', 'without what one coder alone has said', rows('aa', 'a.', '.b'), 1],
  ['percentage', 'of nothing', rows(), null],
  ['bennett-s', '(3/4 − 1/2) / (1/2)', rows('aa', 'bb', 'aa', 'ab'), 1 / 2],
  ['bennett-s', 'one value', rows('aa', 'aa'), null],
  ['bennett-s', 'three coders', rows('aab'), null],
  // Given: a 5, b 3 of 8; by chance 34/64; (3/4 − 34/64) / (30/64).
  ['scott-pi', '14/30', rows('aa', 'bb', 'aa', 'ab'), 14 / 30],
  ['scott-pi', 'one value', rows('aa'), null],
  // By chance 3/4·2/4 + 1/4·2/4 = 1/2.
  ['cohen-kappa', '(3/4 − 1/2) / (1/2)', rows('aa', 'bb', 'aa', 'ab'), 1 / 2],
  ['cohen-kappa', 'that never agree: (0 − 1/2) / (1/2)', rows('ab', 'ba'), -1],
  ['cohen-kappa', 'that each know one value: by chance 0', rows('ab', 'ab'), 0],
  // Observed 2/3, given a 5/6: by chance 26/36; (24 − 26) / (36 − 26).
  ['fleiss-kappa', '−1/5', rows('aaa', 'aab'), -1 / 5],
  ['fleiss-kappa', 'with a value missing', rows('aaa', 'a.b'), null],
  ['fleiss-kappa', 'one value', rows('aaa'), null],
  // π a 5/8, b 3/8: by chance 2 · 15/64 = 30/64; (48 − 30) / (64 − 30).
  ['gwet-ac1', '18/34', rows('aa', 'bb', 'aa', 'ab'), 18 / 34],
  ['gwet-ac1', 'one value', rows('aa'), null],
  // Observed 2 of 8 ordered pairs differ; expected 2·5·3 of 56.
  ['krippendorff-alpha-nominal', '1 − (2/8) / (30/56)', rows('aa', 'bb', 'aa', 'ab'), 1 - 2 / 8 / (30 / 56)],
  ['krippendorff-alpha-nominal', 'one value', rows('aa'), null],
  ['krippendorff-alpha-nominal', 'nobody twice', rows('a.', '.b'), null],
  // Totals 1: 1, 2: 2, 3: 1. Distances 1–2 1.5² = 2.25, 2–3 2.25, 1–3 3² = 9. Observed 2·2.25·2/4, expected 2(2·2.25·2 + 9)/12.
  ['krippendorff-alpha-ordinal', '1 − 2.25/3', numbers([1, 2], [2, 3]), 1 - 2.25 / 3],
  ['krippendorff-alpha-ordinal', 'words in an order given', { ...rows('lm', 'mh'), order: ['l', 'm', 'h'] }, 1 - 2.25 / 3],
  ['krippendorff-alpha-ordinal', 'words in no order', rows('lm', 'mh'), null],
  // Observed (1 + 1)·2/4 = 1, expected 2(2·1 + 2·1 + 4)/12.
  ['krippendorff-alpha-interval', '1 − 1/(16/12)', numbers([1, 2], [2, 3]), 1 - 12 / 16],
  ['krippendorff-alpha-interval', 'words', rows('ab', 'ba'), null],
  // Distances 1–3 (2/4)², observed 2·¼/4 for the one unit apart; values 1, 3, 3, 3: expected 2·3·¼/12.
  ['krippendorff-alpha-ratio', '1 − (1/8) / (1/8)', numbers([1, 3], [3, 3]), 0],
  ['krippendorff-alpha-ratio', 'below nothing', numbers([-1, 3], [3, 3]), null],
  ['krippendorff-alpha-ratio', 'nothing and something: both (1)² apart', numbers([0, 0], [0, 2]), 0],
  // Two units of 2 on 4 places, shifted by 1: 2·(1 + 1)/(2·16). By chance units meet 2·(1·(16 − 12 + 2)/3) = 4, gaps (1, 1 and 2): 2·4·1 = 8; 2/4·12/(8·7 − 4).
  ['alpha-u', '1 − (1/8) / (6/52)', units(4, '0 0 2 a', '1 1 3 a'), 1 - 1 / 8 / (6 / 52)],
  ['alpha-u', 'without units', units(4), null],
  ['alpha-u', 'a unit beside the continuum', units(4, '0 3 5 a', '1 0 1 a'), null],
  ['alpha-u', 'units of one category that overlap', units(4, '0 0 2 a', '0 1 3 a', '1 0 1 a'), null],
  ['alpha-u-category', 'the same of one category', { ...units(4, '0 0 2 a', '1 1 3 a', '1 0 4 b'), category: 'a' }, 1 - 1 / 8 / (6 / 52)],
  ['alpha-u-category', 'a category nobody gave', { ...units(4, '0 0 2 a'), category: 'z' }, null],
  // Observed: units 1, gaps 1, apart 2 of 4, each twice: 8. Own lengths: units 4 + 4, gaps 2 + 2, so 64 − 12 = 52; apart 8·2·16/52.
  ['u-alpha', '1 − 4 / (256/52)', units(4, '0 0 2 a', '1 1 3 a'), 1 - 4 / (256 / 52)],
  ['u-alpha', 'nested units', units(4, '0 0 3 a', '0 1 2 b', '1 0 3 a'), null],
  ['u-alpha', 'crossing units', units(4, '0 0 2 a', '0 1 3 b', '1 0 3 a'), null],
  ['bar-u-alpha', 'the same with one category', units(4, '0 0 2 a', '1 1 3 a'), 1 - 4 / (256 / 52)],
  ['bar-u-alpha', 'no gaps', units(2, '0 0 2 a', '1 0 1 a', '1 1 2 b'), null],
  // Met: aa 2, ab 1, bb 2, each twice: 10, a 5, b 5. Units meet all of themselves: 9 + 4 + 4 + 9 = 26; 10 − 2.6. Same by chance 2·(25 − 13)/7.4.
  ['cu-alpha', '1 − 2 / (10 − 24/7.4)', units(5, '0 0 3 a', '0 3 5 b', '1 0 2 a', '1 2 5 b'), 1 - 2 / (10 - 24 / 7.4)],
  ['cu-alpha', 'that never meet', units(5, '0 0 2 a', '1 2 5 b'), null],
  ['cu-alpha', 'one category', units(5, '0 0 2 a', '1 1 5 a'), null],
  // By chance a: a–a 12/7.4, a–b 25/7.4.
  ['ku-alpha', '1 − (1/5) / (25/37)', { ...units(5, '0 0 3 a', '0 3 5 b', '1 0 2 a', '1 2 5 b'), category: 'a' }, 1 - 1 / 5 / (25 / 37)],
  ['ku-alpha', 'a category that meets nothing', { ...units(5, '0 0 2 a', '1 2 5 b'), category: 'a' }, null],
  // Met by three coders: a–c 7, a–b 1, each by half of the others, so a 4 of 8; a meets all of itself, 8² / 2 = 4 · 8: by chance 0. Found at random.
  [
    'ku-alpha',
    'a unit that could meet nothing else',
    { ...units(40, '0 14 29 a', '2 21 28 c', '2 28 30 b'), coders: 3, category: 'a' },
    null,
  ],
  // Shift (1 + 1)/(2 + 2) squared, two units of two coders: ¼·2/2.
  ['gamma-best-alignment-disorder', '¼', named(units(4, '0 0 2 a', '1 1 3 a'), {}), 1 / 4],
  ['gamma-best-alignment-disorder', 'one alone: (0 + 1) / 1.5', named(units(9, '0 0 2 a', '1 0 2 a', '1 6 9 a'), {}), 2 / 3],
  ['gamma-best-alignment-disorder', 'category apart by half', named(units(4, '0 0 2 a', '1 0 2 b'), { beta: 0.5 }), 1 / 2],
  ['gamma-best-alignment-disorder', 'one coder', named(units(4, '0 0 2 a'), {}), null],
  ['gamma', 'the same twice', named(units(20, '0 0 2 a', '0 9 14 b', '1 0 2 a', '1 9 14 b'), {}), 1],
  ['gamma', 'nobody', named(units(4), {}), null],
  ['span-f1-strict', 'edges and label', spans(['0 4 a', '5 9 b'], ['0 4 a', '5 9 c']), score('1 1 0 0 0', 1 / 2, 1 / 2, 1 / 2)],
  ['span-f1-exact', 'edges alone', spans(['0 4 a', '5 9 b'], ['0 4 a', '5 8 b']), score('1 1 0 0 0', 1 / 2, 1 / 2, 1 / 2)],
  ['span-f1-partial', 'half for overlap', spans(['0 4 a'], ['3 9 b', '20 22 a']), score('0 0 1 0 1', 1 / 4, 1 / 2, 1 / 3)],
  ['span-f1-type', 'label alone', spans(['0 4 a', '20 24 a'], ['3 9 a']), score('1 0 0 1 0', 1, 1 / 2, 2 / 3)],
  ['span-f1-strict', 'paired by the best, not by the first', spans(['0 9 a', '2 5 a'], ['2 5 a', '0 9 a']), score('2 0 0 0 0', 1, 1, 1)],
  ['span-f1-strict', 'nothing given', spans(['0 4 a'], []), score('0 0 0 1 0', null, 0, 0)],
  ['span-f1-strict', 'nothing at all', spans([], []), null],
  // One of two boundaries stays, one moves by one place: 1 − ½/2.
  ['boundary-similarity', '3/4', { a: [2, 3, 6], b: [2, 2, 7], nt: 2 }, 3 / 4],
  ['boundary-similarity', 'moved by two where one is allowed', { a: [3, 3], b: [1, 5], nt: 2 }, 0],
  ['boundary-similarity', 'no boundaries', { a: [6], b: [6], nt: 2 }, null],
  ['boundary-similarity', 'of two texts', { a: [6], b: [3, 4], nt: 2 }, null],
  // Windows 01/00, 10/01, 00/10: only the first and the last differ in number.
  ['windowdiff', '2/3', { a: '0100', b: '0010', k: 2 }, 2 / 3],
  ['windowdiff', 'of two texts', { a: '0100', b: '001', k: 2 }, null],
  ['windowdiff', 'too wide a window', { a: '01', b: '01', k: 3 }, null],
];

describe('by hand', () => {
  it.each(cases)('%s: %s', (measure, _, input, expected) => {
    const known = caseMeasures[measure];
    const { value, ...rest } = known?.measure(known.input.parse(input)) ?? { value: undefined };
    if (typeof expected === 'number') expect(value).toBeCloseTo(expected, 12);
    else if (expected !== null) expect(value).toEqual(expected);
    else expect({ value, ...rest }).toEqual({ value: null, reason: expect.stringMatching(/\w/u) });
  });

  it('every measure has a case', () => {
    expect([...new Set(cases.map(([measure]) => measure))].sort()).toEqual(Object.keys(caseMeasures).sort());
  });
});
