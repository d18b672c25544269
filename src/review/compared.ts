import type { AttributeDefinition, Codebook, RelationType } from '../model/codebooks/codebook.ts';
import { allows, attributeOf, codebookRef, relationType } from '../model/codebooks/newsroom-core.ts';
import type { Annotation, AnnotationSet, Article, Author, Entity, Id, Relation, TextHash, TextRecord } from '../model/records.ts';

/** A text that several sets are about, in the article it belongs to. */
export interface ComparedText {
  readonly text: TextHash;
  readonly article: Id;
  readonly language: string;
  readonly length: number;
  /** Absent where the text is withheld. */
  readonly content?: string;
}

/** One set with what it holds, by text; a text it is about and has no tag on is there with none. */
export interface ComparedSet {
  readonly set: AnnotationSet;
  readonly annotations: ReadonlyMap<TextHash, readonly Annotation[]>;
  readonly relations: readonly Relation[];
}

/** Several sets over the same texts, in the order in which they were named, and what their records lead to. */
export interface Compared {
  readonly texts: readonly ComparedText[];
  readonly sets: readonly ComparedSet[];
  readonly codebooks: ReadonlyMap<string, Codebook>;
  readonly entities: ReadonlyMap<Id, Entity>;
  readonly authors: ReadonlyMap<Id, Author>;
  /** True for two entries that stand in one register, so that somebody kept them apart. */
  keptApart(a: Id, b: Id): boolean;
}

/** A text as it is compared, in the article that it belongs to. */
export const comparedText = (
  { id, length, content }: TextRecord,
  { id: article, language }: Pick<Article, 'id' | 'language'>,
): ComparedText => ({ text: id, article, language, length, ...(content !== undefined && { content }) });

/** Which entries are kept apart in one project, whose register holds also those that colleagues brought: two that one set names both. */
export function keptApartIn(sets: readonly ComparedSet[]): Compared['keptApart'] {
  const named = sets.map(
    ({ annotations }) => new Set([...annotations.values()].flatMap((tags) => tags.flatMap(({ attributes }) => attributes.entity ?? []))),
  );
  return (a, b) => named.some((entries) => entries.has(a) && entries.has(b));
}

/** Codebooks by how annotations name them. */
export const codebooksByRef = (codebooks: readonly Codebook[]): Map<string, Codebook> =>
  new Map(codebooks.map((codebook) => [codebookRef(codebook), codebook]));

/** The attribute of a tag as its codebook defines it; `null` where it does not. */
export function definitionOf(
  { codebooks }: Pick<Compared, 'codebooks'>,
  { codebook, type }: Annotation,
  id: string,
): AttributeDefinition | null {
  const known = codebooks.get(codebook);
  return known ? attributeOf(known, type, id) : null;
}

/** The relation type as any of the codebooks defines it; `null` where none does. */
export function relationTypeIn({ codebooks }: Pick<Compared, 'codebooks'>, id: string): RelationType | null {
  for (const codebook of codebooks.values()) {
    const known = relationType(codebook, id);
    if (known) return known;
  }
  return null;
}

/** True where a relation may lead from a tag of one type to one of the other, as far as the codebooks know it. */
export function mayLink(compared: Pick<Compared, 'codebooks'>, relation: string, from: string, to: string): boolean {
  const known = relationTypeIn(compared, relation);
  return !known || allows(known, from, to) || (known.symmetric === true && allows(known, to, from));
}
