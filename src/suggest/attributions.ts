import type { Quotation } from '../text/quotations.ts';
import type { Stretch } from '../text/stretch.ts';
import type { Attribution, Readable, Relay, Rule } from './attribution.ts';
import { besideQuote } from './beside.ts';
import { type Choice, chooseFrame, frameEnd, frameStart } from './choose.ts';
import { type Frame, framesIn, isBeside } from './frames.ts';
import type { Grammar } from './grammar.ts';
import { grammarOf } from './grammar-of.ts';
import { indirectIn } from './indirect.ts';
import { leadIn } from './lead-in.ts';
import { relaysOf } from './media.ts';
import { namesIn } from './names.ts';
import { openingMention } from './opening.ts';
import { type Paragraph, type Piece, type Reading, readingOf, type Sentence } from './reading.ts';
import { subjectBehind } from './subject.ts';

// Longer ones are lists or spoilt text: every verb in them would be weighed against every quotation.
const longestSentence = 4_000;
// What stands in marks in the middle of a sentence without a speaker is a term or a title up to this many units.
const longestTerm = 24;

/** Who speaks in a quotation, as far as one sentence tells. */
interface Spoken {
  readonly source: Stretch | null;
  readonly cue: Stretch | null;
  readonly rule: Rule;
  readonly score: number;
  readonly phrase: readonly Stretch[];
  readonly relays: readonly Relay[];
}

/** What the rules find in an article. */
interface Found {
  /** Quotations with who speaks, and statements without marks, in the order of their content. */
  readonly attributions: readonly Attribution[];
  /** Who sentences begin with, by place. UTF-16 units. */
  readonly openings: readonly Stretch[];
}

/** Everything the rules find in an article. Never throws. */
export function foundIn(article: Readable): Found {
  const grammar = grammarOf(article.language);
  const reading = readingOf(article, grammar);
  const reader = new Reader(reading, grammar);
  for (const paragraph of reading.paragraphs) reader.read(paragraph);
  return { attributions: reader.attributions(), openings: reader.openings };
}

/** The attributions of an article alone. Never throws. */
export const attributionsIn = (article: Readable): readonly Attribution[] => foundIn(article).attributions;

class Reader {
  readonly #reading: Reading;
  readonly #grammar: Grammar | null;
  readonly #pieces = new Map<number, Piece[]>();
  readonly #spoken = new Map<number, Spoken>();
  readonly #indirect: Attribution[] = [];
  /** Who spoke last: in this paragraph, and in the one above. */
  #last: Spoken | null = null;
  #above: Spoken | null = null;
  /** Who the sentence before begins with, where nobody speaks in it. */
  #topic: Stretch | null = null;
  readonly openings: Stretch[] = [];
  readonly #names: ReadonlySet<string>;

  constructor(reading: Reading, grammar: Grammar | null) {
    this.#reading = reading;
    this.#names = nameWords(reading.text);
    this.#grammar = grammar;
  }

  read(paragraph: Paragraph): void {
    this.#above = this.#last ?? this.#above;
    this.#last = null;
    this.#topic = null;
    paragraph.sentences.forEach((sentence, index) => {
      for (const piece of sentence.pieces) this.#pieces.set(piece.quotation, [...(this.#pieces.get(piece.quotation) ?? []), piece]);
      this.#sentence(paragraph, sentence, paragraph.sentences[index + 1] ?? null);
    });
  }

  #sentence(paragraph: Paragraph, sentence: Sentence, next: Sentence | null): void {
    const frames =
      this.#grammar && sentence.end - sentence.start < longestSentence
        ? this.#named(paragraph, sentence, framesIn(paragraph, sentence, this.#grammar), this.#grammar)
        : [];
    const before = this.#last;
    for (const piece of sentence.pieces) {
      if (this.#spoken.has(piece.quotation)) continue;
      const spoken = this.#inSentence(paragraph, sentence, piece, frames) ?? this.#around(paragraph, sentence, piece, next);
      if (spoken) this.#spoken.set(piece.quotation, spoken);
      if (spoken?.source) this.#last = spoken;
    }
    const indirect = this.#grammar && indirectIn(paragraph, sentence, frames, this.#grammar);
    if (indirect) this.#indirect.push(indirect);
    const told = frames.findLast(({ source }) => source !== null);
    if (this.#last === before && told) this.#last = this.#spokenBy(paragraph, sentence, told, frames, 'said', 0.5);
    const opening = this.#introduced(paragraph, sentence);
    if (opening) this.openings.push(opening);
    this.#topic = this.#last === before ? opening : null;
  }

  // "Mayor Judith Tarrow was blunt." A single word is a name only where it stands as one elsewhere.
  #introduced(paragraph: Paragraph, { opening, end }: Stretch & { readonly opening: number }): Stretch | null {
    const base = paragraph.start;
    const found = this.#grammar && openingMention(paragraph.words, opening - base, end - base, this.#grammar);
    if (!found) return null;
    const words = paragraph.words.slice(found.start, found.end);
    if (this.#grammar?.pronouns.test(words) || (!/[\s’']/u.test(words) && !this.#names.has(words))) return null;
    return { start: found.start + base, end: found.end + base };
  }

  // "The report uses the phrase “…” but adds": the subject of the sentence; "وأضاف": whoever spoke before.
  #named(paragraph: Paragraph, sentence: Sentence, frames: readonly Frame[], grammar: Grammar): Frame[] {
    const first = frames[0];
    let source =
      (first && !first.source ? openingSubject(paragraph, sentence, first, grammar) : null) ?? this.#topic ?? this.#last?.source ?? null;
    return frames.map((frame) => {
      const named = frame.source || frame.kind === 'according-to' ? frame : { ...frame, source, inherited: true };
      source = named.source ?? source;
      return named;
    });
  }

  #inSentence(paragraph: Paragraph, sentence: Sentence, piece: Piece, frames: readonly Frame[]): Spoken | null {
    const choice = chooseFrame(paragraph, piece, sentence.pieces, frames);
    if (choice && this.#grammar && isTitle(paragraph, sentence, piece, this.#grammar) && !this.#speaks(paragraph, piece, choice))
      return null;
    return choice && this.#spokenBy(paragraph, sentence, choice.frame, frames, choice.rule, choice.score);
  }

  // "the word “x,” he said" against "L’association « Pins » a lancé une collecte".
  #speaks(paragraph: Paragraph, piece: Piece, { frame, score }: Choice): boolean {
    if (score < 0.8 || frame.inherited) return false;
    const gap = paragraph.words.slice(piece.end - paragraph.start, Math.max(piece.end, frameStart(frame)) - paragraph.start);
    return frame.sourceFirst || /[,،—–]/u.test(gap) || /[,.!?…]\P{L}?\P{L}$/u.test(this.#reading.text.slice(piece.start, piece.end));
  }

  #spokenBy(paragraph: Paragraph, sentence: Sentence, frame: Frame, frames: readonly Frame[], rule: Rule, score: number): Spoken {
    const { source, cue } = frame;
    const phrase = [{ start: frameStart(frame), end: frameEnd(frame) }];
    return { source, cue, rule, score, phrase, relays: this.#grammar ? relaysOf(paragraph, sentence, frame, frames, this.#grammar) : [] };
  }

  // No verb in the sentence: a lead-in, the sentence behind or before it, or the paragraph above.
  #around(paragraph: Paragraph, sentence: Sentence, piece: Piece, next: Sentence | null): Spoken | null {
    const lead = leadIn(paragraph, sentence, piece, this.#grammar, this.#names);
    if (lead) return { ...lead, cue: null, phrase: [lead.source], relays: [] };
    const unlisted = this.#grammar && besideQuote(paragraph, sentence, piece, this.#grammar);
    if (unlisted) return { ...unlisted, rule: 'quote-said', score: 0.6, phrase: [], relays: [] };
    const starts = isBeside(paragraph, sentence.start, piece.start);
    const nextFrames = starts && next && this.#grammar ? framesIn(paragraph, next, this.#grammar) : [];
    const behind = nextFrames.find((frame) => isBeside(paragraph, piece.end, frameStart(frame)));
    if (behind?.source && next) return this.#spokenBy(paragraph, next, behind, nextFrames, 'quote-said', 0.85);
    const ends = isBeside(paragraph, piece.end, sentence.end);
    if (starts && ends && this.#topic) return spokenFor(this.#topic, 'introduced', 0.55);
    if (this.#grammar && isTitle(paragraph, sentence, piece, this.#grammar)) return null;
    const told = this.#grammar?.reported && hasIn(this.#grammar.reported, paragraph, sentence);
    if (this.#last && (starts || told)) return again(this.#last, 'follows', starts ? 0.8 : 0.6);
    const subject = starts || paragraph.kind === 'headline' ? null : this.#subject(paragraph, sentence, piece);
    if (subject) return spokenFor(subject, 'within', 0.4);
    if (this.#last) return piece.end - piece.start > longestTerm ? again(this.#last, 'follows', 0.45) : null;
    const alone = starts && piece.start - paragraph.start < 3;
    return alone && this.#above ? again(this.#above, 'paragraph-above', 0.5) : null;
  }

  // "Venn thanked him for “years of service.”": a verb nobody listed, and more than a word in marks.
  #subject(paragraph: Paragraph, sentence: Sentence, piece: Piece): Stretch | null {
    if (!/\s/u.test(this.#reading.text.slice(piece.start + 2, piece.end - 2))) return null;
    return this.#introduced(paragraph, { start: sentence.start, opening: sentence.opening, end: piece.start });
  }

  attributions(): Attribution[] {
    const quoted = chains(this.#reading.quotations).flatMap((chain) => {
      const best = chain
        .map((index) => this.#spoken.get(index))
        .reduce((one, other) => ((other?.score ?? 0) > (one?.score ?? 0) ? other : one), undefined);
      const content = chain.flatMap((index) => this.#pieces.get(index) ?? []).map(({ start, end }) => ({ start, end }));
      return best && content.length > 0 ? [quotedBy(best, content)] : [];
    });
    return [...joined(quoted), ...this.#indirect].sort((a, b) => startOf(a) - startOf(b) || b.score - a.score);
  }
}

// Without parts of speech these and a name show where a subject ends.
const auxiliary =
  /\s(?:would|will|has|have|had|was|were|is|are|did|does|do|could|can|hat|haben|ist|sind|war|waren|wird|a|ont|est|sont|ha|han|es|son)\s/u;

const openingSubject = (paragraph: Paragraph, sentence: Sentence, { cue }: Frame, grammar: Grammar): Stretch | null => {
  const found = subjectBehind(paragraph.words, sentence.opening - paragraph.start, cue.start - paragraph.start, grammar);
  if (!found) return null;
  const words = paragraph.words.slice(found.start, found.end);
  const [name] = namesIn(words, '');
  const length = Math.min(name?.end ?? words.length, words.search(auxiliary) >>> 0);
  return { start: found.start + paragraph.start, end: found.start + paragraph.start + length };
};

const spokenFor = (source: Stretch, rule: Rule, score: number): Spoken => ({ source, cue: null, rule, score, phrase: [], relays: [] });

// The words that have a capital in the middle of a sentence.
const nameWords = (text: string): Set<string> =>
  new Set([...text.matchAll(/(?<=[\p{L}\p{N},]\s)\p{Lu}[\p{L}\p{M}’'.-]*/gu)].map(([word]) => word.replace(/['’]s$|[.'’]+$/u, '')));

// "the song “…”", "so-called “…”"
const isTitle = (paragraph: Paragraph, sentence: Sentence, piece: Piece, grammar: Grammar): boolean =>
  grammar.titles.test(paragraph.words.slice(sentence.start - paragraph.start, piece.start - paragraph.start).trimEnd());

const hasIn = (pattern: RegExp, paragraph: Paragraph, { start, end }: Stretch): boolean =>
  paragraph.words.slice(start - paragraph.start, end - paragraph.start).search(pattern) >= 0;

const startOf = ({ content }: Attribution): number => content[0]?.start ?? 0;

const again = (spoken: Spoken, rule: Rule, score: number): Spoken => ({
  ...spoken,
  rule,
  score: Math.min(score, spoken.score),
  phrase: [],
});

const quotedBy = ({ source, cue, rule, score, phrase, relays }: Spoken, content: readonly Stretch[]): Attribution => ({
  content,
  source: source ? [source] : [],
  cue: cue ? [cue] : [],
  score,
  rule,
  phrase,
  relays,
  quoted: true,
});

// A quotation that goes on over paragraphs is one, however many marks open it.
function chains(quotations: readonly Quotation[]): number[][] {
  const found: number[][] = [];
  quotations.forEach((_, index) => {
    if (quotations[index - 1]?.continues) found.at(-1)?.push(index);
    else found.push([index]);
  });
  return found;
}

const goesOn = (one: Attribution, other: Attribution): boolean =>
  one.cue.length > 0 &&
  one.cue[0]?.start === other.cue[0]?.start &&
  (other.rule === 'split' || (other.rule === 'within' && ['quote-said', 'split'].includes(one.rule)));

// "A," she said, "B": two stretches of one quotation.
function joined(attributions: readonly Attribution[]): Attribution[] {
  const found: Attribution[] = [];
  for (const attribution of attributions) {
    const last = found.at(-1);
    if (last && goesOn(last, attribution)) {
      found[found.length - 1] = { ...last, content: [...last.content, ...attribution.content], rule: 'split' };
    } else found.push(attribution);
  }
  return found;
}
