import { brokenSegments } from '../anchoring/broken-segments.ts';
import { areVersions } from './are-versions.ts';
import { acknowledgersOf, setOfKey } from './checks/acknowledged.ts';
import { allows, relationType, tagType } from './codebooks/newsroom-core.ts';
import { codebookOf } from './commands/lookup.ts';
import type { Project } from './project.ts';
import type { Annotation, AnnotationSet, Article, Id, Relation, Review, TableName } from './records.ts';

/** A record that contradicts the rest of the project, and the rule it breaks. */
export interface BrokenRule {
  readonly table: TableName;
  readonly id: Id;
  readonly rule: string;
}

/** Every contradiction in a project whose annotations and relations are all in memory. Empty: all is well. */
export function brokenRules(project: Project): BrokenRule[] {
  const check = <R extends { readonly id: Id }>(
    table: TableName,
    records: ReadonlyMap<Id, R>,
    rules: (project: Project, record: R) => string[],
  ) => [...records].flatMap(([id, record]) => rules(project, record).map((rule) => ({ table, id, rule })));
  return [
    ...check('sets', project.sets, brokenSet),
    ...check('articles', project.articles, brokenArticle),
    ...check('annotations', project.annotations, brokenAnnotation),
    ...check('relations', project.relations, brokenRelation),
    ...check('reviews', project.reviews, brokenReview),
    ...brokenPaths(project),
  ];
}

const rules = (...pairs: readonly (readonly [broken: boolean, rule: string])[]): string[] =>
  pairs.flatMap(([broken, rule]) => (broken ? [rule] : []));

const brokenSet = ({ authors }: Project, { author }: AnnotationSet): string[] => rules([!authors.has(author), 'author']);

function brokenArticle({ texts, authors, sets }: Project, article: Article): string[] {
  const keys = Object.keys(article.acknowledged ?? {});
  const parts = article.versions.flatMap(({ text, zones }) => {
    const length = texts.get(text)?.length;
    if (length === undefined) return ['text'];
    return rules([zones.some(({ start, end }, index) => start >= end || end > length || start < (zones[index - 1]?.end ?? 0)), 'zones']);
  });
  const unsigned = acknowledgersOf(article).some((author) => !authors.has(author));
  return [...parts, ...rules([unsigned, 'author'], [keys.some((key) => !sets.has(setOfKey(key))), 'set'])];
}

function brokenAnnotation(project: Project, annotation: Annotation): string[] {
  const { texts, sets, authors, entities } = project;
  const text = texts.get(annotation.text);
  const definition = tagType(codebookOf(project, annotation.codebook), annotation.type);
  const known = (id: string) => definition?.attributes.some((attribute) => attribute.id === id) ?? false;
  const { entity } = annotation.attributes;
  return [
    ...rules(
      [!text, 'text'],
      [!sets.has(annotation.set), 'set'],
      [
        [annotation.author, annotation.modifiedBy ?? annotation.author, ...acknowledgersOf(annotation)].some((id) => !authors.has(id)),
        'author',
      ],
      [!project.codebooks.has(annotation.codebook), 'codebook'],
      [!definition, 'type'],
      [definition !== null && !Object.keys(annotation.attributes).every(known), 'attribute'],
      [entity !== undefined && !entities.has(entity), 'entity'],
    ),
    ...(text ? brokenSegments(annotation.segments, text.length, text.content).map(({ rule }) => rule) : []),
  ];
}

function brokenRelation(project: Project, { from, to, set, text, type, author }: Relation): string[] {
  const [start, end] = [project.annotations.get(from), project.annotations.get(to)];
  if (!start || !end) return ['end'];
  const definition = relationType(codebookOf(project, start.codebook), type);
  const joined = end.text === text || definition?.crossArticle === true || areVersions(project.articles.values(), text, end.text);
  return rules(
    [start.set !== set || end.set !== set, 'set'],
    [start.text !== text || !joined, 'text'],
    [!project.authors.has(author), 'author'],
    [definition === null || !allows(definition, start.type, end.type), 'type'],
  );
}

/** What a verdict is about may be gone since; what an answer answers may not. */
function brokenReview({ texts, sets, authors, reviews }: Project, review: Review): string[] {
  const verdict = 'verdict' in review ? reviews.get(review.verdict) : null;
  return rules(
    [!texts.has(review.text), 'text'],
    [!sets.has(review.set), 'set'],
    [!authors.has(review.author), 'author'],
    [verdict === undefined || (verdict !== null && (verdict.set !== review.set || !('target' in verdict))), 'verdict'],
  );
}

/** Relays of one statement count from 0 without gaps. */
function brokenPaths({ relations }: Project): BrokenRule[] {
  const paths = new Map<Id, Relation[]>();
  for (const relay of relations.values()) {
    if (relay.type === 'relayed-via') paths.set(relay.from, [...(paths.get(relay.from) ?? []), relay]);
  }
  return [...paths.values()].flatMap((path) =>
    path.flatMap(({ id, order }): BrokenRule[] => {
      const whole = order !== undefined && order < path.length && path.filter((other) => other.order === order).length === 1;
      return whole ? [] : [{ table: 'relations', id, rule: 'order' }];
    }),
  );
}
