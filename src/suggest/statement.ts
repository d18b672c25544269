import type { Stretch } from '../text/stretch.ts';
import { frameEnd, frameStart } from './choose.ts';
import type { Frame } from './frames.ts';
import type { Grammar } from './grammar.ts';
import { blank, type Paragraph, type Sentence } from './reading.ts';

/** A sentence without what attributes it: the claim, in one or two stretches, and the phrase left out. UTF-16 units of the article. */
export interface Statement {
  readonly frame: Frame;
  readonly phrase: readonly Stretch[];
  readonly claim: readonly Stretch[];
}

const edges = /^[\s,،，;:：—–-]+|[\s,،，;:：—–-]+$/gu;
// Behind a verb a claim begins without "that" and "to".
const joint = /^(?:that|to|dass|que|что)\s+/u;
const finalStop = /[.!?…。！？؟]+$/u;
const opening = /^[,،，]|^[:：]|^\s*—/u;

/** The statement of a sentence that one of its frames attributes; `null` where none does, or nothing is left. */
export function statementIn(paragraph: Paragraph, sentence: Sentence, frames: readonly Frame[], grammar: Grammar): Statement | null {
  const spoken = frames.filter(
    ({ source, kind, sourceFirst, inherited }) =>
      source !== null && !inherited && (kind === 'according-to' || sourceFirst || grammar.subject !== 'before'),
  );
  const outermost =
    spoken.find((frame) => leads(paragraph, sentence, frame, grammar)) ??
    spoken.findLast((frame) => follows(paragraph, sentence, frame)) ??
    spoken[0];
  return outermost ? without(paragraph, sentence, outermost, grammar) : null;
}

// Nothing but a time or a conjunction stands before it.
function leads(paragraph: Paragraph, sentence: Sentence, frame: Frame, grammar: Grammar): boolean {
  const before = between(paragraph, sentence.opening, frameStart(frame)).trim();
  return before === '' || grammar.lead.exec(before)?.[0].length === before.length;
}

// A comma, or a quotation, stands before it.
function follows(paragraph: Paragraph, sentence: Sentence, frame: Frame): boolean {
  const before = between(paragraph, sentence.start, frameStart(frame)).trimEnd();
  return new RegExp(`[,،，${blank}]$|[,،，]\\s[—–]$`, 'u').test(before);
}

function without(paragraph: Paragraph, sentence: Sentence, frame: Frame, grammar: Grammar): Statement | null {
  const from = frameStart(frame);
  const behind = !leads(paragraph, sentence, frame, grammar) && (follows(paragraph, sentence, frame) || frame.kind === 'according-to');
  const to = behind ? tailEnd(paragraph, frame, sentence) : headEnd(paragraph, frame, sentence, grammar);
  const first = behind ? claimStretch(paragraph, sentence.opening, from, false) : null;
  const second = claimStretch(paragraph, to, sentence.end, true);
  const claim = [first, second].filter((part) => part !== null);
  return claim.length === 0
    ? null
    : { frame, phrase: [{ start: from, end: Math.max(frameEnd(frame), from + between(paragraph, from, to).trimEnd().length) }], claim };
}

// "…, Hong Min told AFP." or "…, state media reported Monday, …": to the next comma or the end.
function tailEnd(paragraph: Paragraph, frame: Frame, sentence: Sentence): number {
  const end = frameEnd(frame);
  const rest = between(paragraph, end, sentence.end);
  const stop = rest.search(new RegExp(`[,،，]|[.!?。！？]+\\s*$|${blank}`, 'u'));
  return stop < 0 ? sentence.end : end + stop;
}

// "Analysts say (that) …", "X told the board on Monday that …", "According to X, …".
function headEnd(paragraph: Paragraph, frame: Frame, sentence: Sentence, grammar: Grammar): number {
  const end = frameEnd(frame);
  const rest = between(paragraph, end, sentence.end);
  const conjunction = thatEnd(rest, grammar);
  if (conjunction >= 0) return end + conjunction;
  const mark = (
    frame.kind === 'according-to' ? /^[^.!?;:]{0,40}?[,،，:：](?!\d)/u : /^[^.!?;]{0,90}?[:：]|^[^.!?;:]{0,90}?[,،，](?!\d)/u
  ).exec(rest);
  const far = frame.kind === 'according-to' || frame.tells || opening.test(rest);
  if (mark && far) return end + mark[0].length;
  return end + (grammar.lead.exec(rest.trimStart())?.[0].length ?? 0) + (rest.length - rest.trimStart().length);
}

function thatEnd(rest: string, grammar: Grammar): number {
  for (const match of rest.slice(0, 110).matchAll(/(?<![\p{L}\p{N}])\p{L}+/gu)) {
    if (/[,;:：،，—]/u.test(rest.slice(0, match.index)) && !/^\s*[,،，]\s*$/u.test(rest.slice(0, match.index))) return -1;
    const found = grammar.that.exec(rest.slice(match.index));
    if (found) return match.index + found[0].length;
  }
  return -1;
}

/** The words of a claim between two places: no outer spaces and commas, no final stop; `null` where none are left. */
function claimStretch(paragraph: Paragraph, start: number, end: number, last: boolean): Stretch | null {
  const part = between(paragraph, start, end);
  const body = last ? part.trimEnd().replace(finalStop, '') : part;
  const words = body.replace(edges, '').replace(last ? joint : /^(?!)/u, '');
  if (!new RegExp(`[\\p{L}\\p{N}${blank}]`, 'u').test(words)) return null;
  const lead = body.indexOf(words);
  return { start: start + lead, end: start + lead + words.length };
}

const between = (paragraph: Paragraph, start: number, end: number): string =>
  paragraph.words.slice(start - paragraph.start, end - paragraph.start);
