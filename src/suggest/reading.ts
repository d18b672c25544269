import { type Quotation, quotationsIn } from '../text/quotations.ts';
import { sentencesIn } from '../text/sentences.ts';
import type { Stretch } from '../text/stretch.ts';
import type { Readable } from './attribution.ts';
import type { Grammar } from './grammar.ts';

/** What stands for a quotation in blanked words: no letter, no space, no punctuation. */
export const blank = '\ue000';

/** A part of an outermost quotation without an attribution in it: mostly the whole of it. */
export interface Piece extends Stretch {
  /** Which quotation of the article it belongs to. */
  readonly quotation: number;
}

/** A sentence whose quotations may hold several; `pieces` are those that begin in it. UTF-16 units. */
export interface Sentence extends Stretch {
  readonly pieces: readonly Piece[];
  /** Where its words begin: behind the place an article opens with. */
  readonly opening: number;
}

/** A paragraph with its quotations blanked out; `words` has its length. */
export interface Paragraph extends Stretch {
  readonly kind: string;
  readonly words: string;
  readonly sentences: readonly Sentence[];
}

/** An article as the rules read it. `quotations` are the outermost ones. */
export interface Reading {
  readonly text: string;
  readonly quotations: readonly Quotation[];
  readonly paragraphs: readonly Paragraph[];
}

const readable = ['headline', 'caption', 'paragraph'];

/** Reads an article: paragraphs, sentences and quotations in UTF-16 units. Without zones the whole text is one paragraph for each line. */
export function readingOf({ text, zones, language }: Readable, grammar: Grammar | null): Reading {
  const parts = zones.length > 0 ? zones : [{ kind: 'paragraph' as const, start: 0, end: text.length }];
  const quotations = quotationsIn(text, parts).filter(({ depth }) => depth === 0);
  let next = 0;
  const paragraphs = parts.flatMap((part) => {
    const first = next;
    while ((quotations[next]?.start ?? text.length) < part.end) next += 1;
    if (!readable.includes(part.kind)) return [];
    const pieces = quotations.slice(first, next).flatMap((quotation, index) => piecesOf(text, quotation, first + index, grammar));
    return [{ ...part, ...cut(text, part, pieces, language) }];
  });
  return { text, quotations, paragraphs };
}

// «…, — рассказал Тарутин. — …», « …, a-t-il ajouté. … », «… —dijo Arce—. …»: the attribution stands inside the marks.
const inserted =
  /[,!?…]\s[—–]\s(?=\p{Ll})([^«»—–]{3,160}?)[.,]\s[—–]\s|\s—(?=\p{Ll})([^«»—–]{3,160}?)—[.,;:]?\s|,\s((?:\p{L}+\s)?\p{Ll}+-(?:t-)?(?:ils?|elles?|on)(?![\p{L}-])[^«»,.;]{0,60})[.,]\s/gu;

function piecesOf(text: string, quotation: Stretch, index: number, grammar: Grammar | null): Piece[] {
  const words = text.slice(quotation.start, quotation.end);
  const pieces: Piece[] = [];
  let from = quotation.start;
  for (const match of grammar && words.startsWith('«') ? words.matchAll(inserted) : []) {
    const words = match[1] ?? match[2] ?? match[3] ?? '';
    if (!has(grammar?.says, words) && !shapedLikeOne.test(words)) continue;
    // The comma, or the mark that ends a question, stays with what was said.
    const end = quotation.start + match.index + (/^\s/u.test(match[0]) ? 0 : 1);
    pieces.push({ start: from, end, quotation: index });
    from = quotation.start + match.index + match[0].length;
  }
  return from < quotation.end ? [...pieces, { start: from, end: quotation.end, quotation: index }] : pieces;
}

// "вздыхает Крылова": a verb nobody listed, and a name or pronoun.
const shapedLikeOne = /^\p{Ll}{3,}\s(?:\p{Lu}\p{L}+|он[аи]?)(?:\s\p{L}+){0,4}$/u;

const has = (pattern: RegExp | undefined, words: string): boolean => pattern !== undefined && words.search(pattern) >= 0;

function cut(text: string, part: Stretch, pieces: readonly Piece[], language: string) {
  const words: string[] = [];
  let from = part.start;
  for (const { start, end } of pieces) {
    words.push(text.slice(from, start), blank.repeat(end - start));
    from = end;
  }
  words.push(text.slice(from, part.end));
  return { words: words.join(''), sentences: sentencesOf(text, part, pieces, language) };
}

const dateline = /^(?:\p{Lu}[\p{Lu}\p{M} .,'’-]+(?:\([^)]*\))?|[\p{Script=Arabic} ]{3,30})\s[—–-]\s/u;

// A stop inside a quotation ends no sentence of the article.
function sentencesOf(text: string, part: Stretch, pieces: readonly Piece[], language: string): Sentence[] {
  const joined: { start: number; end: number; opening: number; pieces: Piece[] }[] = [];
  let next = 0;
  for (const { start, end } of sentencesIn(text, part, language)) {
    const last = joined.at(-1);
    const goesOn = last && (last.pieces.at(-1)?.end ?? 0) > start;
    const opening = start + (start === part.start ? (dateline.exec(text.slice(start, start + 80))?.[0].length ?? 0) : 0);
    const sentence = goesOn ? last : { start, end, opening, pieces: [] as Piece[] };
    sentence.end = end;
    for (let piece = pieces[next]; piece && piece.start < end; piece = pieces[next]) {
      sentence.pieces.push(piece);
      next += 1;
    }
    if (!goesOn) joined.push(sentence);
  }
  return joined;
}
