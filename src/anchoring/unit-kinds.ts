/** What one UTF-16 unit is to the comparison of texts. A `joiner` belongs to what stands before it; `foldable` units have a second spelling. */
export const unitKind = {
  symbol: 0,
  space: 1,
  letter: 2,
  digit: 3,
  ideograph: 4,
  invisible: 5,
  joiner: 6,
  pair: 7,
  foldable: 8,
} as const;

// Later rows win. Overriding marks (U+202D, U+202E) are left visible: they change what is read.
const rows: readonly (readonly [keyof typeof unitKind, RegExp])[] = [
  ['space', /[\s\u0085]+/gu],
  ['letter', /\p{L}+/gu],
  ['digit', /\p{N}+/gu],
  ['ideograph', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu],
  ['joiner', /[\p{M}\u200c\u200d]+/gu],
  ['invisible', /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202c\u2060\u2066-\u2069\ufeff]+/gu],
  ['foldable', /['"`‘’‚‛‹›′“”„‟«»″＂\u2010\u2011…ĳĲŉ\ufb00-\ufb4f\ufb50-\ufd3d\ufd50-\ufdfc\ufe70-\ufefc]+/gu],
];

let kinds: Uint8Array | null = null;

/** The kind of every UTF-16 unit, by its number. Made once. */
export function unitKinds(): Uint8Array {
  if (kinds) return kinds;
  const made = new Uint8Array(0x10000).fill(unitKind.pair, 0xd800, 0xe000);
  const below = Array.from({ length: 0xd800 }, (_, unit) => String.fromCharCode(unit)).join('');
  const above = Array.from({ length: 0x2000 }, (_, unit) => String.fromCharCode(0xe000 + unit)).join('');
  for (const [kind, pattern] of rows) {
    for (const { 0: run, index } of below.matchAll(pattern)) made.fill(unitKind[kind], index, index + run.length);
    for (const { 0: run, index } of above.matchAll(pattern)) made.fill(unitKind[kind], 0xe000 + index, 0xe000 + index + run.length);
  }
  kinds = made;
  return made;
}
