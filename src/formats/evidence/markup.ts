/** A piece of HTML that is safe to show: made by `markup` only. */
export class Markup {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

type Part = Markup | string | number | readonly Markup[];

/** HTML in which every word that comes from outside is escaped, and every control character can be seen. */
export function markup(fixed: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(fixed.map((piece, at) => piece + sourceOf(parts[at] ?? '')).join(''));
}

function sourceOf(part: Part): string {
  if (part instanceof Markup) return part.source;
  return typeof part === 'object' ? part.map(({ source }) => source).join('') : escaped(String(part));
}

const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

// Pictures of C0 controls stand in the same order from U+2400 on. A CR as such would become a line feed.
const escaped = (words: string): string =>
  words
    .toWellFormed()
    .replaceAll(/[&<>"']/gu, (sign) => named[sign] ?? '')
    .replaceAll('\r', '&#13;')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    .replaceAll(/[\0-\x08\v\f\x0e-\x1f]/gu, (sign) => String.fromCharCode(0x2400 + sign.charCodeAt(0)))
    .replaceAll('\x7f', '\u2421')
    .replaceAll(/[\x80-\x9f]/gu, '\ufffd');
