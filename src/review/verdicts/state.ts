import { contentHash } from '../../formats/package/merge.ts';
import type { Project } from '../../model/project.ts';
import type { Annotation, Id, Relation, Verdict } from '../../model/records.ts';

type Known = Pick<Project, 'annotations' | 'relations'>;

/** SHA-256 of what tags and links say: their type, edges, values, ends and order. Notes, who made them and when do not count. */
export const stateOf = ({ annotations, relations }: Known, ids: readonly Id[]): string =>
  contentHash(ids.map((id) => saidBy(annotations.get(id) ?? relations.get(id)) ?? null));

function saidBy(record: Annotation | Relation | undefined): object | undefined {
  if (!record || 'from' in record) return record && { type: record.type, from: record.from, to: record.to, order: record.order };
  return { type: record.type, segments: record.segments.map(({ start, end }) => [start, end]), attributes: record.attributes };
}

/** True where what a verdict is about says something else now, or is gone. */
export const hasChanged = (known: Known, { target, state }: Verdict): boolean => stateOf(known, target) !== state;
