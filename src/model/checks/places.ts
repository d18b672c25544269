import type { Stretch } from '../../text/stretch.ts';
import type { Annotation } from '../records.ts';
import { touchedBy } from './covered.ts';
import { type Check, type Found, placeOf } from './finding.ts';
import { extentOf, type Subject } from './subject.ts';

/** The first part of a tag that breaks a rule about places; `null` where none does. */
type Fault = (subject: Subject, segment: Stretch, annotation: Annotation) => boolean;

function perTag(message: string, isFault: Fault): Check['find'] {
  return (subject) =>
    subject.annotations.flatMap((annotation): Found[] => {
      const fault = annotation.segments.find((segment) => isFault(subject, segment, annotation));
      return fault ? [{ annotation, stretch: { start: fault.start, end: fault.end }, message, detail: placeOf(fault) }] : [];
    });
}

const crosses: Fault = ({ zones }, segment) => new Set(touchedBy(zones, segment).map(({ kind }) => kind)).size > 1;
const inChrome: Fault = ({ zones }, segment) => touchedBy(zones, segment).some(({ kind }) => kind === 'site-chrome');
const otherWords: Fault = ({ text }, { start, end }, { segments }) =>
  segments.some((segment) => segment.start === start && text.slice(start, end) !== segment.exact);

function duplicates({ annotations }: Subject): Found[] {
  const first = new Map<string, Annotation>();
  const keyOf = ({ type, segments }: Annotation) => `${type} ${segments.map(placeOf).join(' ')}`;
  for (const annotation of annotations) {
    const known = first.get(keyOf(annotation));
    if (!known || annotation.created < known.created) first.set(keyOf(annotation), annotation);
  }
  return annotations
    .filter((annotation) => first.get(keyOf(annotation)) !== annotation)
    .map((annotation) => ({ annotation, stretch: extentOf(annotation), message: 'duplicate-annotation', fix: { kind: 'delete' } }));
}

// Which punctuation is stray at an edge of the types that have none there; a quote ends with its marks, whatever stands inside.
const strayAtEnd: Readonly<Record<string, RegExp>> = {
  claim: /[.,;:!?…،؛؟۔。，、：；！？]$/u,
  source: /[.,;:،؛۔。，、：；]$/u,
};
const strayAtStart = /^[.,;:،؛۔。，、：；)\]]/u;
// The full stop of an initial or an abbreviation belongs to the word.
const abbreviated = /(?:(?:^|[\s.(])\p{L}|\b(?:Jr|Sr|Inc|Ltd|Co|Corp|Bros|St|No|Gen|Sen|Rep|Gov|Dr|Prof|Mr|Mrs|Ms))\.$/u;

/** A part without stray spaces and punctuation at its edges; an empty one where nothing else is in it. */
function tidy({ text, facts }: Subject, { start, end }: Stretch, type: string): Stretch {
  let [from, to] = [start, end];
  // In one loop, for punctuation may stand behind a space and a space behind punctuation.
  for (let before = -1; before !== to - from && from < to; ) {
    before = to - from;
    const words = text.slice(from, to);
    const stray = strayAtEnd[type];
    if (/^\s/u.test(words) || (stray && strayAtStart.test(words))) from += 1;
    else if (/\s$/u.test(words) || (stray?.test(words) && !abbreviated.test(words))) to -= 1;
    else if (
      type === 'claim' &&
      touchedBy(facts.quotations, { start: from, end: to }).some((q) => q.start === from && q.end === to && q.closed)
    )
      [from, to] = [from + 1, to - 1];
  }
  return { start: from, end: to };
}

function untidy(subject: Subject): Found[] {
  return subject.annotations.flatMap((annotation): Found[] => {
    const tidied = annotation.segments.map((segment) => tidy(subject, segment, annotation.type));
    const at = annotation.segments.findIndex(({ start, end }, index) => tidied[index]?.start !== start || tidied[index].end !== end);
    const fault = annotation.segments[at];
    if (!fault) return [];
    const fits = tidied.every(({ start, end }) => start < end);
    return [
      {
        annotation,
        stretch: { start: fault.start, end: fault.end },
        message: 'untidy-boundary',
        detail: placeOf(fault),
        ...(fits && { fix: { kind: 'set-segments', stretches: tidied } }),
      },
    ];
  });
}

/** Where tags lie and end. */
export const placeChecks: readonly Check[] = [
  { id: 'text-mismatch', needsText: true, find: perTag('text-mismatch', otherWords) },
  { id: 'duplicate-annotation', needsText: false, find: duplicates },
  { id: 'crosses-zone', needsText: false, find: perTag('crosses-zone', crosses) },
  { id: 'tag-in-site-chrome', needsText: false, find: perTag('tag-in-site-chrome', inChrome) },
  { id: 'untidy-boundary', needsText: true, find: untidy },
];
