import type { Codebook } from './codebooks/codebook.ts';
import type { JournalEntry } from './journal.ts';
import type { Annotation, AnnotationSet, Article, Author, Entity, Relation, TextRecord } from './records.ts';

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
  /** In a backup: every action since the first, so that each earlier state can be had again. */
  readonly journal?: readonly JournalEntry[];
}
