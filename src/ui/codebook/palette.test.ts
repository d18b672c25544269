import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TagType } from '../../model/codebooks/codebook.ts';
import { contrast, type Scheme, schemes, surfaces } from '../../model/codebooks/colours.ts';
import { newsroomCore } from '../../model/codebooks/newsroom-core.ts';
import { evidence } from '../../testing/changed-codebook.ts';
import { difference, eyes } from '../../testing/colour-vision.ts';
import { lineImage, typeStyles } from './type-styles.ts';

const ui = join(import.meta.dirname, '..');
const css = (path: string) => readFileSync(join(ui, path), 'utf8');
const [tokens, marks, signs] = [css('tokens.css'), css('reader/marks.module.css'), css('reader/signs.css')];

/** The two values of a token, light and dark. */
function token(name: string): Readonly<Record<Scheme, string>> {
  const [, light = '', dark = ''] = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`, 'u').exec(tokens) ?? [];
  return { light, dark };
}

const { types } = newsroomCore;
const pairs = <T>(items: readonly T[]): [T, T][] => items.flatMap((one, at) => items.slice(at + 1).map((other): [T, T] => [one, other]));

/** Every stack of one to so many tags, the order of lanes included. */
function stacks(of: readonly TagType[], most: number): (readonly TagType[])[] {
  if (most === 0) return [];
  const shorter = stacks(of, most - 1);
  return [...of.map((type) => [type]), ...shorter.flatMap((stack) => of.map((type) => [...stack, type]))];
}

interface Drawn {
  /** What may lie behind the words. */
  readonly grounds: readonly string[];
  /** A line, and what lies on either side of it. */
  readonly edges: readonly { readonly line: string; readonly ground: string }[];
}

/**
 * A stack of tags as `marks.module.css` draws it: lines in lanes below the words, a source's also around them, and never more
 * than one tint, that of the selected tag, over the whole box; or that of the hovered one, painted over the words; or the cursor.
 */
function drawn(stack: readonly TagType[], scheme: Scheme): Drawn {
  const { paper } = surfaces[scheme];
  const tints = stack.map(({ colour }) => colour[scheme].tint);
  const grounds = [paper, ...tints, token('selection')[scheme]];
  const lines = stack.map(({ colour }) => colour[scheme].line);
  const edges = lines.flatMap((line) => [paper, ...tints].map((ground) => ({ line, ground })));
  return { grounds, edges: [...edges, { line: token('unrelated')[scheme], ground: paper }] };
}

/** The least contrast of words, in ink and muted, and of lines over all stacks. */
function least(of: readonly TagType[]): { readonly words: number; readonly lines: number } {
  const all = schemes.flatMap((scheme) => stacks(of, 4).map((stack) => ({ scheme, ...drawn(stack, scheme) })));
  const words = all.flatMap(({ scheme, grounds }) =>
    grounds.flatMap((ground) => ['ink', 'muted'].map((name) => contrast(token(name)[scheme], ground))),
  );
  const lines = all.flatMap(({ edges }) => edges.map(({ line, ground }) => contrast(line, ground)));
  return { words: Math.min(...words), lines: Math.min(...lines) };
}

const recoloured = (colour: Partial<TagType['colour']>): TagType[] =>
  types.map((type) => ({ ...type, colour: { ...type.colour, ...colour } }));

describe('every stack of up to four tags, light and dark', () => {
  it('has words of at least 4.5:1 and lines of at least 3:1', () => {
    expect(stacks(types, 4)).toHaveLength(3 + 9 + 27 + 81);
    const { words, lines } = least(types);
    expect(words).toBeGreaterThanOrEqual(4.5);
    expect(lines).toBeGreaterThanOrEqual(3);
  });

  it('would be found out: words by a strong tint, lines by a faint colour', () => {
    expect(least(recoloured({ light: { line: '#5a2000', tint: '#c98a4a' } })).words).toBeLessThan(4.5);
    expect(least(recoloured({ dark: { line: '#6a5a4a', tint: '#0a0a0a' } })).lines).toBeLessThan(3);
  });

  it('would be found out: bylines under the cursor, as they once were in the dark', () => {
    expect(contrast(token('muted').dark, '#3a3570')).toBeLessThan(4.5);
  });

  it('is drawn as it is counted here', () => {
    // One ground at a time, always whole: nothing is blended.
    const grounds = [...marks.matchAll(/background-color: ([^;]+);/gu)].map(([, value]) => value);
    expect(grounds).toEqual(['transparent', 'var(--claim-tint)', 'var(--quote-tint)', 'var(--source-tint)', 'Canvas', 'Canvas']);
    expect(marks).not.toMatch(/opacity|mix-blend|filter|box-shadow/u);
    const painted = [...tokens.matchAll(/::highlight\((hover-(?!ends)[a-z]+|cursor)\) \{\s*background-color: ([^;]+);/gu)];
    expect(painted.map(([, name, value]) => `${name} ${value}`)).toEqual([
      'cursor var(--selection)',
      'hover-claim var(--claim-tint)',
      'hover-quote var(--quote-tint)',
      'hover-source var(--source-tint)',
    ]);
  });
});

// Four times what is just noticed: lines are 2 px thin, and colours look paler the smaller they are.
const clear = 10;

/** The two types that look most alike to any eye, and how far apart they are. */
function nearest(of: readonly TagType[]): number {
  const all = schemes.flatMap((scheme) =>
    eyes.flatMap((eye) => pairs(of).map(([one, other]) => difference(one.colour[scheme].line, other.colour[scheme].line, eye))),
  );
  return Math.min(...all);
}

describe('the palette', () => {
  it('is told apart by eyes of all kinds', () => {
    expect(nearest(types)).toBeGreaterThanOrEqual(clear);
  });

  it('would be found out: red and green of one lightness', () => {
    const [claim, quote, source] = types;
    const like = (type: TagType | undefined, line: string): TagType[] =>
      type ? [{ ...type, colour: { light: { ...type.colour.light, line }, dark: { ...type.colour.dark, line } } }] : [];
    const alike = [...like(claim, '#a05a2c'), ...like(source, '#6b7a2c'), ...(quote ? [quote] : [])];
    const lines = alike.map(({ colour }) => colour.light.line);
    expect(difference(lines[0] ?? '', lines[1] ?? '', 'all cones')).toBeGreaterThan(clear);
    expect(nearest(alike)).toBeLessThan(clear);
  });

  it('simulates eyes: greys stay what they are, and the red that is missing is dark', () => {
    for (const eye of eyes) expect(difference('#808080', '#808080', eye)).toBe(0);
    for (const eye of eyes) expect(difference('#000000', '#ffffff', eye)).toBeCloseTo(100, 0);
    expect(difference('#ff0000', '#000000', 'protanopia')).toBeLessThan(0.6 * difference('#ff0000', '#000000', 'all cones'));
  });
});

/** How a type is recognised without any colour: by the picture of its line, a box being on all sides, and by its letter. */
const looks = ({ line, letter }: TagType): readonly [string, string] => [
  `${lineImage(line, '#000')}${line === 'box' ? ' around' : ''}`,
  letter,
];
const toldApart = (of: readonly TagType[]): boolean =>
  pairs(of.map(looks)).every(([one, other]) => one[0] !== other[0] && one[1] !== other[1]);

describe('without colour', () => {
  it('each type has a line and a letter of its own, a fourth type too', () => {
    expect(toldApart(types)).toBe(true);
    expect(toldApart([...types, evidence])).toBe(true);
  });

  it('would be found out: two of one line, or of one letter', () => {
    expect(toldApart([...types, { ...evidence, line: 'dashed' }])).toBe(false);
    expect(toldApart([...types, { ...evidence, letter: 'Q' }])).toBe(false);
  });
});

describe('what is drawn comes from the codebook', () => {
  const plain = (text: string) =>
    decodeURIComponent(text.replaceAll('%27', "'")).replaceAll(/&#(\d+);/gu, (_, code) => String.fromCodePoint(Number(code)));
  const sheet = plain(typeStyles(newsroomCore)).toLowerCase();

  it('and for the default one it is what the fixed style sheets say until it is read', () => {
    for (const scheme of schemes) {
      for (const name of ['paper', 'panel', 'ink', 'muted'] as const) expect(token(name)[scheme]).toBe(surfaces[scheme][name]);
      for (const { id, colour } of types) {
        expect(token(id)[scheme]).toBe(colour[scheme].line.toLowerCase());
        expect(token(`${id}-tint`)[scheme]).toBe(colour[scheme].tint.toLowerCase());
      }
    }
    const fixed = [
      ...plain(signs)
        .toLowerCase()
        .matchAll(/--(?:letter|chip)-[a-z]+: url\("[^"]+"\);/gu),
    ].map(([sign]) => sign);
    expect(fixed).toHaveLength(12);
    for (const sign of fixed) expect(sheet).toContain(sign);
    for (const [, id, image = ''] of marks.matchAll(/--line-([a-z]+): ([^;]+);/gu)) expect(sheet).toContain(`--line-${id}: ${image};`);
  });

  it('and leaves out what would be more than a colour', () => {
    const hostile = { ...evidence, colour: { ...evidence.colour, light: { line: '#fff;} * {display:none', tint: '#ffffff' } } };
    const sheetOf = (type: TagType) => typeStyles({ ...newsroomCore, types: [...types, type] });
    expect(sheetOf(hostile)).toBe(typeStyles(newsroomCore));
    expect(sheetOf({ ...evidence, id: 'x]{}' })).toBe(typeStyles(newsroomCore));
    expect(sheetOf(evidence)).toContain('--evidence: light-dark(#6b4fa0, #b9a2e8)');
    expect(sheetOf({ ...evidence, letter: '<' })).not.toContain('%3E%3C%3C');
  });
});
