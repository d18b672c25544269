import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical.ts';

const flat = (value: unknown) => canonicalJson(value).replaceAll(/\s*\n\s*/g, '');

describe('canonical JSON', () => {
  it.each<readonly [string, unknown, string]>([
    ['members sorted by UTF-16 units', { b: 1, a: 2, '\u{10000}': 3, '\uffff': 4 }, '{"a": 2,"b": 1,"\u{10000}": 3,"\uffff": 4}'],
    ['members that are absent left out', { a: undefined, b: null }, '{"b": null}'],
    ['numbers as ECMAScript writes them', [0, -0, 1e21, 1e-7, 0.1], '[0,0,1e+21,1e-7,0.1]'],
    ['control characters escaped, others not', '\u0000\b\t\n\f\r"\\/é\u2028', '"\\u0000\\b\\t\\n\\f\\r\\"\\\\/é\u2028"'],
    ['empty lists and objects', { a: [], b: {} }, '{"a": [],"b": {}}'],
  ])('%s', (_, value, expected) => {
    expect(flat(value)).toBe(expected);
  });

  it.each<readonly [string, unknown]>([
    ['NaN', Number.NaN],
    ['infinity', [Number.POSITIVE_INFINITY]],
    ['half a surrogate pair', '\ud83d'],
    ['half a surrogate pair in a name', { '\ude00': 1 }],
    ['an absent item', [undefined]],
    ['a function', { a: () => 0 }],
  ])('refuses %s', (_, value) => {
    expect(() => canonicalJson(value)).toThrow();
  });

  it('parses back to the same', () => {
    const value = { z: [1, { y: 'ü' }], a: null };
    expect(JSON.parse(canonicalJson(value))).toEqual(value);
  });
});
