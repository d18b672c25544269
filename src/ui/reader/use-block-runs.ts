import { useMemo, useRef } from 'react';
import { firstIndex } from '../../model/first-index.ts';
import type { Annotation, Id, Zone } from '../../model/records.ts';
import { lanesOf, type Run, runsOf } from '../../model/views/runs.ts';
import type { Block } from '../../text/blocks.ts';

/** A block with its runs: before its zone, in it, and after it. */
export interface DrawnBlock {
  readonly block: Block<Zone>;
  readonly before: readonly Run[];
  readonly inside: readonly Run[];
  readonly after: readonly Run[];
}

interface Kept {
  readonly key: readonly unknown[];
  readonly drawn: DrawnBlock;
}

/** The blocks with their runs; a block that no change touches is the same object as before, so React skips it. */
export function useBlockRuns(blocks: readonly Block<Zone>[], annotations: readonly Annotation[]): readonly DrawnBlock[] {
  const kept = useRef(new WeakMap<Block<Zone>, Kept>());
  return useMemo(() => {
    const lanes = lanesOf(annotations);
    const here = byBlock(blocks, annotations);
    return blocks.map((block, index) => drawn(block, [...(here[index] ?? [])], lanes, kept.current));
  }, [blocks, annotations]);
}

/** For each block the annotations in it. */
function byBlock(blocks: readonly Block<Zone>[], annotations: readonly Annotation[]): readonly ReadonlySet<Annotation>[] {
  const here = blocks.map(() => new Set<Annotation>());
  for (const annotation of annotations) {
    for (const { start, end } of annotation.segments) {
      const first = firstIndex(blocks, (block) => block.end > start);
      for (let index = first; (blocks[index]?.start ?? end) < end; index += 1) here[index]?.add(annotation);
    }
  }
  return here;
}

function drawn(
  block: Block<Zone>,
  here: readonly Annotation[],
  lanes: ReadonlyMap<Id, number>,
  kept: WeakMap<Block<Zone>, Kept>,
): DrawnBlock {
  const key = here.flatMap((annotation) => [annotation, lanes.get(annotation.id)]);
  const before = kept.get(block);
  if (before && before.key.length === key.length && before.key.every((item, index) => item === key[index])) return before.drawn;
  const fresh = parts(block, here, lanes);
  kept.set(block, { key, drawn: fresh });
  return fresh;
}

function parts(block: Block<Zone>, here: readonly Annotation[], lanes: ReadonlyMap<Id, number>): DrawnBlock {
  const runs = (start: number, end: number) => (start < end ? runsOf({ start, end }, here, lanes) : []);
  const { start, end } = block.zone ?? block;
  return { block, before: runs(block.start, start), inside: runs(start, end), after: runs(end, block.end) };
}
