import type { Stretch } from '../text/stretch.ts';
import type { Grammar } from './grammar.ts';
import { blank, type Paragraph, type Sentence } from './reading.ts';
import { subjectBefore, subjectBehind } from './subject.ts';

/** A verb of saying, or "according to", with who is its subject; all in UTF-16 units of the article. */
export interface Frame {
  readonly kind: 'says' | 'according-to';
  readonly cue: Stretch;
  /** `null` where the sentence does not name it: "and added", "وأضاف". */
  readonly source: Stretch | null;
  /** True where the source is taken over from an earlier verb: it does not stand beside this one. */
  readonly inherited: boolean;
  /** True where the source stands before the verb. */
  readonly sourceFirst: boolean;
  /** True where the verb names its hearer: "told AFP". */
  readonly tells: boolean;
}

/** The frames of a sentence outside its quotations, in order. */
export function framesIn(paragraph: Paragraph, sentence: Sentence, grammar: Grammar): Frame[] {
  const { words, start: base } = paragraph;
  const [from, to] = [sentence.start - base, sentence.end - base];
  const part = words.slice(from, to);
  const found = [...saying(words, from, to, grammar), ...according(words, from, part, to, grammar)];
  return found.sort((a, b) => a.cue.start - b.cue.start).map((frame) => moved(frame, base));
}

function saying(words: string, from: number, to: number, grammar: Grammar): Frame[] {
  const frames: Frame[] = [];
  for (const match of verbsIn(words.slice(from, to), grammar)) {
    const cue = { start: from + match.index, end: from + match.index + match[0].length };
    if (words.charAt(cue.start - 1) === '-') continue;
    if (grammar.noVerb.test(words.slice(Math.max(from, cue.start - 20), cue.start).trimEnd())) continue;
    const floor = Math.max(from, frames.at(-1)?.cue.end ?? from);
    frames.push({
      kind: 'says',
      cue,
      ...subjectOf(words, floor, cue, to, grammar),
      inherited: false,
      tells: grammar.tells !== null && isWhole(grammar.tells, match[0]),
    });
  }
  return frames;
}

// "would call two witnesses" says nothing, "called it “…”" does.
function verbsIn(part: string, grammar: Grammar): RegExpExecArray[] {
  const verbs = [...part.matchAll(grammar.says)];
  if (!part.includes(blank)) return verbs;
  const labels = [...part.matchAll(grammar.labels)].filter(({ index, 0: label }) => nearQuote.test(part.slice(index + label.length)));
  return labels.length === 0 ? verbs : [...verbs, ...labels].sort((a, b) => a.index - b.index);
}

// "dit-il", "a-t-elle ajouté": the subject is tied to the verb.
const inverted = /(?<=\p{Ll})-(?:t-)?(ils?|elles?|on)(?![\p{L}-])/u;

// "… and said": the subject is the one before.
const coordinated = /(?:^|[\s\ue000])(?:and|but|und|aber|et|mais|y|e|pero|и|а|но)\s+$/u;

function subjectOf(words: string, floor: number, cue: Stretch, to: number, grammar: Grammar) {
  const clitic = inverted.exec(words.slice(cue.start, Math.min(to, cue.end + 10)));
  if (clitic?.[1]) {
    const start = cue.start + clitic.index + clitic[0].length - clitic[1].length;
    return { source: { start, end: start + clitic[1].length }, sourceFirst: false };
  }
  if (coordinated.test(words.slice(Math.max(floor, cue.start - 12), cue.start))) return { source: null, sourceFirst: true };
  const label = words.slice(cue.start, cue.end).search(grammar.labels) === 0 && grammar.subject === 'either';
  const before = grammar.subject === 'behind' ? null : subjectBefore(words, floor, cue.start, grammar);
  if (before) return { source: before, sourceFirst: true };
  // "calling it “…”": what follows is who is called so.
  const behind =
    grammar.subject === 'before' || label || !mayInvert(words, floor, cue, grammar) ? null : subjectBehind(words, cue.end, to, grammar);
  return { source: behind, sourceFirst: false };
}

// A participle has its subject behind it nowhere, an English verb only after a quotation or a comma.
function mayInvert(words: string, floor: number, cue: Stretch, grammar: Grammar): boolean {
  const before = words.slice(floor, cue.start).trimEnd();
  if (grammar.participle.test(words.slice(cue.start, cue.end))) return new RegExp(`${blank},?$`, 'u').test(before);
  return !grammar.invertsRarely || before === '' || new RegExp(`[,:;—–(${blank}]$`, 'u').test(before);
}

function according(words: string, from: number, part: string, to: number, grammar: Grammar): Frame[] {
  const ahead = grammar.accordingTo ? [...part.matchAll(grammar.accordingTo)] : [];
  const behind = grammar.accordingBehind ? [...part.matchAll(grammar.accordingBehind)] : [];
  const make = (match: RegExpExecArray, sourceFirst: boolean): Frame => {
    const cue = { start: from + match.index, end: from + match.index + match[0].length };
    const source = sourceFirst
      ? subjectBefore(words, from, cue.start, grammar)
      : subjectBehind(words, cue.end, to, grammar, !/[,،，\ue000]/u.test(words.slice(from, cue.start)));
    return { kind: 'according-to', cue, source, sourceFirst, inherited: false, tells: false };
  };
  return [...ahead.map((match) => make(match, false)), ...behind.map((match) => make(match, true)), ...viewIn(words, from, to, grammar)];
}

// "Pour le maire, « … »": only where the quotation stands directly behind.
function viewIn(words: string, from: number, to: number, grammar: Grammar): Frame[] {
  const match = grammar.viewOf?.exec(words.slice(from, to));
  if (!match) return [];
  const cue = { start: from, end: from + match[0].length };
  const source = subjectBehind(words, cue.end, to, grammar, true);
  const between = source && new RegExp(`^\\s*[,،]([^.;:${blank}]*)${blank}`, 'u').exec(words.slice(source.end, to))?.[1]?.trim();
  const direct = between === '' || grammar.finite.test(/\S+$/u.exec(between ?? '')?.[0] ?? '');
  return source && direct ? [{ kind: 'according-to', cue, source, sourceFirst: false, inherited: false, tells: false }] : [];
}

const nearQuote = new RegExp(`^[^${blank}.;:,،，]{0,60}${blank}`, 'u');

const isWhole = (pattern: RegExp, words: string): boolean => words.match(pattern)?.[0] === words;

const shifted = ({ start, end }: Stretch, by: number): Stretch => ({ start: start + by, end: end + by });

const moved = (frame: Frame, by: number): Frame => ({
  ...frame,
  cue: shifted(frame.cue, by),
  source: frame.source && shifted(frame.source, by),
});

/** True where only punctuation and spaces stand between two places of a paragraph (UTF-16 units of the article). */
export function isBeside(paragraph: Paragraph, end: number, start: number): boolean {
  return !new RegExp(`[\\p{L}\\p{N}${blank}]`, 'u').test(paragraph.words.slice(end - paragraph.start, start - paragraph.start));
}
