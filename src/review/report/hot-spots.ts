import type { AttributeDefinition } from '../../model/codebooks/codebook.ts';
import { grouped } from '../../model/grouped.ts';
import type { Annotation } from '../../model/records.ts';
import { onlyDifferIn } from '../align/extent.ts';
import type { Group } from '../align/groups.ts';
import type { Compared } from '../compared.ts';
import { type CountedAttribute, valueIn } from './attributes.ts';
import type { Figures } from './figures.ts';
import { type Counts, placeOf, tagsCounted } from './sheet.ts';

/** How many passages there are on which so many sets read otherwise than the most do. */
export interface HotSpots {
  readonly differing: number;
  readonly passages: number;
}

/** Counts passages by how many sets differ: another type, other words, another value that counts, or no tag. */
export function tallyHotSpots(
  compared: Compared,
  counted: readonly CountedAttribute[],
  groups: readonly Group[],
  textAt: ReadonlyMap<string, number>,
  counts: Counts,
): void {
  const byType = grouped(counted, ({ type }) => type);
  for (const group of groups) {
    const differing = differingIn(compared, group, (type) => (byType.get(type) ?? []).map(({ definition }) => definition));
    counts.add(textAt.get(group.text.text) ?? 0, hotName(differing), () => tagsCounted(...group.members));
  }
}

/** The name of the count of passages on which so many sets differ. */
export const hotName = (differing: number): string => `hot ${differing}`;

function differingIn(compared: Compared, { text, members, sets }: Group, definitionsOf: (type: string) => AttributeDefinition[]): number {
  const readings: { readonly tag: Annotation | undefined; sets: number }[] = [];
  const same = (a: Annotation | undefined, b: Annotation | undefined): boolean => {
    if (!a || !b) return a === b;
    if (a.type !== b.type || onlyDifferIn(a.segments, b.segments, text.content, text.language) === null) return false;
    return definitionsOf(a.type).every((known) => valueIn(compared, a, known) === valueIn(compared, b, known));
  };
  for (const set of sets) {
    const known = readings.find(({ tag }) => same(tag, members.get(set)));
    if (known) known.sets += 1;
    else readings.push({ tag: members.get(set), sets: 1 });
  }
  return sets.length - Math.max(...readings.map((reading) => reading.sets));
}

/** Passages by how many sets differ on them, the most first. */
export const reportHotSpots = ({ sets }: Compared, figures: Figures): HotSpots[] =>
  Array.from(sets, (_, differing) => ({ differing, passages: figures.count(placeOf(figures.sheet, hotName(differing))) }))
    .filter(({ passages }) => passages > 0)
    .reverse();
