import { attributeOf, relationType } from '../codebooks/newsroom-core.ts';
import { codebookOf } from '../commands/lookup.ts';
import type { Annotation } from '../records.ts';
import { missingIn, withoutSpeaker } from '../views/tags.ts';
import type { Check, Found } from './finding.ts';
import { extentOf, linked, type Subject } from './subject.ts';

const missing = ({ project, from }: Subject, annotation: Annotation): string[] =>
  missingIn(project, annotation, from.get(annotation.id) ?? []);

function unset(subject: Subject, annotation: Annotation): Found[] {
  return missing(subject, annotation)
    .filter((id) => id !== 'source')
    .map((id) => {
      const definition = attributeOf(codebookOf(subject.project, annotation.codebook), annotation.type, id);
      const value = annotation.attributes[id];
      const label = definition?.values?.find((allowed) => allowed.id === value)?.label ?? value ?? '';
      return {
        annotation,
        stretch: extentOf(annotation),
        // A proposal is nobody's word, but it is confirmed in one step with all others.
        message: value === undefined ? 'required-attribute' : 'required-attribute-proposed',
        params: { attribute: definition?.label ?? id, value: label },
        detail: id,
      };
    });
}

const whole = (annotation: Annotation, message: string): Found => ({ annotation, stretch: extentOf(annotation), message });

/** True where there are more speakers than the codebook allows; scare quotes may have one too. */
function tooMany(subject: Subject, quote: Annotation): boolean {
  const { max = Number.POSITIVE_INFINITY } = relationType(codebookOf(subject.project, quote.codebook), 'said-by')?.required ?? {};
  return linked(subject, quote.id, 'said-by').length > max;
}

const ofType = ({ annotations }: Subject, type: string): Annotation[] => annotations.filter((annotation) => annotation.type === type);

/** Who said or claimed it, and what the codebook requires of every tag. */
export const attributionChecks: readonly Check[] = [
  {
    id: 'required-attribute',
    needsText: false,
    find: (subject) => subject.annotations.flatMap((annotation) => unset(subject, annotation)),
  },
  {
    id: withoutSpeaker,
    needsText: false,
    find: (subject) =>
      ofType(subject, 'quote')
        .filter((quote) => missing(subject, quote).includes('source'))
        .map((quote) => ({ ...whole(quote, 'quote-without-speaker'), fix: { kind: 'link-speaker' } })),
  },
  {
    id: 'quote-with-two-speakers',
    needsText: false,
    find: (subject) =>
      ofType(subject, 'quote')
        .filter((quote) => tooMany(subject, quote))
        .map((quote) => whole(quote, 'quote-with-two-speakers')),
  },
  {
    id: 'claim-without-claimer',
    needsText: false,
    // A claim without a voice lacks the voice first.
    find: (subject) =>
      ofType(subject, 'claim')
        .filter((claim) => claim.attributes.voice === 'attributed' && missing(subject, claim).includes('source'))
        .map((claim) => ({ ...whole(claim, 'claim-without-claimer'), fix: { kind: 'link-speaker' } })),
  },
  {
    id: 'article-voice-with-claimer',
    needsText: false,
    find: (subject) =>
      ofType(subject, 'claim')
        .filter((claim) => claim.attributes.voice === 'article' && linked(subject, claim.id, 'claimed-by').length > 0)
        .map((claim) => whole(claim, 'article-voice-with-claimer')),
  },
];
