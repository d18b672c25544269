import { grouped } from '../../model/grouped.ts';
import type { Project } from '../../model/project.ts';
import type { Annotation, Article } from '../../model/records.ts';
import { homesOf } from '../../model/views/statements.ts';
import { endOf, isInside, type LinkSeen, linksOf, paragraphAt, startOf, wordsOf } from '../../model/views/tags.ts';
import { sentencesIn } from '../../text/sentences.ts';
import type { Row } from './cells.ts';

const head = [
  ...['article', 'publisher', 'published', 'url', 'paragraph', 'claim_id', 'claim_text', 'wording', 'kind', 'voice', 'claimed_by'],
  ...['source_mention', 'source_kind', 'source_naming', 'relayed_via', 'quote_text', 'context', 'checkworthy', 'status', 'note', 'flag'],
  ...['annotator', 'created', 'modified', 'codebook', 'text_hash', 'start', 'end'],
];

/** One row for each claim, with who makes it and what stands around it, under a row of names. Claims in the order of the articles and their texts. */
export function claimRows(project: Project): Row[] {
  const homes = homesOf(project.articles);
  const places = grouped(project.annotations.values(), ({ text, set }) => `${text}/${set}`);
  const groups = [...places.values()].flatMap((tags) => {
    const quotes = tags.filter(({ type }) => type === 'quote');
    const claims = tags.filter(({ type }) => type === 'claim').sort((a, b) => startOf(a) - startOf(b));
    return claims.map((claim) => rowOf(project, claim, homes.get(claim.text) ?? null, quotes));
  });
  return [head, ...groups];
}

function rowOf(project: Project, claim: Annotation, article: Article | null, quotes: readonly Annotation[]): Row {
  const { attributes, note, flag, created, modified, codebook, text, author } = claim;
  const out = linksOf(project, claim.id).filter(({ direction }) => direction === 'out');
  const sources = out.filter(({ relation }) => relation.type === 'claimed-by');
  const relays = out.filter(({ relation }) => relation.type === 'relayed-via');
  const quote = quotes.find((candidate) => isInside(claim, candidate));
  return [
    ...[
      article?.title,
      article?.publisher,
      article?.date,
      article?.url,
      (article && paragraphAt(article, text, startOf(claim))) ?? undefined,
    ],
    ...[claim.id, wordsOf(claim), attributes.wording, attributes.kind, attributes.voice, listed(sources, (tag) => nameOf(project, tag))],
    ...[listed(sources, wordsOf), listed(sources, (tag) => tag.attributes.kind), listed(sources, (tag) => tag.attributes.naming)],
    ...[listed(relays, (tag) => nameOf(project, tag)), quote && wordsOf(quote), contextOf(project, claim, article)],
    ...[attributes.checkworthy, attributes.status, note, flag, project.authors.get(author)?.name, created, modified, codebook, text],
    ...[startOf(claim), endOf(claim)],
  ];
}

const listed = (links: readonly LinkSeen[], words: (tag: Annotation) => string | undefined): string =>
  links.flatMap(({ other }) => words(other) ?? []).join('; ');

/** The name a source has in the register, else its words. */
const nameOf = ({ entities }: Project, tag: Annotation): string => entities.get(tag.attributes.entity ?? '')?.name ?? wordsOf(tag);

/** The sentences that the claim touches. */
function contextOf({ texts }: Project, claim: Annotation, article: Article | null): string {
  const content = texts.get(claim.text)?.content ?? '';
  const [start, end] = [startOf(claim), endOf(claim)];
  const zones =
    article?.versions.find(({ text }) => text === claim.text)?.zones.filter((zone) => zone.start < end && zone.end > start) ?? [];
  return zones
    .flatMap((zone) => sentencesIn(content, zone, article?.language ?? 'und'))
    .filter((sentence) => sentence.start < end && sentence.end > start)
    .map((sentence) => content.slice(sentence.start, sentence.end))
    .join(' ');
}
