import type { ParsedArticle } from '../../text/article.ts';
import type { Decoded } from '../../text/decode.ts';
import { sha256 } from '../../text/hash.ts';
import type { Context } from '../context.ts';
import { sameJson } from '../equal.ts';
import { change, type Patch, patchOf } from '../patch.ts';
import type { Project } from '../project.ts';
import type { Article, Id, TextRecord, Zone } from '../records.ts';
import { articleIn } from './lookup.ts';
import { removeLinks } from './remove-links.ts';

/** A decoded text as a record: known by its hash. */
export function textRecord({ text, encoding, byteOrderMark }: Decoded): TextRecord {
  return { id: sha256(text), length: text.length, content: text, encoding, ...(byteOrderMark && { byteOrderMark }) };
}

/** The members of an article that a parser or a manifest found, without those it did not. */
export function metadata(found: { readonly [K in keyof Article]?: Article[K] | null }): Partial<Article> {
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== null && value !== undefined));
}

export interface NewArticle {
  readonly decoded: Decoded;
  readonly parsed: ParsedArticle;
  /** The title of an article in which none was found. */
  readonly fallbackTitle: string;
}

/** Adds an article with its text, whose record is given apart because texts are never in a patch. */
export function addArticle(
  { decoded, parsed, fallbackTitle }: NewArticle,
  context: Context,
): { patch: Patch; texts: readonly TextRecord[]; article: Id } {
  const text = textRecord(decoded);
  const added = context.now();
  const zones: Zone[] = parsed.zones.map(({ kind, start, end }) => ({ id: context.id(), kind, start, end }));
  const { byline, bylineKind, publisher, publisherInferred, date } = parsed;
  const article: Article = {
    ...metadata({ byline, bylineKind, publisher, publisherInferred: publisherInferred ? true : null, date }),
    id: context.id(),
    title: parsed.title ?? fallbackTitle,
    language: parsed.language,
    direction: parsed.direction,
    status: 'to-do',
    added,
    versions: [{ text: text.id, added, zones }],
  };
  return { patch: patchOf(change('articles', article.id, null, article)), texts: [text], article: article.id };
}

/** What of an article a person may change; `null` takes a member away. The text is not among it. */
export type ArticleFields = {
  readonly [K in 'title' | 'byline' | 'bylineKind' | 'publisher' | 'date' | 'url' | 'language' | 'direction' | 'status']?:
    | Article[K]
    | null;
};

// What every article has: an empty value leaves it as it was.
const lasting: ReadonlySet<string> = new Set(['title', 'language', 'direction', 'status'] satisfies (keyof ArticleFields)[]);

/** Changes metadata or status; title, language, direction and status cannot be taken away. A publisher set by hand is no longer inferred. */
export function editArticle(project: Project, { article: id, fields }: { article: Id; fields: ArticleFields }): Patch {
  const article = articleIn(project, id);
  const { publisherInferred: _, ...confirmed } = article;
  const before = 'publisher' in fields ? confirmed : article;
  const kept = Object.fromEntries(
    Object.entries({ ...before, ...fields }).filter(([, value]) => value !== null && value !== undefined && value !== ''),
  );
  const after: Article = { ...article, ...kept };
  const cleaned = Object.fromEntries(Object.entries(after).filter(([key]) => key in kept || lasting.has(key))) as typeof after;
  return patchOf(change('articles', id, article, cleaned));
}

/** Gives the newest text of an article other zones. Throws where zones overlap, are out of order or outside the text. */
export function editZones(project: Project, { article: id, zones }: { article: Id; zones: readonly Zone[] }): Patch {
  const article = articleIn(project, id);
  const last = article.versions.at(-1) ?? article.versions[0];
  const length = project.texts.get(last.text)?.length ?? Number.POSITIVE_INFINITY;
  zones.forEach((zone, index) => {
    if (zone.start >= zone.end || zone.start < (zones[index - 1]?.end ?? 0) || zone.end > length) {
      throw new RangeError(`The zone at ${zone.start}–${zone.end} overlaps another or lies outside the text.`);
    }
  });
  if (sameJson(zones, last.zones)) return [];
  const versions = article.versions.map((version) => (version === last ? { ...version, zones } : version));
  const [first = last, ...rest] = versions;
  return patchOf(change('articles', id, article, { ...article, versions: [first, ...rest] }));
}

/** Deletes an article with the tags and links on its texts that are in memory. The text itself stays stored, for undo. */
export function deleteArticle(project: Project, { article: id }: { article: Id }, context: Context): Patch {
  const article = articleIn(project, id);
  const texts = new Set(article.versions.map(({ text }) => text));
  const annotations = [...project.annotations.values()].filter(({ text }) => texts.has(text));
  const gone = new Set(annotations.map((annotation) => annotation.id));
  const relations = [...project.relations.values()].filter(({ from, to }) => gone.has(from) || gone.has(to));
  return patchOf(
    change('articles', id, article, null),
    ...annotations.map((annotation) => change('annotations', annotation.id, annotation, null)),
    ...removeLinks(project, relations, context, gone),
    ...[...project.reviews.values()].flatMap((review) => (texts.has(review.text) ? [change('reviews', review.id, review, null)] : [])),
  );
}
