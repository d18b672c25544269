import { agreementMessages } from '../../messages/agreement.ts';
import { agreementBeyondChance, type Measured, undefinedBecause } from './measured.ts';
import { lengthOf, problemIn, type Section, sectionsOf, shared, type Unitizing } from './unitizing.ts';

interface Disagreement {
  readonly observed: number;
  readonly expected: number;
}

/** Alpha for unitizing of one category: squared distances of edges against those of all ways to put the same sections (Krippendorff 2004, "Content Analysis", section 11.6, pp. 251–254; Krippendorff 1995, equations 4 to 8). Lengths must be whole numbers. */
export function alphaUOfCategory(unitizing: Unitizing, category: string): Measured {
  return alphaOver(unitizing, [category]);
}

/** Alpha for unitizing of all categories: the disagreements of the categories added up (Krippendorff 2004, section 11.6, p. 254). Units of different categories may overlap. */
export function alphaU(unitizing: Unitizing): Measured {
  return alphaOver(unitizing, [...new Set(unitizing.units.map(({ category }) => category))]);
}

function alphaOver(unitizing: Unitizing, categories: readonly string[]): Measured {
  const { reasons } = agreementMessages;
  const problem = problemIn(unitizing, 'category');
  if (problem !== null) return undefinedBecause(problem);
  if (!unitizing.units.some(({ category }) => categories.includes(category))) return undefinedBecause(reasons.noUnits);
  const sums = categories.map((category) => disagreementOf(unitizing, category));
  const total = (part: keyof Disagreement) => sums.reduce((sum, one) => sum + one[part], 0);
  return agreementBeyondChance(total('observed'), total('expected'), 0, reasons.oneCategory);
}

function disagreementOf(unitizing: Unitizing, category: string): Disagreement {
  const own = { ...unitizing, units: unitizing.units.filter((unit) => unit.category === category) };
  const { coders, length } = own;
  const sections = sectionsOf(own);
  const observed = sections.reduce(
    (sum, one, index) => sum + sections.reduce((so, other, at) => so + (at === index ? 0 : distance(one, other)), 0),
    0,
  );
  const all = sections.flat();
  const units = all.filter((section) => section.category !== null).map(lengthOf);
  const gaps = all.filter((section) => section.category === null).map(lengthOf);
  const ways = coders * length * (coders * length - 1) - units.reduce((sum, unit) => sum + unit * (unit - 1), 0);
  const chance = units.reduce((sum, unit) => sum + chanceDistance(unit, units.length, gaps), 0);
  return { observed: observed / (coders * (coders - 1) * length ** 2), expected: ways === 0 ? 0 : ((2 / length) * chance) / ways };
}

/** The squared distances of the sections of two coders: of overlapping units by their edges, of a unit within a gap by its length. */
function distance(one: readonly Section[], other: readonly Section[]): number {
  let sum = 0;
  for (const a of one) {
    for (const b of other) {
      if (shared(a, b) === 0) continue;
      if (a.category !== null && b.category !== null) sum += (a.start - b.start) ** 2 + (a.end - b.end) ** 2;
      else if (a.category !== null && b.start <= a.start && a.end <= b.end) sum += lengthOf(a) ** 2;
      else if (b.category !== null && a.start <= b.start && b.end <= a.end) sum += lengthOf(b) ** 2;
    }
  }
  return sum;
}

/** What a unit adds to the disagreement expected by chance: it meets each other unit of the category in all ways in which they overlap, and lies in each gap in all ways in which it fits. */
function chanceDistance(unit: number, units: number, gaps: readonly number[]): number {
  const meeting = ((units - 1) * (2 * unit ** 3 - 3 * unit ** 2 + unit)) / 3;
  const fitting = gaps.reduce((sum, gap) => sum + Math.max(0, gap - unit + 1), 0);
  return meeting + unit ** 2 * fitting;
}
