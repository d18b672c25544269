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

  it.each<readonly [string, string]>([
    ['numbers', '{"10": 1, "9": 2, "a": 3}'],
    ['the prototype', '{"__proto__": {"b": 1, "a": 2}, "a": [{}, []]}'],
  ])('sorts names like %s as it sorts others, wherever they stand', (_, json) => {
    const value: unknown = JSON.parse(json);
    const names = Object.keys(value as object).sort();
    const written = canonicalJson([{ z: value }]);
    expect([...written.matchAll(/^ {3}"(.+)": /gmu)].map(([, name]) => name)).toEqual(names);
    expect(JSON.parse(written)).toEqual([{ z: value }]);
  });

  it('lays out quick and unruly names alike', () => {
    const value = { b: [1, { y: 'ü', x: [] }], a: {}, c: 'end' };
    expect(canonicalJson({ ...value, '0': null })).toBe(canonicalJson(value).replace('{\n', '{\n "0": null,\n'));
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
