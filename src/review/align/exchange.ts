/** A row's place in the list of columns, and beyond them no column at all. */
export interface Exchange {
  readonly rows: number;
  /** The column of each row, and then those that no row has; `null` stands for none. */
  readonly slots: (number | null)[];
  /** How alike a row and a column are at best, whatever the rest of the place; 0 where they cannot be a pair. */
  base(row: number, column: number): number;
  /** How alike all pairs are as the slots stand now. */
  total(): number;
}

// Totals are sums; less than a tenth of a link is rounding.
const gain = 1e-6;
// The most that what is decided together can add up to for a few tags.
const slack = 0.25;
// Rotations of three grow with the cube; more tags on the same words than this are only swapped.
const mostRotated = 12;

/** Swaps the columns of two rows, or rotates those of three, as long as that makes the whole more alike: tags that link each other can only be judged together. */
export function exchangeAll(state: Exchange): void {
  let best = state.total();
  for (let better = true; better; ) {
    better = false;
    for (const cycle of cyclesOf(state)) {
      if (!isWorthTrying(state, cycle)) continue;
      rotate(state.slots, cycle);
      const total = state.total();
      if (total > best + gain) [best, better] = [total, true];
      else rotate(state.slots, [...cycle].reverse());
    }
  }
  state.total();
}

function* cyclesOf({ rows, slots }: Exchange): Generator<readonly number[]> {
  for (let a = 0; a < rows; a += 1) for (let b = a + 1; b < slots.length; b += 1) yield [a, b];
  if (slots.length > mostRotated) return;
  for (let a = 0; a < rows; a += 1) {
    for (let b = a + 1; b < slots.length; b += 1) {
      for (let c = b + 1; c < slots.length; c += 1) {
        yield [a, b, c];
        yield [c, b, a];
      }
    }
  }
}

/** Each gets what the next has. */
function rotate(slots: (number | null)[], cycle: readonly number[]): void {
  const held = cycle.map((at) => slots[at] ?? null);
  cycle.forEach((at, index) => {
    slots[at] = held[(index + 1) % held.length] ?? null;
  });
}

function isWorthTrying({ rows, slots, base }: Exchange, cycle: readonly number[]): boolean {
  let change = 0;
  for (const [index, at] of cycle.entries()) {
    if (at >= rows) continue;
    const [held, next] = [slots[at] ?? null, slots[cycle[(index + 1) % cycle.length] ?? at] ?? null];
    const coming = next === null ? 0 : base(at, next);
    if (next !== null && coming === 0) return false;
    change += coming - (held === null ? 0 : base(at, held));
  }
  return change >= -slack;
}
