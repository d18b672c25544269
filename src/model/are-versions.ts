import type { Article, TextHash } from './records.ts';

/** True for two texts of one article: while a tag waits on the older of them, links lead from one to the other. */
export function areVersions(articles: Iterable<Article>, one: TextHash, other: TextHash): boolean {
  for (const { versions } of articles) {
    const texts = new Set(versions.map(({ text }) => text));
    if (texts.has(one) && texts.has(other)) return true;
  }
  return false;
}
