import type { Stretch } from '../../text/stretch.ts';
import { firstIndex } from '../first-index.ts';
import type { Annotation, Id } from '../records.ts';
import { lengthOf } from './tags.ts';

/** How many tags are drawn at one place; what lies there besides is counted. */
export const laneCount = 3;

/** A tag as it lies in one run. `first` and `last` tell the ends of its segments, where letter and edge are drawn. */
export interface LanedTag {
  readonly annotation: Annotation;
  /** 0 is nearest the text. */
  readonly lane: number;
  readonly first: boolean;
  readonly last: boolean;
}

/** A stretch of a block with one constant group of tags, the smallest tag first; none: plain text. UTF-16 units. */
export interface Run extends Stretch {
  readonly tags: readonly LanedTag[];
  /** How many tags lie here beyond the lanes. */
  readonly more: number;
}

/** Which lane each tag keeps throughout the text: the shortest get the nearest one that is free. Beyond the lanes: none. */
export function lanesOf(annotations: readonly Annotation[]): ReadonlyMap<Id, number> {
  const lanes = new Map<Id, number>();
  const taken: Stretch[][] = Array.from({ length: laneCount }, () => []);
  const lengths = new Map(annotations.map((annotation) => [annotation.id, lengthOf(annotation)]));
  const length = ({ id }: Annotation) => lengths.get(id) ?? 0;
  for (const annotation of [...annotations].sort((a, b) => length(a) - length(b) || (a.id < b.id ? -1 : 1))) {
    const lane = taken.findIndex((segments) => annotation.segments.every((segment) => isFree(segments, segment)));
    if (lane < 0) continue;
    lanes.set(annotation.id, lane);
    for (const segment of annotation.segments) taken[lane]?.splice(placeOf(taken[lane], segment), 0, segment);
  }
  return lanes;
}

/** Where a stretch stands among stretches that are in order and do not overlap. */
const placeOf = (stretches: readonly Stretch[], { start }: Stretch): number => firstIndex(stretches, ({ end }) => end > start);

function isFree(stretches: readonly Stretch[], stretch: Stretch): boolean {
  const next = stretches[placeOf(stretches, stretch)];
  return next === undefined || next.start >= stretch.end;
}

/** The runs of a block, tiling it, from the annotations that may lie in it. */
export function runsOf(block: Stretch, annotations: readonly Annotation[], lanes: ReadonlyMap<Id, number>): Run[] {
  const here = annotations.filter(({ segments }) => segments.some(({ start, end }) => start < block.end && end > block.start));
  const edges = new Set([block.start, block.end]);
  for (const { segments } of here) {
    for (const { start, end } of segments) for (const edge of [start, end]) if (edge > block.start && edge < block.end) edges.add(edge);
  }
  const cuts = [...edges].sort((a, b) => a - b);
  return cuts.slice(1).map((end, index) => runAt({ start: cuts[index] ?? block.start, end }, here, lanes));
}

function runAt(run: Stretch, annotations: readonly Annotation[], lanes: ReadonlyMap<Id, number>): Run {
  const covering = annotations
    .flatMap((annotation) =>
      annotation.segments.filter(({ start, end }) => start <= run.start && end >= run.end).map((segment) => ({ annotation, segment })),
    )
    .sort((a, b) => lengthOf(a.annotation) - lengthOf(b.annotation) || (a.annotation.id < b.annotation.id ? -1 : 1));
  const tags = covering.map(({ annotation, segment }) => ({
    annotation,
    lane: lanes.get(annotation.id) ?? laneCount,
    first: segment.start === run.start,
    last: segment.end === run.end,
  }));
  return { ...run, tags, more: tags.filter(({ lane }) => lane >= laneCount).length };
}
