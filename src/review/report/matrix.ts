import type { Figures } from './figures.ts';
import { placeOf } from './sheet.ts';

/** How often the first set gave the value of a row where the second gave that of a column. */
export interface Matrix {
  readonly values: readonly string[];
  readonly counts: readonly (readonly number[])[];
}

/** Where the cells of a matrix stand in the sheet, row by row. `name` names the cell of two values. */
export const cellsOf = ({ sheet }: Figures, values: readonly string[], name: (a: string, b: string) => string): number[][] =>
  values.map((a) => values.map((b) => placeOf(sheet, name(a, b))));

/** The cells as they stand over all texts. */
export const matrixOf = (figures: Figures, values: readonly string[], cells: readonly (readonly number[])[]): Matrix => ({
  values,
  counts: cells.map((row) => row.map((place) => figures.count(place))),
});

/** The sum of all cells, and of those where both say the same. */
export function agreementIn(cells: readonly (readonly number[])[], sums: Float64Array): { readonly same: number; readonly all: number } {
  let [same, all] = [0, 0];
  cells.forEach((row, a) => {
    row.forEach((place, b) => {
      all += sums[place] ?? 0;
      if (a === b) same += sums[place] ?? 0;
    });
  });
  return { same, all };
}
