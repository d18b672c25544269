import { agreementMessages } from '../../messages/agreement.ts';
import { grouped } from '../../model/grouped.ts';
import { type AlignedUnit, type Dissimilarity, dissimilarity } from './dissimilarity.ts';
import { type Measured, undefinedBecause } from './measured.ts';

/** Units of different coders that are taken for the same, by their places in the list, and what that costs. */
interface Joint {
  readonly members: readonly number[];
  readonly disorder: number;
}

// States of the search; some seconds of work, far more than tags of one article need.
const mostStates = 200_000;
// Ways in which units can be joined.
const mostJoints = 200_000;

/** The disorder of the best alignment of all units, by the average number of units of a coder (Mathet et al. 2015, equations 4 to 6). Found exactly, or not at all where units meet in too many ways. */
export function bestAlignmentDisorder(units: readonly AlignedUnit[], by: Dissimilarity): Measured {
  const { reasons } = agreementMessages;
  const sorted = [...units].sort((a, b) => a.start - b.start || a.end - b.end);
  const lines = grouped(
    sorted.map((_, at) => at),
    (at) => sorted[at]?.coder,
  );
  if (units.length === 0) return undefinedBecause(reasons.empty);
  if (lines.size < 2) return undefinedBecause(reasons.noPairs);
  const joints = jointsOf(sorted, [...lines.values()], by);
  const cost = joints && cheapestCover(joints, sorted.length);
  return cost === null ? undefinedBecause(reasons.tooManyAlignments) : { value: (cost * lines.size) / units.length };
}

/** Every way to join units of different coders that can be part of a best alignment: its disorder is at most that of its units alone (Mathet et al. 2015, section 5.1.1). `null` where there are too many. */
function jointsOf(units: readonly AlignedUnit[], lines: readonly (readonly number[])[], by: Dissimilarity): Joint[] | null {
  const pairs = (lines.length * (lines.length - 1)) / 2;
  const most = lines.length * by.deltaEmpty * pairs;
  const joints: Joint[] = [];
  const extend = (members: readonly number[], sum: number, line: number): void => {
    if (sum > most || joints.length > mostJoints) return;
    if (line === lines.length) {
      const empty = pairs - (members.length * (members.length - 1)) / 2;
      const disorder = (sum + empty * by.deltaEmpty) / pairs;
      if (members.length === 1 || disorder <= members.length * by.deltaEmpty) joints.push({ members, disorder });
      return;
    }
    extend(members, sum, line + 1);
    for (const at of lines[line] ?? []) {
      const added = members.reduce((so, other) => so + dissimilarity(units[other] as AlignedUnit, units[at] as AlignedUnit, by), 0);
      extend([...members, at], sum + added, line + 1);
    }
  };
  extend([], 0, 0);
  return joints.length > mostJoints ? null : joints.filter(({ members }) => members.length > 0);
}

/** The smallest sum of joints that have each of `count` units in exactly one; `null` where the search takes too long. */
function cheapestCover(joints: readonly Joint[], count: number): number | null {
  const byFirst = grouped(joints, ({ members }) => Math.min(...members));
  const known = new Map<string, number>();
  const cover = (covered: ReadonlySet<number>): number => {
    let first = 0;
    while (covered.has(first)) first += 1;
    if (first >= count) return 0;
    const key = `${first}|${[...covered]
      .filter((at) => at > first)
      .sort((a, b) => a - b)
      .join()}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= mostStates) return Number.NaN;
    known.set(key, Number.NaN);
    const fitting = (byFirst.get(first) ?? []).filter(({ members }) => !members.some((at) => covered.has(at)));
    const costs = fitting.map(({ members, disorder }) => disorder + cover(new Set([...covered, ...members])));
    const cheapest = Math.min(...costs);
    known.set(key, cheapest);
    return cheapest;
  };
  const cost = cover(new Set());
  return Number.isNaN(cost) ? null : cost;
}
