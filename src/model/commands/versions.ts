import { segmentsAt } from '../../anchoring/describe.ts';
import type { ParsedArticle } from '../../text/article.ts';
import type { Decoded } from '../../text/decode.ts';
import type { Stretch } from '../../text/stretch.ts';
import { withAcknowledgement } from '../checks/acknowledged.ts';
import type { Context } from '../context.ts';
import { change, type Patch, patchOf } from '../patch.ts';
import type { Project } from '../project.ts';
import type { Annotation, Article, Id, TextHash, TextRecord, TextVersion } from '../records.ts';
import { textRecord } from './articles.ts';
import { annotationIn, articleIn, contentOf, modified, relationsAt } from './lookup.ts';

/** Where the parts of a tag stand in another text (UTF-16 units). */
export interface Placed {
  readonly annotation: Id;
  readonly stretches: readonly Stretch[];
}

interface NewVersion {
  readonly article: Id;
  readonly decoded: Decoded;
  readonly parsed: ParsedArticle;
}

/** Adds a newer text to an article, whose record is given apart because texts are never in a patch. An article that was done is in progress again. */
export function addVersion(
  project: Project,
  { article: id, decoded, parsed }: NewVersion,
  context: Context,
): { readonly patch: Patch; readonly text: TextRecord } {
  const article = articleIn(project, id);
  const text = textRecord(decoded);
  const zones = parsed.zones.map(({ kind, start, end }) => ({ id: context.id(), kind, start, end }));
  return { patch: patchOf(change('articles', id, article, withVersion(article, { text: text.id, added: context.now(), zones }))), text };
}

/** Makes the text of one article the newest of another, and takes the first away; tags on it stay as they are. Throws where one is not there. */
export function joinArticles(project: Project, { article: id, of }: { readonly article: Id; readonly of: Id }): Patch {
  const [newer, older] = [articleIn(project, id), articleIn(project, of)];
  const after = newer.versions.reduce(withVersion, older);
  return patchOf(change('articles', id, newer, null), change('articles', of, older, after));
}

function withVersion(article: Article, version: TextVersion): Article {
  const others = article.versions.filter(({ text }) => text !== version.text);
  const [first = version, ...later] = [...others, version];
  return { ...article, status: article.status === 'done' ? 'in-progress' : article.status, versions: [first, ...later] };
}

// The finding that an acknowledgement under this key settles: the words of a tag are not what they were.
const leftKey = 'other-version';

/** True for a tag that somebody has left on an older version of its text. */
export const isLeftBehind = ({ acknowledged }: Annotation): boolean => Object.hasOwn(acknowledged ?? {}, leftKey);

/**
 * Puts tags where they stand in another text, whose content is in memory as the tags are; links that begin at them go along.
 * Throws a RangeError for a stretch outside the text.
 */
export function placeTags(
  project: Project,
  { text, placed }: { readonly text: TextHash; readonly placed: readonly Placed[] },
  context: Context,
): Patch {
  const content = contentOf(project, text);
  return placed.flatMap(({ annotation: id, stretches }) => {
    const annotation = annotationIn(project, id);
    const { acknowledged, ...rest } = annotation;
    const kept = { ...rest, ...withAcknowledgement(acknowledged, leftKey, null) };
    const after = modified(kept, { text, segments: segmentsAt(content, stretches) }, context);
    const links = relationsAt(project, id).filter(({ from }) => from === id);
    return patchOf(
      change('annotations', id, annotation, after),
      ...links.map((link) => change('relations', link.id, link, { ...link, text })),
    );
  });
}

/** Says of tags that they stay on the version they were made on; the reason stands on each. */
export function leaveBehind(tags: readonly Annotation[], reason: string, context: Context): Patch {
  return patchOf(
    ...tags.map((tag) => {
      const { acknowledged, ...rest } = tag;
      const left = { reason, author: context.author, at: context.now() };
      return change('annotations', tag.id, tag, { ...rest, ...withAcknowledgement(acknowledged, leftKey, left) });
    }),
  );
}

/** Asks again about tags that were left behind. */
export function takeUpAgain(tags: readonly Annotation[]): Patch {
  return patchOf(
    ...tags.map((tag) => {
      const { acknowledged, ...rest } = tag;
      return change('annotations', tag.id, tag, { ...rest, ...withAcknowledgement(acknowledged, leftKey, null) });
    }),
  );
}
