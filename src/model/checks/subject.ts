import { grouped } from '../grouped.ts';
import type { Project } from '../project.ts';
import type { Annotation, Article, Id, Relation, TextVersion, Zone } from '../records.ts';
import { annotationsInOrder, endOf, startOf } from '../views/tags.ts';
import { type TextFacts, textFacts } from './text-facts.ts';

/** What the checks look at: one set's tags and links on one text of an article. */
export interface Subject {
  readonly project: Project;
  readonly article: Article;
  /** Empty where it is withheld or not loaded. */
  readonly text: string;
  readonly zones: readonly Zone[];
  readonly facts: TextFacts;
  /** As they begin in the text; of those that begin together the longer first. */
  readonly annotations: readonly Annotation[];
  /** The set's links that begin on this text. */
  readonly relations: readonly Relation[];
  readonly from: ReadonlyMap<Id, readonly Relation[]>;
  readonly to: ReadonlyMap<Id, readonly Relation[]>;
  /** True where all tags of the project are in memory, so that what is not there is nowhere. */
  readonly whole: boolean;
}

const noFacts: TextFacts = { quotations: [], attributions: [] };

/** Gathers what the checks need, each list and map once. Where the text is not loaded it counts as empty. */
export function subjectOf(project: Project, article: Article, { text: hash, zones }: TextVersion, set: Id | null, whole: boolean): Subject {
  const text = project.texts.get(hash)?.content;
  const annotations = set === null ? [] : annotationsInOrder(project, hash, set);
  const here = new Set(annotations.map(({ id }) => id));
  const seen = [...project.relations.values()].filter((relation) => relation.set === set);
  return {
    project,
    article,
    text: text ?? '',
    zones,
    facts: text === undefined ? noFacts : textFacts(text, zones, article.language),
    annotations,
    relations: seen.filter(({ text: at, from }) => at === hash || here.has(from)),
    from: grouped(seen, ({ from }) => from),
    to: grouped(seen, ({ to }) => to),
    whole,
  };
}

/** The links of one type that begin at an annotation. */
export const linked = ({ from }: Subject, annotation: Id, type: string): readonly Relation[] =>
  (from.get(annotation) ?? []).filter((relation) => relation.type === type);

/** From the first to the last character of an annotation, gaps included. UTF-16 units. */
export const extentOf = (annotation: Annotation) => ({ start: startOf(annotation), end: endOf(annotation) });
