import { grouped } from '../model/grouped.ts';
import type { PackageContents } from '../model/package-contents.ts';
import type { Annotation, AnnotationSet, Id, TextHash } from '../model/records.ts';
import { homesOf } from '../model/views/statements.ts';
import { type Compared, type ComparedSet, codebooksByRef, comparedText, keptApartIn } from './compared.ts';
import type { NotCompared } from './compared-of.ts';

/** What of a project is compared: the sets, in this order, on the texts that at least two of them are about (`shared`), on those that any has tags on (`any`), or on one text. */
export interface ComparedChoice {
  readonly sets: readonly Id[];
  readonly on: 'shared' | 'any' | { readonly text: TextHash };
}

/** The texts that are compared. `tagged`: on which each of the chosen sets has tags. A set is about these and about what its copy says it holds; about all others only where it is said that everybody has read them. */
export function textsCompared(
  sets: readonly AnnotationSet[],
  tagged: readonly ReadonlySet<TextHash>[],
  { on }: ComparedChoice,
): Set<TextHash> {
  if (typeof on === 'object') return new Set([on.text]);
  const about = sets.flatMap(({ part }, at) => [...new Set([...(tagged[at] ?? []), ...(part?.texts ?? [])])]);
  const counts = new Map<TextHash, number>();
  for (const text of about) counts.set(text, (counts.get(text) ?? 0) + 1);
  const fewest = on === 'shared' ? 2 : 1;
  return new Set([...counts].filter(([, count]) => count >= fewest).map(([text]) => text));
}

/** The chosen sets of a project, of which `contents` hold at least all that is compared; or why there is nothing to compare. */
export function comparedInProject(contents: PackageContents, choice: ComparedChoice): Compared | NotCompared {
  const { annotations = [], relations = [], codebooks = [], entities = [], authors = [] } = contents;
  const sets = choice.sets.flatMap((id) => contents.sets?.find((set) => set.id === id) ?? []);
  if (sets.length < 2) return { problem: 'sets' };
  const [tags, links] = [grouped(annotations, ({ set }) => set), grouped(relations, ({ set }) => set)];
  const byText = sets.map(({ id }) => grouped(tags.get(id) ?? [], ({ text }) => text));
  const wanted = textsCompared(
    sets,
    byText.map((own) => new Set(own.keys())),
    choice,
  );
  const texts = textsIn(contents, wanted);
  if (texts.length === 0) return { problem: 'texts' };
  const compared = sets.map((set, at): ComparedSet => {
    const own = byText[at] ?? new Map<TextHash, Annotation[]>();
    const about = choice.on === 'shared' ? texts.filter(({ text }) => own.has(text) || set.part?.texts?.includes(text)) : texts;
    return { set, annotations: new Map(about.map(({ text }) => [text, own.get(text) ?? []])), relations: links.get(set.id) ?? [] };
  });
  return {
    texts,
    sets: compared,
    codebooks: codebooksByRef(codebooks),
    entities: new Map(entities.map((entity) => [entity.id, entity])),
    authors: new Map(authors.map((author) => [author.id, author])),
    keptApart: keptApartIn(compared),
  };
}

function textsIn({ texts = [], articles = [] }: PackageContents, wanted: ReadonlySet<TextHash>): Compared['texts'] {
  const homes = homesOf(new Map(articles.map((article) => [article.id, article])));
  return texts
    .filter(({ id }) => wanted.has(id))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((record) => {
      const home = homes.get(record.id);
      return home ? [comparedText(record, home)] : [];
    });
}
