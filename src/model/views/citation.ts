import { citationMessages as words } from '../../messages/citation.ts';
import { libraryMessages } from '../../messages/library.ts';
import type { Project } from '../project.ts';
import type { Annotation, Article } from '../records.ts';
import { linksOf, paragraphAt, versionOf } from './tags.ts';

const speakers: ReadonlySet<string> = new Set(['said-by', 'claimed-by']);

/** A tag in one line for an editor: “…”, said by Kim, via KCNA (AFP, The Moscow Times, 16 Feb 2026, par. 2). */
export function citationOf(project: Project, article: Article, annotation: Annotation): string {
  const said = annotation.segments.map(({ exact }) => withoutMarks(exact.replaceAll(/\s+/gu, ' '), annotation.type)).join(' … ');
  const out = linksOf(project, annotation.id).filter(({ direction }) => direction === 'out');
  const sources = out.filter(({ relation }) => speakers.has(relation.type)).map(({ other }) => nameOf(project, other));
  const relays = out.filter(({ relation }) => relation.type === 'relayed-via').map(({ other }) => words.via(nameOf(project, other)));
  const parts = [`“${said}”`, ...attribution(annotation, sources), ...relays];
  const place = placeOf(article, annotation);
  return place === '' ? parts.join(', ') : `${parts.join(', ')} (${place})`;
}

function attribution({ type, attributes }: Annotation, names: readonly string[]): string[] {
  if (type === 'source') return [words.source];
  if (names.length > 0) return [type === 'quote' ? words.saidBy(listed(names)) : words.claimedBy(listed(names))];
  return attributes.voice === 'article' ? [words.ownVoice] : [];
}

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')}${words.and}${names.at(-1)}`;

/** The name a source has in the register, else its words. */
const nameOf = ({ entities }: Project, { attributes, segments }: Annotation): string =>
  entities.get(attributes.entity ?? '')?.name ?? segments.map(({ exact }) => exact.replaceAll(/\s+/gu, ' ')).join(' … ');

// The marks around a quotation, and the comma that English puts inside them, are the sentence's and not the speaker's.
function withoutMarks(exact: string, type: string): string {
  if (type !== 'quote') return exact;
  return exact.replace(/^[“”„"«»‹›「『‘‚']\s?/u, '').replace(/,?\s?[”“"»«›‹」』’']$/u, '');
}

function placeOf(article: Article, annotation: Annotation): string {
  const { byline, publisher, date, language } = article;
  const by = byline === publisher ? [] : [byline];
  return [...by, publisher, date && dateInWords(date, language), standsIn(article, annotation)].filter(Boolean).join(', ');
}

/** A date (YYYY-MM-DD) as the article's readers write it; in English, and where the language is unknown, “16 Feb 2026”. */
function dateInWords(date: string, language: string): string {
  const locale = language === 'und' || language.startsWith('en') ? 'en-GB' : language;
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
}

function standsIn(article: Article, { text, segments: [{ start }] }: Annotation): string {
  const paragraph = paragraphAt(article, text, start);
  if (paragraph !== null) return words.paragraph(paragraph);
  const { zones } = versionOf(article, text);
  const zone = zones.find((candidate) => candidate.start <= start && start < candidate.end);
  return zone ? libraryMessages.zone(zone.kind).toLowerCase() : '';
}
