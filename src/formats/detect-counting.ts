import { isGraphemeBoundary } from '../text/graphemes.ts';
import { type Counting, type Offsets, offsetsOf } from '../text/offset-units.ts';
import type { Stretch } from '../text/stretch.ts';
import type { ForeignPart, ForeignTag } from './foreign.ts';
import type { CountingReport } from './format.ts';

/** Every way of counting that is met in files. */
const countings: readonly Counting[] = [
  { unit: 'utf-16', crlf: 2 },
  { unit: 'code-point', crlf: 2 },
  { unit: 'utf-8', crlf: 2 },
  { unit: 'grapheme', crlf: 1 },
  { unit: 'utf-16', crlf: 1 },
  { unit: 'code-point', crlf: 1 },
  { unit: 'utf-8', crlf: 1 },
];

/** A text with the tags on it, and stretches that only show how a tool counts. */
export interface TextWithTags {
  readonly content: string;
  readonly tags: readonly ForeignTag[];
  readonly checks: readonly ForeignPart[];
}

export interface Detected {
  /** `null` where no counting fits. */
  readonly counting: Counting | null;
  /** How many tags no quoted words prove and another counting would place elsewhere. */
  readonly assumed: number;
  readonly report: readonly CountingReport[];
}

/** The counting under which every tag of the files stands where its quoted words stand; the one the format names where several do. */
export function detectCounting(texts: readonly TextWithTags[], nominal: Counting): Detected {
  const detected = detect(texts, nominal);
  // A tool may mark less than the whole text as the whole text.
  const unchecked = () =>
    detect(
      texts.map((text) => ({ ...text, checks: [] })),
      nominal,
    );
  return detected.counting === null && texts.some(({ checks }) => checks.length > 0) ? unchecked() : detected;
}

function detect(texts: readonly TextWithTags[], nominal: Counting): Detected {
  const quoted = texts.every(({ tags }) => tags.every(isQuoted));
  const tried: Tried[] = [];
  for (const counting of inOrder(nominal)) {
    tried.push(tryOn(texts, counting));
    // Words that stand there prove it; each further counting would cost as much again.
    if (quoted && tried.at(-1)?.whole) break;
  }
  const report = tried.map(({ counting, fitting, of }) => ({ counting, fitting, of }));
  const fit = tried.filter(({ whole }) => whole);
  const [best] = fit;
  if (!best) return { counting: null, assumed: 0, report };
  const elsewhere = (tag: ForeignTag) => fit.some(({ places }) => places.get(tag) !== best.places.get(tag));
  const unproved = texts.flatMap(({ tags }) => tags).filter((tag) => !isQuoted(tag) && elsewhere(tag));
  return { counting: best.counting, assumed: unproved.length, report };
}

const inOrder = (nominal: Counting): Counting[] => [
  ...countings.filter(({ unit, crlf }) => unit === nominal.unit && crlf === nominal.crlf),
  ...countings.filter(({ unit, crlf }) => unit !== nominal.unit || crlf !== nominal.crlf),
];

interface Tried extends CountingReport {
  /** True where every tag fits, quoted or not. */
  readonly whole: boolean;
  readonly places: ReadonlyMap<ForeignTag, string>;
}

function tryOn(texts: readonly TextWithTags[], counting: Counting): Tried {
  const places = new Map<ForeignTag, string>();
  let [fitting, of, whole] = [0, 0, true];
  for (const { content, tags, checks } of texts) {
    if (tags.length === 0) continue;
    const offsets = offsetsOf(content, counting);
    if (!checks.every((check) => fits({ parts: [check] }, offsets, content))) whole = false;
    for (const tag of tags) {
      const found = fits(tag, offsets, content);
      if (isQuoted(tag)) of += 1;
      if (isQuoted(tag) && found) fitting += 1;
      if (found) places.set(tag, JSON.stringify(found));
      else whole = false;
    }
  }
  return { counting, fitting, of, whole, places };
}

type Marked = Pick<ForeignTag, 'parts' | 'joined'>;

/** Where a tag stands when counted so; `null` where its words do not stand there. */
function fits(tag: Marked, offsets: Offsets, content: string): Stretch[] | null {
  const stretches = placed(tag, offsets);
  return stretches && standsThere(tag, stretches, content) ? stretches : null;
}

/** The parts of a tag in UTF-16 units; `null` where one lies outside the text or inside of a character. */
export function placed({ parts }: Pick<Marked, 'parts'>, offsets: Offsets): Stretch[] | null {
  const stretches: Stretch[] = [];
  for (const part of parts) {
    const [start, end] = [offsets.toUtf16(part.start), offsets.toUtf16(part.end)];
    if (start === null || end === null || start >= end) return null;
    stretches.push({ start, end });
  }
  return stretches;
}

const isQuoted = ({ parts, joined }: Marked): boolean => joined !== undefined || parts.every(({ exact }) => exact !== undefined);

function standsThere({ parts, joined }: Marked, stretches: readonly Stretch[], content: string): boolean {
  const words = stretches.map(({ start, end }) => content.slice(start, end));
  if (joined !== undefined) return sameWords(words.join(' '), joined);
  if (parts.every(({ exact }) => exact === undefined))
    return stretches.every(({ start, end }) => isGraphemeBoundary(content, start) && isGraphemeBoundary(content, end));
  return parts.every(({ exact }, at) => exact === undefined || sameWords(words[at] ?? '', exact));
}

// Tools that count a CR LF as one also quote it as one.
const sameWords = (one: string, other: string): boolean => one === other || one.replaceAll('\r\n', '\n') === other.replaceAll('\r\n', '\n');
