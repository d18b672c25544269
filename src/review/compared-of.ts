import { mergePackages } from '../formats/package/merge.ts';
import { grouped } from '../model/grouped.ts';
import type { PackageContents } from '../model/package-contents.ts';
import type { AnnotationSet, Id, TextHash } from '../model/records.ts';
import { homesOf } from '../model/views/statements.ts';
import { type Compared, type ComparedSet, type ComparedText, codebooksByRef, comparedText } from './compared.ts';

/** Why packages cannot be compared. */
export type NotCompared = { readonly problem: 'sets' | 'texts' } | { readonly problem: 'forks'; readonly set: Id };

/** The sets of several packages over the texts that at least two of them are about, in the order in which they come; or why there is nothing to compare. A set is about all texts of its packages, or those that its copy says it holds. One without any tag is left out where two others have some. */
export function comparedOf(packages: readonly PackageContents[]): Compared | NotCompared {
  const merged = mergePackages(packages);
  const [fork] = merged.forks ?? [];
  if (fork) return { problem: 'forks', set: fork.set.id };
  const sets = comparedSets(packages, merged);
  if (sets.length < 2) return { problem: 'sets' };
  const texts = comparedTexts(merged, sets);
  if (texts.length === 0) return { problem: 'texts' };
  const registers = packages.map(({ entities = [] }) => new Set(entities.map(({ id }) => id)));
  return {
    texts,
    sets,
    codebooks: codebooksByRef(merged.codebooks ?? []),
    entities: new Map(merged.entities?.map((entity) => [entity.id, entity])),
    authors: new Map(merged.authors?.map((author) => [author.id, author])),
    keptApart: (a, b) => registers.some((register) => register.has(a) && register.has(b)),
  };
}

function comparedSets(packages: readonly PackageContents[], merged: PackageContents): ComparedSet[] {
  const tags = grouped(merged.annotations ?? [], ({ set }) => set);
  const relations = grouped(merged.relations ?? [], ({ set }) => set);
  const order = [...new Set(packages.flatMap(({ sets = [] }) => sets.map(({ id }) => id)))];
  const all = order.flatMap((id) => merged.sets?.find((set) => set.id === id) ?? []);
  const tagged = all.filter(({ id }) => tags.has(id));
  return (tagged.length >= 2 ? tagged : all).map((set) => {
    const own = grouped(tags.get(set.id) ?? [], ({ text }) => text);
    const texts = textsOf(packages, set.id);
    return { set, annotations: new Map([...texts].map((text) => [text, own.get(text) ?? []])), relations: relations.get(set.id) ?? [] };
  });
}

/** The texts that any copy of a set is about. */
function textsOf(packages: readonly PackageContents[], id: Id): Set<TextHash> {
  const of = (set: AnnotationSet | undefined, { texts = [] }: PackageContents) =>
    set ? (set.part?.texts ?? texts.map((text) => text.id)) : [];
  return new Set(
    packages.flatMap((one) =>
      of(
        one.sets?.find((set) => set.id === id),
        one,
      ),
    ),
  );
}

function comparedTexts({ texts = [], articles = [] }: PackageContents, sets: readonly ComparedSet[]): ComparedText[] {
  const homes = homesOf(new Map(articles.map((article) => [article.id, article])));
  return texts.flatMap((record) => {
    const home = homes.get(record.id);
    const about = sets.filter(({ annotations }) => annotations.has(record.id)).length;
    return home && about >= 2 ? [comparedText(record, home)] : [];
  });
}
