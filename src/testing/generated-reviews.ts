import fc from 'fast-check';
import { codebookRef, newsroomCore } from '../model/codebooks/newsroom-core.ts';
import type { Annotation, Id, Review, Time, Verdict } from '../model/records.ts';
import { sha256 } from '../text/hash.ts';

const kinds = ['agree', 'remove', 'boundary', 'retag', 'missing', 'link', 'question'] as const;

/** From what a review is made; which tag it is about is found among those that are there. */
export const drawnReviews = fc.array(
  fc.record({
    kind: fc.constantFrom(...kinds, 'accepted' as const, 'declined' as const, 'remark' as const),
    about: fc.nat(),
    comment: fc.option(fc.string({ unit: 'grapheme', maxLength: 8 }), { nil: null }),
    severe: fc.boolean(),
    unclear: fc.boolean(),
  }),
  { maxLength: 6 },
);
type Drawn = typeof drawnReviews extends fc.Arbitrary<readonly (infer T)[]> ? T : never;

/** Verdicts on some of these tags by the author of the other set, and answers to them. */
export function reviewsOf(
  drawn: readonly Drawn[],
  annotations: readonly Annotation[],
  { id, at, other }: { readonly id: (count: number) => Id; readonly at: (count: number) => Time; readonly other: (author: Id) => Id },
): Review[] {
  const verdicts: Verdict[] = [];
  return drawn.flatMap((one, index): Review[] => {
    const tag = annotations[one.about % annotations.length];
    const verdict = verdicts[one.about % verdicts.length];
    const { kind, comment } = one;
    if (kind === 'accepted' || kind === 'declined' || kind === 'remark') {
      if (!verdict) return [];
      const { set, text } = verdict;
      const said = { id: id(index), set, text, author: other(verdict.author), created: at(index), verdict: verdict.id };
      return [kind === 'remark' ? { ...said, kind, comment: comment ?? '' } : { ...said, kind, ...(comment !== null && { comment }) }];
    }
    if (!tag) return [];
    const { set, text, author } = tag;
    const made = { id: id(index), set, text, author: other(author), created: at(index), ...verdictOn(tag, { ...one, kind }) };
    verdicts.push(made);
    return [made];
  });
}

function verdictOn(tag: Annotation, { kind, comment, severe, unclear }: Drawn & { readonly kind: Verdict['kind'] }) {
  const { id, type, segments } = tag;
  const whole = { type, segments, attributes: {} };
  const proposals = {
    boundary: { segments },
    retag: { type, attributes: {} },
    missing: { ...whole, links: [{ type: 'said-by', to: { ...whole, type: 'source' } }] },
    link: { links: [{ type: 'said-by', to: id }], unlinked: [id] },
  };
  const proposal = kind in proposals ? proposals[kind as keyof typeof proposals] : null;
  return {
    kind,
    target: kind === 'missing' ? [] : [id],
    state: sha256(id),
    codebook: codebookRef(newsroomCore),
    ...(proposal && { proposal }),
    ...(comment !== null && { comment }),
    ...(severe && { severity: 'rule' as const }),
    ...(unclear && { ruleUnclear: true as const }),
  };
}
