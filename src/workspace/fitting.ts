import type { Rules } from '../suggest/rules.ts';
import type { Stretch } from '../text/stretch.ts';
import { type Cursor, selectedStretches, spanOf } from './cursor.ts';
import type { Layout } from './layout.ts';

/** What may be tagged, best first: each entry the parts of one tag. UTF-16 units. */
export type Forms = readonly (readonly Stretch[])[];

/** How the phrase that says who speaks is found; until the rules are loaded a sentence stays whole. */
export interface Phrases {
  readonly language: string;
  readonly rules: Pick<Rules, 'attributionPhrase'> | null;
}

/**
 * What the key of a tag type tags here: words selected by hand as they are; on a caret, or on a unit the cursor stepped to,
 * what fits the type. A key pressed again at once goes to the next form; only claims have several. Empty where nothing fits.
 */
export function fittingForms(layout: Layout, cursor: Cursor, type: string, phrases: Phrases): Forms {
  const selected = selectedStretches(cursor);
  const span = spanOf(cursor);
  if (selected.length > 0 && !isUnit(layout, cursor, span)) return [selected];
  if (type === 'claim') return claimForms(layout, span, phrases);
  const quotation = type === 'quote' ? quotationAt(layout, span) : null;
  if (quotation) return [[quotation]];
  if (selected.length > 0) return [selected];
  const word = type === 'quote' ? null : around(layout.words, span.start);
  return word ? [[word]] : [];
}

/** True for the same stretches in the same order. */
export const sameStretches = (one: readonly Stretch[], other: readonly Stretch[]): boolean =>
  one.length === other.length && one.every(({ start, end }, index) => start === other[index]?.start && end === other[index]?.end);

// Two units that were extended to are words somebody chose; one that was stepped to stands for its place.
function isUnit({ sentences, clauses, words, quotations }: Layout, { parts }: Cursor, span: Stretch): boolean {
  return parts.length === 0 && [quotations, sentences, clauses, words].some((units) => units.some((unit) => sameStretches([unit], [span])));
}

/** Of a sentence the statement without who says so, the whole sentence, the clause; of a quotation its inside first; of less what was stepped to. */
function claimForms(layout: Layout, span: Stretch, phrases: Phrases): Forms {
  const { text } = layout;
  const isOne = (units: readonly Stretch[]) => units.some((unit) => sameStretches([unit], [span]));
  const sentence = around(layout.sentences, span.start);
  const clause = around(layout.clauses, span.start);
  const whole = sentence ? [withoutStop(text, sentence)] : [];
  const part = clause ? [withoutStop(text, clause)] : [];
  const first = isOne(layout.quotations)
    ? [inside(text, span)]
    : span.start < span.end && !isOne(layout.sentences)
      ? [withoutStop(text, span)]
      : sentence
        ? statement(text, sentence, phrases)
        : [];
  const forms = [first, whole, part].filter((form) => form.length > 0);
  return forms.filter((form, index) => forms.findIndex((other) => sameStretches(form, other)) === index);
}

function statement(text: string, sentence: Stretch, { language, rules }: Phrases): readonly Stretch[] {
  const content = rules?.attributionPhrase(text, sentence, language)?.content ?? [sentence];
  return content.map((part) => inside(text, part)).filter(({ start, end }) => start < end);
}

const around = (units: readonly Stretch[], at: number): Stretch | null =>
  units.find(({ start, end }) => start <= at && at < end) ?? units.find(({ start }) => start >= at) ?? null;

/** The quotation a caret or unit lies in, touches or holds; on a caret also the next one. */
function quotationAt({ quotations }: Layout, { start, end }: Stretch): Stretch | null {
  return quotations.find((unit) => unit.start <= end && start <= unit.end) ?? (start === end ? around(quotations, start) : null);
}

/** Without the marks around it, and without the stop or comma that stands before the closing one. */
function inside(text: string, stretch: Stretch): Stretch {
  const bare = withoutStop(text, stretch);
  const words = text.slice(bare.start, bare.end);
  const marked = /^["“„«»”‘'「『‹‚].*["”“«»’'」』›‘]$/su.test(words);
  return marked ? withoutStop(text, { start: bare.start + 1, end: bare.end - 1 }) : bare;
}

// Claims leave out the punctuation they end with; three dots say that something is missing and stay.
function withoutStop(text: string, { start, end }: Stretch): Stretch {
  const words = text.slice(start, end);
  const stop = /(?:\.\.\.|…)\s*$/u.test(words) ? 0 : (/[\s.。,،，;؛；:：]*$/u.exec(words)?.[0].length ?? 0);
  return { start: start + words.length - words.trimStart().length, end: end - stop };
}
