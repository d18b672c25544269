import { exchangeMessages } from '../../messages/exchange.ts';
import { acknowledgedIn, acknowledgersOf } from '../checks/acknowledged.ts';
import { codebookRef, unchosen } from '../codebooks/newsroom-core.ts';
import { currentCodebook } from '../commands/lookup.ts';
import type { PackageContents } from '../package-contents.ts';
import type { Project } from '../project.ts';
import type {
  Annotation,
  AnnotationSet,
  Article,
  Author,
  Edition,
  Entity,
  Id,
  PartOfSet,
  Relation,
  Review,
  TextRecord,
} from '../records.ts';

/** What is to go into a package. */
export interface ExportChoice {
  /** Without any it is a blind package: texts and codebook alone, for somebody who is to see nobody's tags. */
  readonly sets: readonly Id[];
  /** `null`: every article on which one of the sets has a tag. */
  readonly articles: readonly Id[] | null;
  /** Why the texts stay at home; `null` where they go along. */
  readonly withheld: string | null;
  readonly withoutNotes: boolean;
  readonly pseudonyms: boolean;
}

/** All of these sets, with nothing left out. */
export const allOf = (...sets: readonly Id[]): ExportChoice => ({
  sets,
  articles: null,
  withheld: null,
  withoutNotes: false,
  pseudonyms: false,
});

/** Tags as storage gives them, what was said of them, and the texts with content. */
export interface StoredTags {
  readonly annotations: readonly Annotation[];
  readonly relations: readonly Relation[];
  readonly reviews: readonly Review[];
  readonly texts: readonly TextRecord[];
}

/**
 * The contents of a package: what was chosen, and the articles, texts, people, codebooks and entries it needs. Links one end
 * of which does not go along stay at home. Throws for a set or an article that is not in the project.
 */
export function exportContents(project: Project, choice: ExportChoice, stored: StoredTags): PackageContents {
  const sets = choice.sets.map((id) => found(project.sets.get(id), 'set', id));
  const articles = articlesOf(project, choice, stored);
  const { annotations, relations } = chosenTags(choice, articles, stored);
  const reviews = chosenReviews(choice, articles, stored);
  const kept = choice.withoutNotes ? annotations.map(withoutNote) : annotations;
  const used = new Set(annotations.flatMap(({ attributes }) => Object.values(attributes)));
  const entities = [...project.entities.values()].filter((entity) => used.has(entity.id));
  return {
    codebooks: codebooksFor(project, choice, [...annotations, ...reviews.filter((review) => 'codebook' in review)]),
    texts: textsOf(project, choice, articles, stored.texts),
    articles,
    authors: authorsFor(project, choice, { sets, annotations, relations, reviews, articles }),
    sets: sets.map((set) => ofPart(set, choice, articles)),
    annotations: kept,
    relations,
    entities: choice.withoutNotes ? entities.map(withoutNote) : entities,
    reviews,
  };
}

function found<T>(record: T | undefined, what: string, id: Id): T {
  if (record === undefined) throw new Error(`There is no ${what} ${id}.`);
  return record;
}

function articlesOf(project: Project, { sets, articles }: ExportChoice, { annotations, reviews }: StoredTags): Article[] {
  const tagged = new Set([...annotations, ...reviews].map(({ text }) => text));
  const chosen = articles
    ? articles.map((id) => found(project.articles.get(id), 'article', id))
    : [...project.articles.values()].filter(({ versions }) => versions.some(({ text }) => tagged.has(text)));
  return chosen.map(({ acknowledged, ...article }) => ({
    ...article,
    // Where somebody stands with an article says something about their tags.
    ...(sets.length === 0 && { status: 'to-do' as const }),
    ...acknowledgedIn({ ...article, ...(acknowledged && { acknowledged }) }, (set) => sets.includes(set)),
  }));
}

function chosenTags({ sets, articles }: ExportChoice, chosen: readonly Article[], { annotations, relations }: StoredTags) {
  const texts = new Set(chosen.flatMap(({ versions }) => versions.map(({ text }) => text)));
  const tags = annotations.filter(({ set, text }) => sets.includes(set) && (articles === null || texts.has(text)));
  const ids = new Set(tags.map(({ id }) => id));
  return { annotations: tags, relations: relations.filter(({ from, to }) => ids.has(from) && ids.has(to)) };
}

/** What was said of the chosen sets on the texts that go along. A review is full of notes. */
function chosenReviews({ sets, withoutNotes }: ExportChoice, chosen: readonly Article[], { reviews }: StoredTags): readonly Review[] {
  const texts = new Set(chosen.flatMap(({ versions }) => versions.map(({ text }) => text)));
  return withoutNotes ? [] : reviews.filter(({ set, text }) => sets.includes(set) && texts.has(text));
}

/** Tells a copy of a part from one of the whole, so that nothing is taken for deleted that was only left out. */
function ofPart(set: AnnotationSet, { articles, withoutNotes }: ExportChoice, chosen: readonly Article[]): AnnotationSet {
  const texts = chosen.flatMap(({ versions }) => versions.map(({ text }) => text)).sort();
  const part: PartOfSet = { ...(articles && { texts }), ...(withoutNotes && { withoutNotes: true }) };
  return Object.keys(part).length > 0 ? { ...set, part } : set;
}

function textsOf(project: Project, { withheld }: ExportChoice, articles: readonly Article[], texts: readonly TextRecord[]): TextRecord[] {
  const known = new Map(texts.map((text) => [text.id, text]));
  const named = new Set(articles.flatMap(({ versions }) => versions.map(({ text }) => text)));
  return [...named].flatMap((id) => {
    const text = known.get(id);
    if (text && withheld === null) return [text];
    const record = text ?? project.texts.get(id);
    const reason = text ? withheld : exchangeMessages.olderVersion;
    return record ? [{ id, length: record.length, withheld: reason ?? '' }] : [];
  });
}

function codebooksFor(project: Project, { sets }: ExportChoice, records: readonly { readonly codebook: string }[]) {
  const used = new Set(records.map(({ codebook }) => codebook));
  if (sets.length === 0) used.add(codebookRef(currentCodebook(project)));
  return [...project.codebooks].filter(([ref]) => used.has(ref)).map(([, codebook]) => unchosen(codebook));
}

interface Signed {
  readonly sets: readonly AnnotationSet[];
  readonly annotations: readonly Annotation[];
  readonly relations: readonly Relation[];
  readonly reviews: readonly Review[];
  readonly articles: readonly Article[];
}

function authorsFor(project: Project, { pseudonyms }: ExportChoice, { sets, annotations, relations, reviews, articles }: Signed): Author[] {
  const writers = new Set([
    ...sets.flatMap(({ author, gold }) => [author, ...(gold?.editions.flatMap(contributorsTo) ?? [])]),
    ...annotations.flatMap((annotation) => [annotation.author, annotation.modifiedBy ?? annotation.author, ...acknowledgersOf(annotation)]),
    ...articles.flatMap(acknowledgersOf),
    ...[...relations, ...reviews].map(({ author }) => author),
  ]);
  const authors = [...project.authors.values()].filter(({ id }) => writers.has(id));
  if (!pseudonyms) return authors;
  // By id, so that it says nothing of who came first.
  const inOrder = authors.sort((a, b) => (a.id < b.id ? -1 : 1));
  return inOrder.map(({ id }, index) => ({ id, name: exchangeMessages.analyst(index + 1), pseudonym: true }));
}

const contributorsTo = ({ finished }: Edition): readonly Id[] => (finished ? [finished.author, ...finished.contributors] : []);

function withoutNote<T extends Annotation | Entity>({ note: _, ...record }: T): Omit<T, 'note'> {
  return record;
}
