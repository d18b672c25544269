import type { Codebook, TagType } from '../../model/codebooks/codebook.ts';
import { isColour, type Scheme, surfaces } from '../../model/codebooks/colours.ts';

/**
 * The style sheet of a codebook's types: their colours, lines, letters and tints, light and dark. What `tokens.css`,
 * `signs.css` and `marks.module.css` say of the three types every codebook has stands until it comes, and is the same for the
 * default codebook. Types whose id or colours are none, as an imported codebook may have them, are left out.
 */
export function typeStyles({ types }: Codebook): string {
  const sound = types.filter(isSound);
  const own = sound.filter(({ id }) => !['claim', 'quote', 'source'].includes(id));
  return [
    `:root {${sound.map(colours).join('')}${sound.map((type) => signs(type, 'light')).join('')}}`,
    `@media (prefers-color-scheme: dark) { :root {${sound.map((type) => signs(type, 'dark')).join('')}} }`,
    // More than one attribute, so that it counts for more than the rules of the marks.
    `mark[data-annotation] {${sound.map((type) => `--line-${type.id}: ${lineImage(type.line, `var(--${type.id})`)};`).join('')}}`,
    ...own.map(ownRules),
  ].join('\n');
}

const isSound = ({ id, letter, colour: { light, dark } }: TagType): boolean =>
  /^[a-z][a-z0-9-]*$/u.test(id) && [...letter].length === 1 && [light.line, light.tint, dark.line, dark.tint].every(isColour);

const colours = ({ id, colour: { light, dark } }: TagType): string =>
  `--${id}: light-dark(${light.line}, ${dark.line});--${id}-tint: light-dark(${light.tint}, ${dark.tint});`;

/** A line of 2 px as a picture that fills its lane; in grey too, no two are alike. A box is a solid line on all sides. */
export function lineImage(line: TagType['line'], colour: string): string {
  if (line === 'dashed') return `repeating-linear-gradient(90deg, ${colour} 0 6px, transparent 6px 9px)`;
  if (line === 'dotted') return `repeating-linear-gradient(90deg, ${colour} 0 2px, transparent 2px 4px)`;
  return `linear-gradient(${colour}, ${colour})`;
}

/** The letter at the beginning of a mark, on paper and, when selected, on its colour: pictures, as in `signs.css`. */
function signs({ id, letter, colour }: TagType, scheme: Scheme): string {
  const { paper } = surfaces[scheme];
  const { line } = colour[scheme];
  const words = `font-family='Inter,Noto Sans,sans-serif' font-weight='700' font-size='9'`;
  const ground = `<path fill='${paper}' d='M0 0h9v9H0z'/><text x='0.5' y='8' ${words} fill='${line}'>${escaped(letter)}</text>`;
  const filled = `<rect width='9' height='9' rx='2' fill='${line}'/><text x='4.5' y='7.7' text-anchor='middle' ${words} fill='${paper}'>${escaped(letter)}</text>`;
  return `--letter-${id}: ${picture(ground)};--chip-${id}: ${picture(filled)};`;
}

const escaped = (letter: string): string => `&#${letter.codePointAt(0)};`;

const picture = (inside: string): string =>
  `url("data:image/svg+xml,${encodeURIComponent(`<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>${inside}</svg>`).replaceAll("'", '%27')}")`;

/** What the other style sheets say of claims, quotes and sources, for a type they do not know. */
function ownRules({ id, line }: TagType): string {
  const mark = `mark[data-annotation]`;
  return `
[data-type="${id}"] > .chip, .chip[data-type="${id}"] { color: var(--${id}); border-style: ${line}; }
::highlight(hover-${id}) { background-color: var(--${id}-tint); }
@media not (forced-colors: active) { ${mark}[data-selected="${id}"] { background-color: var(--${id}-tint); } }
[data-selecting] ${mark}:not([data-related]) { --${id}: var(--unrelated); }
@media (forced-colors: active) { ${mark} { --${id}: CanvasText; } }
@media print { ${mark} { --${id}: #000; } }`;
}
