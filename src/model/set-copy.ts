import { acknowledgedIn } from './checks/acknowledged.ts';
import { sameJson } from './equal.ts';
import { grouped } from './grouped.ts';
import type { PackageContents, SetCopy } from './package-contents.ts';
import type { Annotation, AnnotationSet, Id, PartOfSet, TextHash } from './records.ts';

/** The copies of all sets in a package, forks included. */
export function copiesIn(contents: PackageContents): SetCopy[] {
  const { sets = [], annotations = [], relations = [], articles = [], forks = [] } = contents;
  const [tags, links] = [grouped(annotations, ({ set }) => set), grouped(relations, ({ set }) => set)];
  const main = sets.map((set): SetCopy => {
    const acknowledged = articles.flatMap((article) => {
      const own = acknowledgedIn(article, (id) => id === set.id).acknowledged;
      return own ? [[article.id, own] as const] : [];
    });
    return {
      set,
      annotations: tags.get(set.id) ?? [],
      relations: links.get(set.id) ?? [],
      acknowledged: Object.fromEntries(acknowledged),
    };
  });
  return [...main, ...forks.map(({ id: _, ...copy }) => copy)];
}

type WithPart = Pick<AnnotationSet, 'part'>;

const includes = <T>(all: readonly T[], some: readonly T[]): boolean => some.every((item) => all.includes(item));

/** True where the first copy was exported after everything the second one was: it has all heads of it. */
export const hasHeadsOf = (one: AnnotationSet, other: AnnotationSet): boolean => includes(one.heads, other.heads);

/** True where nothing of what the second copy holds is left out by the first. */
export function coversPart({ part }: WithPart, { part: other }: WithPart): boolean {
  const texts = part?.texts === undefined || (other?.texts !== undefined && includes(part.texts, other.texts));
  return texts && (part?.withoutNotes !== true || other?.withoutNotes === true);
}

/** True where what lies on this text belongs to the part of the set that a copy holds. */
export const coversText = ({ part }: AnnotationSet, text: TextHash): boolean => part?.texts?.includes(text) ?? true;

/** What two copies hold together. */
export function unitedPart({ part: one }: WithPart, { part: other }: WithPart): { readonly part?: PartOfSet } {
  const texts = one?.texts && other?.texts && [...new Set([...one.texts, ...other.texts])].sort();
  const part: PartOfSet = {
    ...(texts && { texts }),
    ...(one?.withoutNotes && other?.withoutNotes && { withoutNotes: true }),
  };
  return Object.keys(part).length > 0 ? { part } : {};
}

/**
 * True where the second copy may be left for the first one: that one goes on from it, or says the same and more. A partial
 * order, so that in whatever order copies meet, the same ones remain.
 */
export function goesOnFrom(one: SetCopy, other: SetCopy): boolean {
  if (!hasHeadsOf(one.set, other.set) || !coversPart(one.set, other.set)) return false;
  return one.set.heads.length > other.set.heads.length || holdsAllOf(one, other);
}

function holdsAllOf(one: SetCopy, other: SetCopy): boolean {
  const withNotes = other.set.part?.withoutNotes !== true;
  const [tags, links] = [byId(one.annotations), byId(one.relations)];
  const same = (annotation: Annotation) => {
    const { note: _, ...rest } = annotation;
    const known = tags.get(annotation.id);
    if (withNotes || !known) return sameJson(known, annotation);
    const { note: __, ...knownRest } = known;
    return sameJson(knownRest, rest);
  };
  const { heads: _h, part: _p, ...set } = other.set;
  const { heads: _i, part: _q, ...knownSet } = one.set;
  return (
    sameJson(knownSet, set) &&
    other.annotations.every(same) &&
    other.relations.every((relation) => sameJson(links.get(relation.id), relation)) &&
    Object.entries(other.acknowledged).every(([article, known]) => sameJson(one.acknowledged[article], known))
  );
}

const byId = <R extends { readonly id: Id }>(records: readonly R[]): ReadonlyMap<Id, R> =>
  new Map(records.map((record) => [record.id, record]));
