import { agreementReportMessages as words } from '../../messages/agreement-report.ts';
import type { Codebook } from '../../model/codebooks/codebook.ts';
import { attributeOf, relationType, tagType } from '../../model/codebooks/newsroom-core.ts';
import type { Project } from '../../model/project.ts';
import type { Id } from '../../model/records.ts';
import { initialsOf } from '../../model/views/initials.ts';
import { nameOfSet } from '../../model/views/name-of.ts';
import { anyType } from './found.ts';

/** What people read in the place of ids. What no codebook or record names is called by its id. */
export interface Labels {
  initials(set: Id): string;
  name(set: Id): string;
  article(id: Id): string;
  type(id: string): string;
  attribute(type: string, id: string): string;
  value(type: string, attribute: string, id: string): string;
  relation(id: string): string;
}

/** Labels for a report of these sets. `people`: who works on this machine. */
export function labelsOf(
  project: Pick<Project, 'sets' | 'authors' | 'codebooks' | 'articles'>,
  sets: readonly Id[],
  people: readonly Id[],
): Labels {
  const initials = initialsOf(project, sets);
  const codebooks = [...project.codebooks.values()];
  const first = <T>(find: (codebook: Codebook) => T | null): T | null => {
    for (const codebook of codebooks) {
      const found = find(codebook);
      if (found) return found;
    }
    return null;
  };
  return {
    initials: (set) => initials.get(set) ?? set,
    name: (set) => nameOfSet(project, people, set),
    article: (id) => project.articles.get(id)?.title ?? id,
    type: (id) => (id === anyType ? words.allTypes : (first((codebook) => tagType(codebook, id))?.label ?? id)),
    attribute: (type, id) => first((codebook) => attributeOf(codebook, type, id))?.label ?? id,
    value: (type, attribute, id) =>
      first((codebook) => attributeOf(codebook, type, attribute)?.values?.find((value) => value.id === id) ?? null)?.label ?? id,
    relation: (id) => first((codebook) => relationType(codebook, id))?.label ?? id,
  };
}
