import { Covered } from './covered.ts';
import { type Check, type Found, placeOf } from './finding.ts';
import { extentOf, linked, type Subject } from './subject.ts';

/** Pronouns that neither a register entry nor another mention explains; what is only proposed explains nothing yet. */
function unresolved(subject: Subject): Found[] {
  return subject.annotations
    .filter(({ id, type, attributes, suggested }) => {
      const named = attributes.entity !== undefined && !suggested?.includes('entity');
      const same = linked(subject, id, 'same-as').length > 0 || (subject.to.get(id) ?? []).some((relation) => relation.type === 'same-as');
      return type === 'source' && attributes.naming === 'pronoun' && !named && !same;
    })
    .map((annotation) => ({ annotation, stretch: extentOf(annotation), message: 'pronoun-unresolved' }));
}

const inText = (message: string, { start, end }: { readonly start: number; readonly end: number }, params = {}): Found => ({
  annotation: null,
  stretch: { start, end },
  message,
  params,
  detail: placeOf({ start, end }),
});

function bareHeadlines({ zones, annotations }: Subject): Found[] {
  const claims = new Covered(annotations.filter(({ type }) => type === 'claim').flatMap(({ segments }) => segments));
  return zones.filter((zone) => zone.kind === 'headline' && !claims.touches(zone)).map((zone) => inText('headline-without-claim', zone));
}

function untaggedAttributions({ text, facts, annotations }: Subject): Found[] {
  const tagged = new Covered(annotations.flatMap(({ segments }) => segments));
  return facts.attributions
    .filter(({ sentence }) => !tagged.touches(sentence))
    .map(({ sentence, verb }) => inText('attribution-verb-without-tag', sentence, { verb: text.slice(verb.start, verb.end) }));
}

/** What deserves a second look. */
export const attentionChecks: readonly Check[] = [
  { id: 'pronoun-unresolved', needsText: false, find: unresolved },
  {
    id: 'flagged-unsure',
    needsText: false,
    find: ({ annotations }) =>
      annotations
        .filter(({ flag }) => flag === 'unsure')
        .map((annotation) => ({ annotation, stretch: extentOf(annotation), message: 'flagged-unsure' })),
  },
  { id: 'headline-without-claim', needsText: false, find: bareHeadlines },
  { id: 'attribution-verb-without-tag', needsText: true, find: untaggedAttributions },
];
