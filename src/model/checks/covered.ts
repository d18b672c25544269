import type { Stretch } from '../../text/stretch.ts';

/** Stretches of a text put together, to be asked about in logarithmic time. UTF-16 units. */
export class Covered {
  readonly #merged: readonly Stretch[];

  constructor(stretches: readonly Stretch[]) {
    const merged: Stretch[] = [];
    for (const { start, end } of [...stretches].sort((a, b) => a.start - b.start)) {
      const last = merged.at(-1);
      if (last && start <= last.end) merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, end) };
      else merged.push({ start, end });
    }
    this.#merged = merged;
  }

  /** True where the character at the offset is covered. */
  has(offset: number): boolean {
    return this.touches({ start: offset, end: offset + 1 });
  }

  /** True where any character of the stretch is covered. */
  touches({ start, end }: Stretch): boolean {
    const next = this.#merged[firstEndingAfter(this.#merged, start)];
    return next !== undefined && next.start < end;
  }
}

/** The index of the first of these ordered stretches, which do not overlap, that ends after the offset; their number when none does. */
function firstEndingAfter(stretches: readonly Stretch[], offset: number): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The stretches, ordered and not overlapping, that share a character with this one. */
export function touchedBy<S extends Stretch>(stretches: readonly S[], { start, end }: Stretch): S[] {
  const touched: S[] = [];
  for (let at = firstEndingAfter(stretches, start); at < stretches.length; at += 1) {
    const next = stretches[at];
    if (!next || next.start >= end) break;
    touched.push(next);
  }
  return touched;
}
