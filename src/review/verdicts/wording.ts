import { reviewMessages as words } from '../../messages/review.ts';
import { attributeOf } from '../../model/codebooks/newsroom-core.ts';
import { codebookOf } from '../../model/commands/lookup.ts';
import type { Project } from '../../model/project.ts';
import type { Annotation, Proposal, Verdict } from '../../model/records.ts';
import { wordsOf } from '../../model/views/tags.ts';
import type { Difference } from '../align/difference.ts';
import type { Card } from './cards.ts';

/** A stretch of a tag’s words; `changed` where the other reading has it not. */
export interface Words {
  /** UTF-16 units. */
  readonly start: number;
  readonly text: string;
  readonly changed: boolean;
}

type Segments = Annotation['segments'];

/** The words of a tag, cut where another reading begins or ends; the parts follow each other. Without another reading nothing is changed. */
export function changedWords(segments: Segments, other: Segments | null): Words[] {
  return segments.flatMap(({ start, end, exact }) => {
    const edges = (other ?? []).flatMap((one) => [one.start, one.end]).filter((edge) => edge > start && edge < end);
    const cuts = [...new Set([start, ...edges, end])].sort((a, b) => a - b);
    return cuts.slice(1).map((to, index): Words => {
      const from = cuts[index] ?? start;
      const shared = other === null || other.some((one) => one.start <= from && one.end >= to);
      return { start: from, text: exact.slice(from - start, to - start), changed: !shared };
    });
  });
}

/** In what a card differs from ours, in words, such as “ends 4 words later”. */
export function differenceIn(project: Project, { differences, mine, theirs }: Card): string {
  if (differences.length === 0) return mine && theirs ? words.agrees : theirs?.tag.type === 'source' ? words.alone : '';
  return [...new Set(differences.map((one) => inWords(project, one, mine, theirs?.tag ?? null)))].join('; ');
}

function inWords(project: Project, { kind, detail }: Difference, mine: Annotation | null, theirs: Annotation | null): string {
  if (kind === 'attribute' && 'attribute' in detail && theirs)
    return attributeOf(codebookOf(project, theirs.codebook), theirs.type, detail.attribute)?.label ?? detail.attribute;
  if (kind !== 'boundary' || !mine || !theirs) return words.difference(kind);
  return edgesInWords(project, theirs.text, mine.segments, theirs.segments) ?? words.difference(kind);
}

/** How the edges of a reading lie to those of another; `null` where only inner edges differ. Counts words. */
export function edgesInWords(project: Project, text: string, from: Segments, to: Segments): string | null {
  const content = project.texts.get(text)?.content ?? '';
  const [starts, ends] = [[from[0].start, to[0].start] as const, [lastEnd(from), lastEnd(to)] as const];
  const said = [
    ...(starts[0] === starts[1] ? [] : [words.starts(wordsBetween(content, starts))]),
    ...(ends[0] === ends[1] ? [] : [words.ends(wordsBetween(content, ends))]),
  ];
  return said.length > 0 ? said.join(', ') : null;
}

const lastEnd = (segments: Segments): number => segments.at(-1)?.end ?? 0;

/** Words from one offset to another, negative backwards; 0 where only signs lie between. */
function wordsBetween(content: string, [from, to]: readonly [number, number]): number {
  const count = content.slice(Math.min(from, to), Math.max(from, to)).match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return to < from ? -count : count;
}

/** What a verdict asks for, in words; empty where its kind says it all. */
export function proposalIn(project: Project, { proposal, target, text, codebook }: Verdict): string {
  const tag = project.annotations.get(target[0] ?? '');
  if (!proposal) return '';
  const edges = proposal.segments && tag ? edgesInWords(project, text, tag.segments, proposal.segments) : null;
  const type = proposal.type ?? tag?.type ?? '';
  const values = Object.entries(proposal.attributes ?? {}).map(([id, value]) => valueIn(project, { codebook, type, id, value }, proposal));
  const links = (proposal.links ?? []).map(({ to }) =>
    typeof to === 'string' ? tagWords(project, to) : to.segments.map(({ exact }) => exact).join(' … '),
  );
  return [...(edges ? [edges] : []), ...(proposal.type ? [proposal.type] : []), ...values, ...links].join('; ');
}

const tagWords = (project: Project, id: string): string => {
  const tag = project.annotations.get(id);
  return tag ? wordsOf(tag) : '';
};

function valueIn(
  project: Project,
  { codebook, type, id, value }: { codebook: string; type: string; id: string; value: string },
  { entries = [] }: Proposal,
): string {
  const definition = attributeOf(codebookOf(project, codebook), type, id);
  const named = entries.find((entry) => entry.id === value)?.name ?? definition?.values?.find((one) => one.id === value)?.label ?? value;
  return `${definition?.label ?? id}: ${named}`;
}

/** The words that stand for a card. */
export function titleOfCard({ theirs, mine, missing }: Card): string {
  const tag = theirs?.tag ?? mine;
  return tag ? wordsOf(tag) : (missing?.proposal?.segments?.map(({ exact }) => exact).join(' … ') ?? '');
}
