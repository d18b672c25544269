import { codebookRef, unchosen } from '../../model/codebooks/newsroom-core.ts';
import { sameJson } from '../../model/equal.ts';
import { grouped } from '../../model/grouped.ts';
import { contentsIn, type KeyedRecord } from '../../model/keyed-records.ts';
import type { Fork, PackageContents, SetCopy, Variant } from '../../model/package-contents.ts';
import type { Article, Author, Id, TextRecord } from '../../model/records.ts';
import { copiesIn, goesOnFrom } from '../../model/set-copy.ts';
import { sha256 } from '../../text/hash.ts';
import { canonicalJson } from '../canonical.ts';
import { sorted } from './write.ts';

/**
 * Unites packages. Of each set the copies stay that no other one goes on from, and of each other record every content that
 * says something of its own; the one with the smallest hash stands in its list, the others in `forks` and `variants`. In
 * whatever order and however often packages are united, the result is the same: it is the least upper bound of what they
 * hold (a join semilattice). Journals belong to one machine each and are left out.
 */
export function mergePackages(packages: readonly PackageContents[]): PackageContents {
  const copies = mergedCopies(packages.flatMap(copiesIn));
  const sets = firstOf(copies);
  const records = mergedRecords(packages.flatMap(variantsIn));
  const main = firstOf(records);
  return sorted(
    withoutEmpty({
      codebooks: main.flatMap((one) => (one.table === 'codebooks' ? [one.record] : [])),
      texts: mergedTexts(packages.flatMap(({ texts = [] }) => texts)),
      articles: main.flatMap((one) => (one.table === 'articles' ? [{ ...one.record, ...acknowledgedOf(one.of, sets) }] : [])),
      authors: main.flatMap((one) => (one.table === 'authors' ? [one.record] : [])),
      sets: sets.map(({ set }) => set),
      annotations: sets.flatMap(({ annotations }) => annotations),
      relations: sets.flatMap(({ relations }) => relations),
      entities: main.flatMap((one) => (one.table === 'entities' ? [one.record] : [])),
      reviews: main.flatMap((one) => (one.table === 'reviews' ? [one.record] : [])),
      forks: restOf(copies),
      variants: restOf(records),
    }),
  );
}

/** Groups whose first member stands in the list of its kind. */
type Groups<T> = readonly (readonly T[])[];
const firstOf = <T>(groups: Groups<T>): T[] => groups.flatMap(([first]) => (first === undefined ? [] : [first]));
const restOf = <T>(groups: Groups<T>): T[] => groups.flatMap(([, ...rest]) => rest);

/** SHA-256 of the canonical bytes of a value of plain JSON. */
export const contentHash = (value: unknown): string => sha256(canonicalJson(value));

const byHash = (a: { readonly id: string }, b: typeof a): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Those of which no other says at least as much; of two that say the same the one with the smaller hash. */
function greatest<T extends { readonly id: string }>(values: readonly T[], says: (one: T, other: T) => boolean): T[] {
  const unique = [...new Map(values.map((value) => [value.id, value])).values()].sort(byHash);
  return unique.filter(
    (value) => !unique.some((other) => other !== value && says(other, value) && (!says(value, other) || other.id < value.id)),
  );
}

function mergedCopies(copies: readonly SetCopy[]): Groups<Fork> {
  const forks = copies.map((copy): Fork => {
    const { annotations = [], relations = [] } = sorted({ annotations: copy.annotations, relations: copy.relations });
    const inOrder = { ...copy, annotations, relations };
    return { id: contentHash(inOrder), ...inOrder };
  });
  return [...grouped(forks, ({ set }) => set.id).values()].map((group) => greatest(group, goesOnFrom));
}

function acknowledgedOf(article: Id, copies: readonly SetCopy[]): Pick<Article, 'acknowledged'> {
  const acknowledged = Object.assign({}, ...copies.map((copy) => copy.acknowledged[article]));
  return Object.keys(acknowledged).length > 0 ? { acknowledged } : {};
}

/** Every content of the records outside of sets. */
const variantsIn = ({
  codebooks = [],
  articles = [],
  authors = [],
  entities = [],
  reviews = [],
  variants = [],
}: PackageContents): Variant[] => [
  ...codebooks.map((codebook) => variantOf('codebooks', unchosen(codebook))),
  ...articles.map((article) => variantOf('articles', article)),
  ...authors.map((author) => variantOf('authors', author)),
  ...entities.map((entity) => variantOf('entities', entity)),
  ...reviews.map((review) => variantOf('reviews', review)),
  ...variants,
];

/** Of every record the contents that say something of their own. */
function mergedRecords(variants: readonly Variant[]): Groups<Variant> {
  return [...grouped(variants, ({ table, of }) => `${table}/${of}`).values()].map((group) => {
    const articles = group.flatMap((one) => (one.table === 'articles' ? [one.record] : []));
    return greatest(articles.length > 0 ? agreed(articles).map((article) => variantOf('articles', article)) : group, saysMore);
  });
}

/** True where the first content makes the second one of the same record superfluous. */
function saysMore(one: Variant, other: Variant): boolean {
  if (one.table === 'articles' && other.table === 'articles') return hasVersionsOf(one.record, other.record);
  return one.table === 'authors' && other.table === 'authors' && namesBetter(one.record, other.record);
}

/** A record under the hash of its content. */
export function variantOf(table: Variant['table'], record: Variant['record']): Variant {
  const of = 'checks' in record ? codebookRef(record) : record.id;
  // Table and record belong together, which the union of them cannot express.
  return { id: contentHash(record), of, table, record } as Variant;
}

const steps = ['to-do', 'in-progress', 'done'] as const;

/** An article is as far as it is for whoever is least far, and as old as for whoever has it longest. */
function agreed(articles: readonly Article[]): Article[] {
  const status = steps.find((step) => articles.some((article) => article.status === step)) ?? 'to-do';
  const added = articles.map((article) => article.added).sort()[0] ?? '';
  return articles.map((article) => {
    const { acknowledged: _, ...rest } = article;
    return { ...rest, status, added };
  });
}

/** True where the first one is the second one with more versions. */
function hasVersionsOf(one: Article, other: Article): boolean {
  const { versions, ...rest } = one;
  const { versions: others, ...otherRest } = other;
  return sameJson(rest, otherRest) && others.every((version) => versions.some((known) => sameJson(known, version)));
}

/** A pseudonym gives way to a name, and no name to either. */
function namesBetter(one: Author, other: Author): boolean {
  const says = ({ name, pseudonym }: Author) => (name === '' ? 0 : pseudonym ? 1 : 2);
  return says(one) > says(other) || (says(one) < 2 && says(one) === says(other));
}

/** Words are more than the reason why there are none. */
function mergedTexts(texts: readonly TextRecord[]): TextRecord[] {
  return [...grouped(texts, ({ id }) => id).values()].flatMap((group) => {
    const [best] = group
      .map((text) => ({ text, key: `${text.content === undefined ? 1 : 0}${canonicalJson({ ...text, content: undefined })}` }))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
    return best ? [best.text] : [];
  });
}

const withoutEmpty = (contents: PackageContents): PackageContents =>
  Object.fromEntries(Object.entries(contents).filter(([, records]) => records.length > 0));

/** A record on which packages differ: how many contents of it there are. */
export interface Disagreement extends Pick<KeyedRecord, 'table' | 'id'> {
  readonly contents: number;
}

/** Every record of which a package holds more than one content. Tags and links that only one copy has are none. */
export function disagreements(contents: PackageContents): Disagreement[] {
  const found = grouped(contentsIn(contents), ({ table, id }) => `${table}/${id}`);
  return [...found.values()].flatMap((items) => {
    const [first] = items;
    const distinct = new Set(items.map(({ record }) => canonicalJson(plainOf(record))));
    return first && distinct.size > 1 ? [{ table: first.table, id: first.id, contents: distinct.size }] : [];
  });
}

const plainOf = (record: object): object => ('versions' in record ? { ...record, acknowledged: undefined } : record);
