import type { Codebook } from './codebooks/codebook.ts';
import type { JournalEntry } from './journal.ts';
import type { Acknowledgements, Annotation, AnnotationSet, Article, Author, Entity, Id, Relation, Review, TextRecord } from './records.ts';

/** A set with everything in it, as one file has it. */
export interface SetCopy {
  readonly set: AnnotationSet;
  readonly annotations: readonly Annotation[];
  readonly relations: readonly Relation[];
  /** What was acknowledged in articles, by article. */
  readonly acknowledged: Readonly<Record<Id, Acknowledgements>>;
}

/** Another copy of a set that is in the package, where neither goes on from the other. `id`: SHA-256 of its canonical bytes. */
export interface Fork extends SetCopy {
  readonly id: string;
}

/** Another content of a record that is in the package under the same id, which `of` says. `id`: SHA-256 of its canonical bytes. */
export type Variant = { readonly id: string; readonly of: Id } & (
  | { readonly table: 'articles'; readonly record: Article }
  | { readonly table: 'authors'; readonly record: Author }
  | { readonly table: 'entities'; readonly record: Entity }
  | { readonly table: 'codebooks'; readonly record: Codebook }
  | { readonly table: 'reviews'; readonly record: Review }
);

/** What a package holds; every member may be absent. */
export interface PackageContents {
  readonly codebooks?: readonly Codebook[];
  readonly texts?: readonly TextRecord[];
  readonly articles?: readonly Article[];
  readonly authors?: readonly Author[];
  readonly sets?: readonly AnnotationSet[];
  readonly annotations?: readonly Annotation[];
  readonly relations?: readonly Relation[];
  readonly entities?: readonly Entity[];
  readonly reviews?: readonly Review[];
  /** What merged packages could not agree on, until a person decides. */
  readonly forks?: readonly Fork[];
  readonly variants?: readonly Variant[];
  /** In a backup: every action since the first, so that each earlier state can be had again. */
  readonly journal?: readonly JournalEntry[];
}
