import { acknowledgedIn } from './checks/acknowledged.ts';
import { sameJson } from './equal.ts';
import { grouped } from './grouped.ts';
import { isWorkOn, type JournalEntry } from './journal.ts';
import type { PackageContents, SetCopy } from './package-contents.ts';
import type { Change } from './patch.ts';
import type { Annotation, AnnotationSet, Id, PartOfSet, Relation, TextHash } from './records.ts';

/** The copies of all sets in a package, forks included; `ahead` where the journal says that they are. */
export function copiesIn(contents: PackageContents): SetCopy[] {
  const { sets = [], journal = [], annotations = [], relations = [], articles = [], forks = [] } = contents;
  const [tags, links] = [grouped(annotations, ({ set }) => set), grouped(relations, ({ set }) => set)];
  const main = sets.map((set): SetCopy => {
    const acknowledged = articles.flatMap((article) => {
      const own = acknowledgedIn(article, (id) => id === set.id).acknowledged;
      return own ? [[article.id, own] as const] : [];
    });
    return {
      set: isWorkedOn(set, journal) ? { ...set, ahead: true } : set,
      annotations: tags.get(set.id) ?? [],
      relations: links.get(set.id) ?? [],
      acknowledged: Object.fromEntries(acknowledged),
    };
  });
  return [...main, ...forks.map(({ id: _, ...copy }) => copy)];
}

/** True where the last work on a set came after all exports that its heads name. */
function isWorkedOn({ id, heads }: AnnotationSet, journal: readonly JournalEntry[]): boolean {
  const work = journal.filter((entry) => isWorkOn(entry, id) && entry.patch.some((change) => isOf(id, change)));
  const last = work.reduce((so: JournalEntry | null, entry) => (so && so.seq > entry.seq ? so : entry), null);
  return last !== null && !heads.includes(last.hash);
}

/** True for a change of a tag or link of the set. */
const isOf = (set: Id, { before, after }: Change): boolean =>
  [before, after].some((record) => record !== null && 'set' in record && record.set === set);

/** True for a copy with work that no head names: a list of heads then says nothing of all that is in it. */
export const isAhead = ({ ahead, heads }: AnnotationSet): boolean => ahead === true || heads.length === 0;

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
const coversText = ({ part }: AnnotationSet, text: TextHash): boolean => part?.texts?.includes(text) ?? true;

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
 * True where the second copy may be left for the first one: that one goes on from it, or says the same and more. Work that
 * no head names is only left for a copy of the same heads that holds it, and may itself hold more. A partial order, so that
 * in whatever order copies meet, the same ones remain.
 */
export function goesOnFrom(one: SetCopy, other: SetCopy): boolean {
  if (!hasHeadsOf(one.set, other.set) || !coversPart(one.set, other.set)) return false;
  const longer = one.set.heads.length > other.set.heads.length;
  if (isAhead(other.set)) return !longer && isAhead(one.set) && holdsAllOf(one, other);
  return longer || holdsAllOf(one, other);
}

interface Tagged {
  readonly annotations: readonly Annotation[];
  readonly relations: readonly Relation[];
}

/** What of ours a newer copy no longer has. Nothing is gone that a copy of a part leaves out: a link goes along only with both its ends. */
export function goneIn(copy: SetCopy, ours: Tagged): Tagged {
  const [tags, links, known] = [byId(copy.annotations), byId(copy.relations), byId(ours.annotations)];
  const covered = ({ text }: Annotation) => coversText(copy.set, text);
  const annotations = ours.annotations.filter((tag) => !tags.has(tag.id) && covered(tag));
  const gone = new Set(annotations.map(({ id }) => id));
  const relations = ours.relations.filter(({ id, from, to }) => {
    const ends = [known.get(from), known.get(to)];
    return !links.has(id) && (gone.has(from) || gone.has(to) || ends.every((end) => end === undefined || covered(end)));
  });
  return { annotations, relations };
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
  return (
    sameJson(plain(one.set), plain(other.set)) &&
    other.annotations.every(same) &&
    other.relations.every((relation) => sameJson(links.get(relation.id), relation)) &&
    Object.entries(other.acknowledged).every(([article, known]) => sameJson(one.acknowledged[article], known))
  );
}

/** A set without what says how much of it a copy holds. */
function plain({ heads: _, part: __, ahead: ___, ...set }: AnnotationSet): object {
  return set;
}

const byId = <R extends { readonly id: Id }>(records: readonly R[]): ReadonlyMap<Id, R> =>
  new Map(records.map((record) => [record.id, record]));
