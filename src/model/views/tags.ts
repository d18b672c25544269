import type { Codebook, RelationType } from '../codebooks/codebook.ts';
import { allows } from '../codebooks/newsroom-core.ts';
import { codebookOf, relationsAt } from '../commands/lookup.ts';
import { firstIndex } from '../first-index.ts';
import type { Project } from '../project.ts';
import type { Annotation, Article, Id, Relation, TextHash, TextVersion, Zone } from '../records.ts';

/** Where an annotation begins. UTF-16 units. */
export const startOf = ({ segments }: Annotation): number => segments[0].start;
/** Where the last part of an annotation ends. UTF-16 units. */
export const endOf = ({ segments }: Annotation): number => segments.at(-1)?.end ?? segments[0].end;

/** How much text an annotation covers, gaps not counted. UTF-16 units. */
export const lengthOf = ({ segments }: Annotation): number => segments.reduce((sum, { start, end }) => sum + end - start, 0);

const ordered = new WeakMap<Project['annotations'], Map<string, readonly Annotation[]>>();

/** The annotations of one set on one text, as they begin; of those that begin together the longer first. Sorted once for each table of annotations. */
export function annotationsInOrder({ annotations }: Project, text: TextHash, set: Id): readonly Annotation[] {
  const known = ordered.get(annotations) ?? new Map<string, readonly Annotation[]>();
  ordered.set(annotations, known);
  const key = `${text} ${set}`;
  const sorted = known.get(key) ?? inOrder([...annotations.values()].filter((one) => one.text === text && one.set === set));
  known.set(key, sorted);
  return sorted;
}

const inOrder = (annotations: Annotation[]): readonly Annotation[] =>
  annotations.sort((a, b) => startOf(a) - startOf(b) || endOf(b) - endOf(a) || (a.id < b.id ? -1 : 1));

/** The annotations that cover an offset (UTF-16 units), the smallest first. */
export function stackAt(annotations: readonly Annotation[], offset: number): Annotation[] {
  return annotations
    .filter(({ segments }) => segments.some(({ start, end }) => start <= offset && offset < end))
    .sort((a, b) => lengthOf(a) - lengthOf(b) || (a.id < b.id ? -1 : 1));
}

/** True where every part of one annotation lies within a part of the other. */
export const isInside = (inner: Annotation, outer: Annotation): boolean =>
  inner.segments.every(({ start, end }) => outer.segments.some((segment) => segment.start <= start && end <= segment.end));

/** One link as seen from one of its ends. `direction` is `out` where the link begins at that annotation. */
export interface LinkSeen {
  readonly relation: Relation;
  readonly direction: 'out' | 'in';
  readonly other: Annotation;
}

/** The links of an annotation whose other end is loaded, in the order of their types and of the path. */
export function linksOf(project: Project, id: Id): LinkSeen[] {
  return relationsAt(project, id)
    .flatMap((relation): LinkSeen[] => {
      const direction = relation.from === id ? 'out' : 'in';
      const other = project.annotations.get(direction === 'out' ? relation.to : relation.from);
      return other ? [{ relation, direction, other }] : [];
    })
    .sort((a, b) =>
      a.relation.type < b.relation.type ? -1 : a.relation.type > b.relation.type ? 1 : (a.relation.order ?? 0) - (b.relation.order ?? 0),
    );
}

/** The annotations a link of this type may lead to, the nearest in the text first. */
export function targetsNear(project: Project, from: Annotation, relation: RelationType): Annotation[] {
  const distance = (other: Annotation) => Math.max(0, startOf(other) - endOf(from), startOf(from) - endOf(other));
  return annotationsInOrder(project, from.text, from.set)
    .filter((other) => other.id !== from.id && allows(relation, from.type, other.type))
    .sort((a, b) => distance(a) - distance(b));
}

/** The relation types that may begin at an annotation of this type. */
export const relationsFrom = (relations: readonly RelationType[], type: string): RelationType[] =>
  relations.filter(({ from }) => from.includes(type));

/** The version of an article that has this text; the newest where none has. */
export const versionOf = ({ versions }: Article, text: TextHash | null): TextVersion =>
  versions.find((version) => version.text === text) ?? versions.at(-1) ?? versions[0];

/** The number of the paragraph of a text that an offset (UTF-16 units) lies in, counted from 1 over body paragraphs; `null` elsewhere. */
export function paragraphAt(article: Article, text: TextHash, offset: number): number | null {
  const paragraphs = paragraphsOf(versionOf(article, text).zones);
  const index = firstIndex(paragraphs, ({ end }) => offset <= end);
  const paragraph = paragraphs[index];
  return paragraph && paragraph.start <= offset ? index + 1 : null;
}

const paragraphs = new WeakMap<readonly Zone[], readonly Zone[]>();

function paragraphsOf(zones: readonly Zone[]): readonly Zone[] {
  const known = paragraphs.get(zones) ?? zones.filter(({ kind }) => kind === 'paragraph');
  paragraphs.set(zones, known);
  return known;
}

/** The words of an annotation, its parts joined by an ellipsis. */
export const wordsOf = ({ segments }: Annotation): string => segments.map(({ exact }) => exact).join(' … ');

/** What is missing: ids of required attributes that nobody has set or confirmed, and `source` where a speaker or claimer must be linked. `links` are those at the annotation, where they are known already. */
export function missingIn(
  project: Project,
  annotation: Annotation,
  links: readonly Relation[] = relationsAt(project, annotation.id),
): string[] {
  const codebook = codebookOf(project, annotation.codebook);
  const attributes = codebook.types.find(({ id }) => id === annotation.type)?.attributes ?? [];
  const unset = attributes.filter(({ id, required }) => required && (!(id in annotation.attributes) || annotation.suggested?.includes(id)));
  const wanted = codebook.relations.filter(({ required, from }) => required && from.includes(annotation.type));
  const unlinked = wanted.filter(({ id, required }) => {
    const excused = Object.entries(required?.unless ?? {}).some(([attribute, values]) =>
      values.includes(annotation.attributes[attribute] ?? ''),
    );
    return !excused && links.filter(({ type, from }) => type === id && from === annotation.id).length < (required?.min ?? 0);
  });
  return [...unset.map(({ id }) => id), ...unlinked.map(() => 'source')];
}

interface Looked {
  readonly codebook: Codebook;
  readonly links: readonly Relation[];
  readonly open: readonly string[];
}

// With each key all tags of a long article are asked what they miss, and all but one say the same as before.
const looked = new WeakMap<Annotation, Looked>();

/** What is missing and not acknowledged: a quote for which somebody has said that the text names no speaker misses none. */
export function openIn(project: Project, annotation: Annotation): readonly string[] {
  const [codebook, links] = [codebookOf(project, annotation.codebook), relationsAt(project, annotation.id)];
  const known = looked.get(annotation);
  if (known?.codebook === codebook && known.links.length === links.length && known.links.every((link, index) => link === links[index]))
    return known.open;
  const missing = missingIn(project, annotation, links);
  const open = annotation.acknowledged?.[withoutSpeaker] ? missing.filter((what) => what !== 'source') : missing;
  looked.set(annotation, { codebook, links, open });
  return open;
}

/** The check that a quote has a speaker; acknowledged, it has none in the text. */
export const withoutSpeaker = 'quote-without-speaker';
