import { agreementMessages } from '../../messages/agreement.ts';
import { grouped } from '../../model/grouped.ts';
import type { Stretch } from '../../text/stretch.ts';

/** A stretch that a coder marked as being of a category. */
interface Unit extends Stretch {
  readonly coder: number;
  readonly category: string;
}

/** Units of coders 0 to `coders` − 1 on a continuum from `begin` to `begin + length`. */
export interface Unitizing {
  readonly begin: number;
  readonly length: number;
  readonly coders: number;
  readonly units: readonly Unit[];
}

/** A part of one coder's continuum: a unit, or a gap where `category` is `null`. */
export interface Section extends Stretch {
  readonly category: string | null;
}

/** Why these units cannot be counted, `null` where they can: too few coders, outside the continuum, or overlapping ones of one coder, of one category where `within` says so. */
export function problemIn({ begin, length, coders, units }: Unitizing, within: 'coder' | 'category'): string | null {
  const { reasons } = agreementMessages;
  if (coders < 2) return reasons.noPairs;
  if (units.length === 0) return reasons.noUnits;
  for (const { coder, start, end } of units) {
    if (coder >= coders) return reasons.unknownCoder(String(coder));
    if (start < begin || end > begin + length || start >= end) return reasons.unitOutside(start, end);
  }
  const lines = grouped(units, ({ coder, category }) => (within === 'coder' ? String(coder) : JSON.stringify([coder, category])));
  for (const line of lines.values()) {
    const sorted = line.sort(byStart);
    const at = sorted.findIndex(({ end }, index) => (sorted[index + 1]?.start ?? end) < end);
    const [first, second] = sorted.slice(at, at + 2);
    if (at >= 0 && first && second) return reasons.unitsOverlap(placeOf(first), placeOf(second));
  }
  return null;
}

const placeOf = ({ start, end }: Stretch): string => `${start}–${end}`;

/** For sorting: the earlier first, of two that begin together the shorter. */
const byStart = (a: Stretch, b: Stretch): number => a.start - b.start || a.end - b.end;

/** The continuum of each coder as units and the gaps between them, in order. */
export function sectionsOf({ begin, length, coders, units }: Unitizing): Section[][] {
  return Array.from({ length: coders }, (_, coder) => {
    const own = units.filter((unit) => unit.coder === coder).sort(byStart);
    const sections: Section[] = [];
    let at = begin;
    for (const { start, end, category } of own) {
      if (start > at) sections.push({ start: at, end: start, category: null });
      sections.push({ start, end, category });
      at = end;
    }
    return at < begin + length ? [...sections, { start: at, end: begin + length, category: null }] : sections;
  });
}

/** How many units of the continuum two stretches share. */
export const shared = (a: Stretch, b: Stretch): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

/** How long a stretch is. */
export const lengthOf = ({ start, end }: Stretch): number => end - start;
