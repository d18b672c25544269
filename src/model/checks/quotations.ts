import type { Stretch } from '../../text/stretch.ts';
import type { Annotation } from '../records.ts';
import { isInside } from '../views/tags.ts';
import { Covered, touchedBy } from './covered.ts';
import { type Check, type Found, placeOf } from './finding.ts';
import { linked, type Subject } from './subject.ts';

const mark = /["“”„«»‹›「」『』‘’‚'＂]/u;

/** Pairs of marks whose inside no quote begins and ends in: a quote that leaves out the marks is another matter. */
function uncovered({ facts, annotations }: Subject): Found[] {
  const quotes = new Covered(annotations.filter(({ type }) => type === 'quote').flatMap(({ segments }) => segments));
  return facts.quotations
    .filter(({ start, end, closed }) => !quotes.has(start + 1) || !quotes.has(end - (closed ? 2 : 1)))
    .map(({ start, end }) => ({
      annotation: null,
      stretch: { start, end },
      message: 'uncovered-quotation-marks',
      detail: placeOf({ start, end }),
      fix: { kind: 'tag-quote', stretch: { start, end } },
    }));
}

/** The first part of a quote with an edge at no mark; a quotation that is left open ends with its paragraph. */
function besideMark(subject: Subject, quote: Annotation): Stretch | null {
  const { segments, attributes } = quote;
  if (attributes.mode === 'indirect') return null;
  return (
    segments.find((segment, index) => {
      const { start, end } = trimmed(subject.text, segment);
      const inner = { start: index > 0, end: index < segments.length - 1 };
      const opened = mark.test(subject.text.charAt(start)) || (inner.start && atZoneEdge(subject, start, 'start'));
      return !opened || !(mark.test(subject.text.charAt(end - 1)) || mayEnd(subject, end, inner.end));
    }) ?? null
  );
}

function mayEnd(subject: Subject, end: number, inner: boolean): boolean {
  if (inner && atZoneEdge(subject, end, 'end')) return true;
  return subject.facts.quotations.some((quotation) => !quotation.closed && quotation.end === end);
}

const atZoneEdge = ({ zones }: Subject, offset: number, edge: 'start' | 'end'): boolean => zones.some((zone) => zone[edge] === offset);

function trimmed(text: string, { start, end }: Stretch): Stretch {
  const words = text.slice(start, end);
  return { start: end - words.trimStart().length, end: start + words.trimEnd().length };
}

/** The parts with the one at fault put over the quotation it overlaps most; `null` where it overlaps none. */
function overMarks({ facts }: Subject, quote: Annotation, fault: Stretch): readonly Stretch[] | null {
  const overlap = (other: Stretch) => Math.min(other.end, fault.end) - Math.max(other.start, fault.start);
  const [best] = touchedBy(facts.quotations, fault).sort((a, b) => overlap(b) - overlap(a));
  return best ? quote.segments.map((segment) => (segment === fault ? best : segment)).map(({ start, end }) => ({ start, end })) : null;
}

function boundaries(subject: Subject): Found[] {
  return subject.annotations.flatMap((annotation): Found[] => {
    const fault = annotation.type === 'quote' ? besideMark(subject, annotation) : null;
    if (!fault) return [];
    const stretches = overMarks(subject, annotation, fault);
    const { start, end } = fault;
    return [
      {
        annotation,
        stretch: { start, end },
        message: 'quote-boundary-not-at-mark',
        detail: placeOf(fault),
        ...(stretches && { fix: { kind: 'set-segments', stretches } }),
      },
    ];
  });
}

/** Register entries that the sources of a statement name. */
function entitiesOf(subject: Subject, statement: Annotation, type: string): ReadonlySet<string> {
  const sources = linked(subject, statement.id, type).flatMap(({ to }) => subject.project.annotations.get(to) ?? []);
  return new Set(sources.flatMap(({ attributes }) => attributes.entity ?? []));
}

/** Claims within a quote whose claimers are all other people than its speaker, as far as the register knows both. */
function otherClaimers(subject: Subject): Found[] {
  let open: readonly Annotation[] = [];
  return subject.annotations.flatMap((annotation): Found[] => {
    open = open.filter(({ segments }) => (segments.at(-1)?.end ?? 0) > annotation.segments[0].start);
    if (annotation.type === 'quote') open = [...open, annotation];
    if (annotation.type !== 'claim') return [];
    const claimers = entitiesOf(subject, annotation, 'claimed-by');
    const differing = open.find((quote) => {
      const speakers = entitiesOf(subject, quote, 'said-by');
      return claimers.size > 0 && speakers.size > 0 && isInside(annotation, quote) && ![...claimers].some((entity) => speakers.has(entity));
    });
    if (!differing) return [];
    const name = (entities: ReadonlySet<string>) => [...entities].map((id) => subject.project.entities.get(id)?.name ?? id).join(', ');
    return [
      {
        annotation,
        stretch: { start: annotation.segments[0].start, end: annotation.segments.at(-1)?.end ?? 0 },
        message: 'speaker-differs-from-claimer',
        params: { claimer: name(claimers), speaker: name(entitiesOf(subject, differing, 'said-by')) },
      },
    ];
  });
}

/** Quotation marks and what is tagged in them. */
export const quotationChecks: readonly Check[] = [
  { id: 'uncovered-quotation-marks', needsText: true, find: uncovered },
  { id: 'quote-boundary-not-at-mark', needsText: true, find: boundaries },
  { id: 'speaker-differs-from-claimer', needsText: false, find: otherClaimers },
];
