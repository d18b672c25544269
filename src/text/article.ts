import { articleDate } from './article-date.ts';
import { agencyIn, bylineIn } from './byline.ts';
import { isSiteChrome, publisherInChrome } from './chrome.ts';
import { detectLanguage, directionOf } from './language.ts';
import type { Stretch } from './stretch.ts';
import type { ParsedZone, ZoneKind } from './zone.ts';

/** What the rules found in an article; null where they found nothing. `confidence` is 0 to 1 for each part found. */
export interface ParsedArticle {
  readonly title: string | null;
  readonly byline: string | null;
  readonly bylineKind: 'person' | 'agency' | null;
  readonly publisher: string | null;
  readonly publisherInferred: boolean;
  readonly date: string | null;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly zones: readonly ParsedZone[];
  readonly confidence: Readonly<Record<string, number>>;
}

interface Line extends Stretch {
  readonly words: string;
  /** True when only blank lines, or nothing, stand before it. */
  readonly afterBlank: boolean;
}

/** Finds metadata and zones (UTF-16 units of the untouched text). A line that no rule knows is a paragraph; none is lost. Never throws. */
export function parseArticle(text: string): ParsedArticle {
  const language = detectLanguage(text);
  const parser = new Parser(linesOf(text));
  const { zones, ...found } = parser.parse();
  return { ...found, language, direction: directionOf(language), zones };
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let afterBlank = true;
  for (const { 0: line, index } of text.matchAll(/[^\r\n\u2028\u2029]+/gu)) {
    const before = text.slice(lines.at(-1)?.end ?? 0, index);
    const words = line.trim();
    if (words === '') continue;
    const start = index + line.length - line.trimStart().length;
    afterBlank = lines.length === 0 || (before.match(/\r\n|[\r\n\u2028\u2029]/gu)?.length ?? 0) > 1;
    lines.push({ start, end: start + words.length, words, afterBlank });
  }
  return lines;
}

class Parser {
  readonly #zones: ParsedZone[] = [];
  readonly #confidence: Record<string, number> = {};
  readonly #lines: Line[];
  #date: string | null = null;
  #publisher: string | null = null;
  #title: string | null = null;
  #byline: string | null = null;

  constructor(lines: Line[]) {
    this.#lines = lines;
  }

  parse() {
    this.#head();
    this.#headline();
    this.#underHeadline();
    this.#body();
    const bylineKind = this.#byline === null ? null : agencyIn(this.#byline) ? ('agency' as const) : ('person' as const);
    return {
      title: this.#title,
      byline: this.#byline,
      bylineKind,
      publisher: this.#publisher,
      publisherInferred: this.#publisher !== null,
      date: this.#date,
      zones: this.#zones,
      confidence: this.#confidence,
    };
  }

  /** Machine-written metadata and site chrome before the headline. */
  #head(): void {
    for (let line = this.#lines[0]; line; line = this.#lines[0]) {
      const written = /^date:? (\d{4}-\d\d-\d\d)/iu.exec(line.words);
      if (written?.[1]) this.#metadataLine(line, written[0].length, written[1]);
      else if (isSiteChrome(line.words)) this.#chrome(line);
      else if (this.#lines.length > 1 && this.#dateLine(line)) continue;
      else return;
      this.#lines.shift();
    }
  }

  #metadataLine(line: Line, length: number, date: string): void {
    this.#dateFound(date, 1);
    this.#add('metadata', { start: line.start, end: line.start + length });
    const rest = line.words.slice(length);
    const words = rest.trimStart();
    if (words === '') return;
    const start = line.start + length + rest.length - words.length;
    const after: Line = { start, end: line.end, words, afterBlank: false };
    if (isSiteChrome(words)) this.#chrome(after);
    else this.#add('metadata', after);
  }

  #chrome(line: Line): void {
    this.#add('site-chrome', line);
    const publisher = publisherInChrome(line.words);
    if (publisher === null || this.#publisher !== null) return;
    this.#publisher = publisher;
    this.#confidence.publisher = 0.7;
  }

  #headline(): void {
    const line = this.#lines[0];
    // One long paragraph alone is a text without a headline.
    if (!line || (this.#lines.length === 1 && /[.!?。]$/u.test(line.words)) || line.words.length > 300) return;
    this.#lines.shift();
    this.#title = line.words.replace(/^#+\s*/u, '');
    this.#confidence.title = /[.。]$/u.test(line.words) ? 0.6 : 0.9;
    this.#add('headline', line);
  }

  /** Byline, date line, caption and credit: what stands between the headline and the first full paragraph. */
  #underHeadline(): void {
    let near = 3;
    for (let line = this.#lines[0]; line && near > 0; line = this.#lines[0]) {
      // A date first: "17. Februar 2026" looks like a caption with its credit.
      if (this.#dateLine(line)) continue;
      if (!this.#byLine(line) && !this.#caption(line)) return;
      this.#lines.shift();
      near -= 1;
    }
  }

  #byLine(line: Line): boolean {
    const byline = this.#byline === null && this.#title !== null ? bylineIn(line.words) : null;
    if (byline === null) return false;
    this.#byline = byline.name;
    this.#confidence.byline = byline.sure ? 0.95 : 0.6;
    this.#add('byline', line);
    if (byline.date !== null) this.#dateFound(byline.date, 0.8);
    return true;
  }

  // A line directly under the byline that ends in a credit: `Words of the caption. CREDIT`.
  #caption(line: Line): boolean {
    if (this.#byline === null || line.afterBlank) return false;
    const parts = /^(.+[.!?…]["”»]?)\s+([\p{Lu}][\p{L}\p{N} ./&,'’-]{1,60})$/u.exec(line.words);
    const [, caption, credit] = parts ?? [];
    if (!caption || !credit || credit.split(' ').length > 6) return false;
    this.#add('caption', { start: line.start, end: line.start + caption.length });
    this.#add('credit', { start: line.end - credit.length, end: line.end });
    this.#confidence.caption = 0.8;
    return true;
  }

  #dateLine(line: Line): boolean {
    const date = articleDate(line.words);
    if (date === null) return false;
    this.#add('metadata', line);
    this.#dateFound(date, 0.9);
    this.#lines.shift();
    return true;
  }

  #body(): void {
    for (const line of this.#lines) {
      if (isSiteChrome(line.words)) this.#chrome(line);
      else this.#add('paragraph', line);
    }
  }

  #dateFound(date: string, confidence: number): void {
    if (this.#date !== null) return;
    this.#date = date;
    this.#confidence.date = confidence;
  }

  #add(kind: ZoneKind, { start, end }: Stretch): void {
    this.#zones.push({ kind, start, end });
  }
}
