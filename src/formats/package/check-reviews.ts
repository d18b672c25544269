import { packageMessages } from '../../messages/package.ts';
import type { Codebook } from '../../model/codebooks/codebook.ts';
import { codebookRef, relationType, tagType } from '../../model/codebooks/newsroom-core.ts';
import type { PackageContents } from '../../model/package-contents.ts';
import type { ProposedTag, Review, TextRecord, Verdict } from '../../model/records.ts';
import { checkAttributes, checkSegments, type Report } from './check-tag.ts';

/** Reports what reviews name that is not in the file, and proposals that could not be carried out. What a verdict is about may be gone since. */
export function checkReviews(contents: PackageContents, report: Report): void {
  const { reviews = [], texts = [], codebooks = [] } = contents;
  if (reviews.length === 0) return;
  const needs = needsIn(contents);
  const text = new Map(texts.map((record) => [record.id, record]));
  const codebook = new Map(codebooks.map((record) => [codebookRef(record), record]));
  reviews.forEach((review, index) => {
    const at: Report = (path, said) => report(['reviews', index, ...path], said);
    for (const [member, what, known] of needs(review))
      if (!known) at([member], packageMessages.unknown(what, String(Reflect.get(review, member))));
    if ('target' in review) checkProposal(review, text.get(review.text), codebook.get(review.codebook), at);
  });
}

type Need = readonly [member: string, what: string, known: boolean];

function needsIn({ texts = [], sets = [], authors = [], codebooks = [], reviews = [] }: PackageContents): (review: Review) => Need[] {
  const idsOf = (records: readonly { readonly id: string }[]) => new Set(records.map(({ id }) => id));
  const known = { texts: idsOf(texts), sets: idsOf(sets), authors: idsOf(authors), codebooks: new Set(codebooks.map(codebookRef)) };
  const verdicts = new Map(reviews.flatMap((review) => ('target' in review ? [[review.id, review]] : [])));
  return (review) => [
    ['text', 'text', known.texts.has(review.text)],
    ['set', 'set', known.sets.has(review.set)],
    ['author', 'author', known.authors.has(review.author)],
    ...('target' in review ? [['codebook', 'codebook', known.codebooks.has(review.codebook)] as const] : []),
    ...('verdict' in review ? [['verdict', 'verdict', verdicts.get(review.verdict)?.set === review.set] as const] : []),
  ];
}

/** Reports a proposal with other words than the text has there, or that the codebook of the verdict does not know. */
function checkProposal({ proposal }: Verdict, text: TextRecord | undefined, codebook: Codebook | undefined, report: Report): void {
  if (!proposal) return;
  const { segments = [], type, attributes = {}, links = [], entries = [] } = proposal;
  const register = new Set(entries.map(({ id }) => id));
  const tag = (one: Omit<ProposedTag, 'segments'>, path: readonly PropertyKey[]) => {
    if (!codebook) return;
    if (!tagType(codebook, one.type)) report([...path, 'type'], packageMessages.unknownType(one.type));
    else checkAttributes(one, codebook, register, (inner, said) => report([...path, 'attributes', ...inner], said));
  };
  checkSegments(segments, text, ['proposal', 'segments'], report);
  if (type !== undefined) tag({ type, attributes }, ['proposal']);
  links.forEach((link, index) => {
    const path = ['proposal', 'links', index];
    if (codebook && !relationType(codebook, link.type)) report([...path, 'type'], packageMessages.unknownType(link.type));
    if (typeof link.to === 'string') return;
    checkSegments(link.to.segments, text, [...path, 'to', 'segments'], report);
    tag(link.to, [...path, 'to']);
  });
}
