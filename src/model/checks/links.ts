import { allows, relationType } from '../codebooks/newsroom-core.ts';
import { codebookOf, currentCodebook } from '../commands/lookup.ts';
import type { Annotation, Id, Relation } from '../records.ts';
import type { Check, Found } from './finding.ts';
import { extentOf, linked, type Subject } from './subject.ts';

const nowhere = { start: 0, end: 0 };

function atLink(subject: Subject, relation: Relation, message: string): Found {
  const { annotations } = subject.project;
  const annotation = annotations.get(relation.from) ?? annotations.get(relation.to) ?? null;
  const label = relationType(
    annotation ? codebookOf(subject.project, annotation.codebook) : currentCodebook(subject.project),
    relation.type,
  );
  return {
    annotation,
    stretch: annotation ? extentOf(annotation) : nowhere,
    message,
    params: { link: label?.label ?? relation.type },
    detail: relation.id,
    fix: { kind: 'unlink', relation: relation.id },
  };
}

/** A link that the codebook does not know, or not between these types of tag. */
function isWrong({ project }: Subject, { from, to, type }: Relation): boolean {
  const [start, end] = [project.annotations.get(from), project.annotations.get(to)];
  if (!start || !end) return false;
  const definition = relationType(codebookOf(project, start.codebook), type);
  return definition === null || !allows(definition, start.type, end.type);
}

/** A link without a tag at one end. What lies in another article, or on another version of this one, need not be in memory. */
function isDangling({ project, article, whole }: Subject, { from, to, type }: Relation): boolean {
  const start = project.annotations.get(from);
  if (!start) return true;
  if (project.annotations.has(to)) return false;
  return whole || (article.versions.length === 1 && relationType(codebookOf(project, start.codebook), type)?.crossArticle !== true);
}

/** The links that close a circle of continuations, one for each circle, in the order of the text. Walked without recursion. */
function closingLinks(subject: Subject): Relation[] {
  const closing: Relation[] = [];
  const state = new Map<Id, 'open' | 'done'>();
  for (const { id } of subject.annotations) {
    if (state.has(id)) continue;
    const path = [{ id, links: [...linked(subject, id, 'continues')] }];
    state.set(id, 'open');
    for (let last = path.at(-1); last; last = path.at(-1)) {
      const next = last.links.shift();
      if (!next) {
        state.set(last.id, 'done');
        path.pop();
      } else if (state.get(next.to) === 'open') closing.push(next);
      else if (!state.has(next.to)) {
        state.set(next.to, 'open');
        path.push({ id: next.to, links: [...linked(subject, next.to, 'continues')] });
      }
    }
  }
  return closing;
}

/** True where a statement names this source, or another mention of it is tied to it. The byline is the article's own relay. */
function isUsed({ to, from, zones }: Subject, source: Annotation): boolean {
  const { start, end } = extentOf(source);
  const inByline = zones.some((zone) => zone.kind === 'byline' && zone.start <= start && end <= zone.end);
  return inByline || to.has(source.id) || (from.get(source.id) ?? []).some(({ type }) => type === 'same-as');
}

/** Links that must not be, and sources without one. */
export const linkChecks: readonly Check[] = [
  {
    id: 'relation-wrong-types',
    needsText: false,
    find: (subject) =>
      subject.relations
        .filter((relation) => isWrong(subject, relation))
        .map((relation) => atLink(subject, relation, 'relation-wrong-types')),
  },
  {
    id: 'relation-dangling',
    needsText: false,
    find: (subject) =>
      subject.relations
        .filter((relation) => isDangling(subject, relation))
        .map((relation) => atLink(subject, relation, 'relation-dangling')),
  },
  {
    id: 'relation-cycle',
    needsText: false,
    find: (subject) => closingLinks(subject).map((relation) => atLink(subject, relation, 'relation-cycle')),
  },
  {
    id: 'orphan-source',
    needsText: false,
    find: (subject) =>
      subject.annotations
        .filter((annotation) => annotation.type === 'source' && !isUsed(subject, annotation))
        .map((annotation) => ({ annotation, stretch: extentOf(annotation), message: 'orphan-source' })),
  },
];
