import { type Mark, marksIn } from './quotation-marks.ts';
import type { Stretch } from './stretch.ts';

/** A stretch in quotation marks, both marks included (UTF-16 units). `depth` 0 is outermost; `closed` is false where the closing mark is missing. */
export interface Quotation extends Stretch {
  readonly depth: number;
  readonly closed: boolean;
  /** False where the opening mark stands in an earlier paragraph and this one does not repeat it. */
  readonly opened: boolean;
  /** True where the mark was left open because the quotation goes on in the next paragraph. */
  readonly continues: boolean;
}

interface Open extends Stretch {
  readonly kind: string;
  readonly slot: number;
}

interface Found {
  readonly start: number;
  readonly kind: string;
  readonly opened: boolean;
  end: number;
  closed: boolean;
  continues: boolean;
}

// Opening mark → what may close it, by the national rules and by what typewriters and wrong keyboards make of them.
const closersOf: Readonly<Record<string, string>> = {
  '“': '”“"',
  '„': '“”"',
  '«': '»',
  '»': '«»',
  '‹': '›',
  '›': '‹›',
  '「': '」',
  '『': '』',
  '”': '”“',
  '"': '"”',
  '‘': "’'",
  '’': '’',
  '‚': "‘’'",
  "'": "'’",
};
const singles = "'’‘‚";
// Marks that can be nothing but the beginning of a quotation count although nobody closes them.
const surelyOpens = '"“„«「『';
// What opens even in the middle of a word.
const directed = '“„«「『';
// Behind so many paragraphs without a mark a missing closing mark is a slip, not a long quotation.
const longestGap = 12;
// Deeper nesting is a run of stray marks; without a bound each of them would be compared with all before it.
const deepest = 16;

/** The quotations in these stretches of a text (its paragraphs, in order), by start, outer ones before inner ones. Time grows with the text alone. */
export function quotationsIn(text: string, stretches: readonly Stretch[]): Quotation[] {
  const found: Quotation[] = [];
  let pending: { kind: string; at: number; between: Stretch[] } | null = null;
  stretches.forEach((stretch, index) => {
    const paragraph = new Paragraph(text, stretch, pending?.kind ?? null);
    const next = stretches[index + 1];
    const quotations = paragraph.read(next ? firstKind(text, next) : '');
    if (pending && paragraph.closesEarlier) {
      const begun = found[pending.at];
      if (begun) found[pending.at] = { ...begun, end: begun.end, continues: true };
      for (const whole of pending.between) found.push({ ...whole, depth: 0, closed: false, opened: false, continues: true });
    }
    const opensAnew = paragraph.leftOpen !== null;
    const passes: boolean = pending !== null && !opensAnew && quotations.length === 0 && pending.between.length < longestGap;
    if (pending && passes) pending.between.push(stretch);
    else pending = null;
    if (paragraph.leftOpen) pending = { kind: paragraph.leftOpen.kind, at: found.length + paragraph.leftOpen.index, between: [] };
    found.push(...quotations);
  });
  return found;
}

const firstKind = (text: string, stretch: Stretch): string =>
  marksIn(text, { start: stretch.start, end: Math.min(stretch.end, stretch.start + 4) }).find(
    ({ start }) => text.slice(stretch.start, start).trim() === '',
  )?.kind ?? '';

class Paragraph {
  readonly #text: string;
  readonly #stretch: Stretch;
  readonly #marks: readonly Mark[];
  readonly #found: Found[] = [];
  readonly #stack: Open[] = [];
  readonly #earlier: string | null;
  /** True when a mark here closes what an earlier paragraph opened. */
  closesEarlier = false;
  /** What is still open at the end and is not taken up by the mark of the next paragraph. */
  leftOpen: { readonly kind: string; readonly index: number } | null = null;

  constructor(text: string, stretch: Stretch, earlier: string | null) {
    this.#text = text;
    this.#stretch = stretch;
    this.#marks = marksIn(text, stretch);
    this.#earlier = earlier;
  }

  read(nextKind: string): Quotation[] {
    const ahead = lookAhead(this.#marks);
    this.#marks.forEach((mark, index) => {
      const next = ahead[index] ?? null;
      if (mark.position === 'inside' && singles.includes(mark.kind)) return;
      if (!this.#close(mark, next) && this.#opens(mark, next)) this.#open(mark);
    });
    this.#end(nextKind);
    const whole = this.#found.filter(({ end }) => end > 0);
    this.#noteLeftOpen(whole);
    return withDepth(whole);
  }

  #noteLeftOpen(whole: readonly Found[]): void {
    const index = whole.findIndex(({ closed, continues }) => !closed && !continues);
    const open = whole[index];
    if (open && open.end === this.#stretch.end) this.leftOpen = { kind: open.kind, index };
  }

  #open({ start, end, kind }: Mark): void {
    if (this.#stack.length >= deepest) return;
    this.#stack.push({ start, end, kind, slot: this.#found.length });
    this.#found.push({ start, end: 0, kind, closed: true, opened: true, continues: false });
  }

  #close(mark: Mark, next: Mark | null): boolean {
    if (mark.position === 'open' || isPartOfAWord(mark, next)) return false;
    for (let level = this.#stack.length - 1; level >= 0; level -= 1) {
      const open = this.#stack[level];
      if (!open || !accepts(open, mark) || isBlank(this.#text, open.end, mark.start)) continue;
      const slot = this.#found[open.slot];
      if (slot) slot.end = mark.end;
      this.#stack.length = level;
      return true;
    }
    return this.#stack.length === 0 && this.#closeEarlier(mark);
  }

  // Without a mark of its own the paragraph begins inside the quotation of an earlier one.
  #closeEarlier(mark: Mark): boolean {
    if (this.#earlier === null || this.#found.length > 0 || mark.position !== 'close' || mark.afterDigit) return false;
    if (!(closersOf[this.#earlier] ?? '').includes(mark.kind)) return false;
    this.#found.push({ start: this.#stretch.start, end: mark.end, kind: this.#earlier, closed: true, opened: false, continues: false });
    this.closesEarlier = true;
    return true;
  }

  #opens(mark: Mark, next: Mark | null): boolean {
    if (!(mark.kind in closersOf)) return false;
    if (mark.position === 'inside') return directed.includes(mark.kind);
    if (singles.includes(mark.kind)) return opensSingle(mark, next);
    if (mark.kind === '"') return mark.position !== 'close';
    // ” and » open where they stand for both ends, or the wrong way round.
    if ('”»›'.includes(mark.kind)) return mark.position === 'open' || (mark.position === 'either' && this.#begins(mark));
    return mark.kind !== '“' || mark.position !== 'close';
  }

  #begins({ start }: Mark): boolean {
    return isBlank(this.#text, this.#stretch.start, start);
  }

  // Before the next mark of its kind, and what that one lies in; nothing is left of a mark without words.
  #cutBefore(open: Open, around: Found): number {
    const words = this.#text.slice(open.end, around.start).trimEnd();
    return words === '' ? 0 : open.end + words.length;
  }

  #end(nextKind: string): void {
    const open = this.#stack.find(({ kind }) => surelyOpens.includes(kind) || kind === nextKind);
    const slot = open && this.#found[open.slot];
    if (!open || !slot) return;
    const continues = open === this.#stack[0] && takesUp(open.kind, nextKind);
    const alike = this.#found.find(({ start, kind, end }) => start > open.start && kind === open.kind && end > 0);
    const inner = alike && this.#found.find(({ start, end }) => start > open.start && end > alike.start);
    const shared = !continues && open.kind === '«' && inner !== undefined;
    slot.closed = shared;
    slot.continues = continues;
    // Russian writes one » where two would meet; elsewhere a mark of the same kind shows that the first was never closed.
    slot.end = shared ? inner.end : !continues && inner ? this.#cutBefore(open, inner) : this.#stretch.end;
  }
}

// Spanish and French begin the next paragraph of a quotation with the closing mark.
const takesUp = (kind: string, next: string): boolean => next === kind || (kind === '«' && next === '»');

// Between two marks only the first units are looked at: words do not begin behind a hundred spaces.
const isBlank = (text: string, start: number, end: number): boolean => text.slice(start, Math.min(end, start + 100)).trim() === '';

function accepts(open: Open, mark: Mark): boolean {
  if (!(closersOf[open.kind] ?? '').includes(mark.kind)) return false;
  // “ and ‘ close „ and ‚; one of their own kind only where nothing could be opened.
  if (mark.kind === '“' && open.kind === '“') return mark.position === 'close';
  return mark.position !== 'inside' || mark.kind !== '"';
}

// Inches and the apostrophe behind a plural, when what comes next closes the quotation better.
function isPartOfAWord(mark: Mark, next: Mark | null): boolean {
  if (mark.kind === '"' && mark.afterDigit) return next?.strong === true;
  return mark.elision === 'may-end' && next?.strong === true;
}

function opensSingle(mark: Mark, next: Mark | null): boolean {
  if (mark.position === 'close' || mark.elision === 'begins') return false;
  if (mark.kind === '‚') return true;
  return next !== null && (mark.kind === '‘' || (next.position !== 'open' && next.kind === mark.kind));
}

// For each mark the next one that could answer it: single marks within words and inches answer nothing.
function lookAhead(marks: readonly Mark[]): (Mark | null)[] {
  const ahead: (Mark | null)[] = [];
  let single: Mark | null = null;
  let closer: Mark | null = null;
  let double: Mark | null = null;
  for (let index = marks.length - 1; index >= 0; index -= 1) {
    const mark = marks[index];
    if (!mark) continue;
    ahead[index] = mark.kind === '‘' ? closer : singles.includes(mark.kind) ? single : double;
    if (singles.includes(mark.kind)) {
      if (mark.position === 'inside' || mark.elision === 'begins') continue;
      single = mark;
      if (mark.position !== 'open' && mark.kind !== '‘') closer = mark;
    } else if (!mark.afterDigit || mark.strong) double = mark;
  }
  return ahead;
}

// Marks that turned out to open nothing were on the stack too: what lies inside what is counted at the end.
function withDepth(found: readonly Found[]): Quotation[] {
  const around: number[] = [];
  return found.map(({ kind: _, ...quotation }) => {
    while (around.length > 0 && (around.at(-1) ?? 0) <= quotation.start) around.pop();
    const depth = around.length;
    around.push(quotation.end);
    return { ...quotation, depth };
  });
}
