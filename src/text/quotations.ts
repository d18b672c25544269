import type { Stretch } from './stretch.ts';

/** A stretch in quotation marks, both marks included (UTF-16 units). `depth` 0 is outermost; `closed` is false where the closing mark is missing. */
export interface Quotation extends Stretch {
  readonly depth: number;
  readonly closed: boolean;
  /** True where the mark was left open because the next paragraph opens with one again. */
  readonly continues: boolean;
}

interface Open {
  readonly start: number;
  readonly mark: string;
  readonly closers: string;
}

// Opening mark → what may close it. „…“ and „…” are German, Polish and others; »…« and ”…” Danish and Swedish.
const closersOf: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  '‹': '›',
  '「': '」',
  '『': '』',
  '”': '”',
  '"': '"',
  '‘': '’',
  '‚': '‘’',
  "'": "'",
};
const letter = /[\p{L}\p{N}]/u;

/** The quotations in these stretches of a text (its paragraphs, in order), outer ones before inner ones that start later. */
export function quotationsIn(text: string, stretches: readonly Stretch[]): Quotation[] {
  return stretches.flatMap((stretch, index) => {
    const next = stretches[index + 1];
    return inStretch(text, stretch, next ? text.slice(next.start, next.end).trimStart().charAt(0) : '');
  });
}

function inStretch(text: string, { start, end }: Stretch, nextOpening: string): Quotation[] {
  const found: Quotation[] = [];
  const stack: Open[] = [];
  for (let at = start; at < end; at += 1) {
    const mark = text.charAt(at);
    const closing = closes(text, at, start, end, stack);
    if (closing >= 0) {
      const open = stack[closing];
      stack.length = closing;
      if (open) found.push({ start: open.start, end: at + 1, depth: closing, closed: true, continues: false });
    } else if (opens(text, at, start, mark, stack)) {
      stack.push({ start: at, mark, closers: closersOf[mark] ?? mark });
    }
  }
  found.push(...leftOpen(stack, end, nextOpening));
  return nested(found.sort((a, b) => a.start - b.start));
}

// Marks that turned out to open nothing were on the stack too: what is inside what is counted anew.
function nested(found: readonly Quotation[]): Quotation[] {
  return found.map((inner) => ({ ...inner, depth: found.filter((outer) => outer.start < inner.start && inner.end <= outer.end).length }));
}

// A mark nobody closed counts only when it begins a quotation that the next paragraph takes up, or is a mark that can only open.
function leftOpen(stack: readonly Open[], end: number, nextOpening: string): Quotation[] {
  return stack.flatMap(({ start, mark }, depth) => {
    const continues = mark === nextOpening;
    return depth === 0 && (continues || /["“„«「]/u.test(mark)) ? [{ start, end, depth, closed: false, continues }] : [];
  });
}

function closes(text: string, at: number, start: number, end: number, stack: readonly Open[]): number {
  const mark = text.charAt(at);
  for (let depth = stack.length - 1; depth >= 0; depth -= 1) {
    const open = stack[depth];
    if (open?.closers.includes(mark) && at > open.start + 1 && mayClose(text, at, start, end)) return depth;
  }
  return -1;
}

// A straight or single mark between letters is an apostrophe; one with a space before it opens.
function mayClose(text: string, at: number, start: number, end: number): boolean {
  const mark = text.charAt(at);
  const before = at > start ? text.charAt(at - 1) : ' ';
  const after = at + 1 < end ? text.charAt(at + 1) : ' ';
  if (/['’]/u.test(mark)) return !/\s/u.test(before) && !letter.test(after);
  return mark !== '"' || !/\s/u.test(before) || !letter.test(after);
}

function opens(text: string, at: number, start: number, mark: string, stack: readonly Open[]): boolean {
  if (!(mark in closersOf)) return false;
  const before = at > start ? text.charAt(at - 1) : ' ';
  const after = text.charAt(at + 1);
  if (/["'‘’”]/u.test(mark) && (letter.test(before) || !after || /\s/u.test(after))) return false;
  // The apostrophe of a decade or a clipped word ('90s, ’tis) opens nothing that is ever closed; a single mark opens only before a word.
  if (/['‘]/u.test(mark)) return !/\d/u.test(after) && hasSingleCloser(text, at);
  // ” opens only where Swedish and Finnish use it for both ends, never inside another quotation.
  if (mark === '”' || mark === '»') return stack.length === 0 && letter.test(after);
  return true;
}

const hasSingleCloser = (text: string, at: number): boolean =>
  /['’](?![\p{L}\p{N}])/u.test((text.slice(at + 2).split(/[\r\n]/u)[0] ?? '').slice(0, 2_000));
