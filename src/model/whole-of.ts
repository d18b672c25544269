import { change, type Patch, patchOf } from './patch.ts';
import type { Project } from './project.ts';

/** The patch that makes all records of a project out of nothing; texts are stored apart. */
export function wholeOf({ articles, authors, sets, codebooks, entities, annotations, relations, reviews }: Project): Patch {
  return patchOf(
    ...[...articles].map(([id, record]) => change('articles', id, null, record)),
    ...[...authors].map(([id, record]) => change('authors', id, null, record)),
    ...[...sets].map(([id, record]) => change('sets', id, null, record)),
    ...[...codebooks].map(([id, record]) => change('codebooks', id, null, record)),
    ...[...entities].map(([id, record]) => change('entities', id, null, record)),
    ...[...annotations].map(([id, record]) => change('annotations', id, null, record)),
    ...[...relations].map(([id, record]) => change('relations', id, null, record)),
    ...[...reviews].map(([id, record]) => change('reviews', id, null, record)),
  );
}
