import type { PackageContents } from '../package-contents.ts';
import type { Project } from '../project.ts';
import type { TextRecord } from '../records.ts';

/** Everything a project holds that is in memory, as the contents of a package: texts without content as withheld, links only between tags that are there. */
export function projectContents({
  codebooks,
  texts,
  articles,
  authors,
  sets,
  annotations,
  relations,
  entities,
  reviews,
}: Project): PackageContents {
  return {
    codebooks: [...codebooks.values()],
    texts: [...texts.values()].map(withheldWhereMissing),
    articles: [...articles.values()],
    authors: [...authors.values()],
    // Nobody has noted where its work stands; what is not stored has no head.
    sets: [...sets.values()].map((set) => ({ ...set, ahead: true })),
    annotations: [...annotations.values()],
    relations: [...relations.values()].filter(({ from, to }) => annotations.has(from) && annotations.has(to)),
    entities: [...entities.values()],
    reviews: [...reviews.values()],
  };
}

/** The text as a file must name it: withheld, with the reason, where its content is not there. */
export const withheldWhereMissing = (text: TextRecord): TextRecord =>
  text.content === undefined && text.withheld === undefined ? { ...text, withheld: 'It could not be read when this file was made.' } : text;
