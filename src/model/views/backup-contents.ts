import type { JournalEntry } from '../journal.ts';
import type { PackageContents } from '../package-contents.ts';
import type { Project } from '../project.ts';

/** Everything a project holds, as the contents of a package. The project must have all its tags and the contents of its texts; without a journal where that is `null`. */
export function backupContents(project: Project, journal: readonly JournalEntry[] | null): PackageContents {
  const { codebooks, texts, articles, authors, sets, annotations, relations, entities, reviews } = project;
  return {
    codebooks: [...codebooks.values()],
    texts: [...texts.values()],
    articles: [...articles.values()],
    authors: [...authors.values()],
    sets: [...sets.values()],
    annotations: [...annotations.values()],
    relations: [...relations.values()],
    entities: [...entities.values()],
    reviews: [...reviews.values()],
    ...(journal && { journal }),
  };
}
