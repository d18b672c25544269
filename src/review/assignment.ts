/** Pairs of a row and a column with the largest sum of weights, each used at most once. A pair whose weight is not above 0 is never made. Kuhn 1955, in the form with potentials; time grows with rows² × columns. */
export function bestPairs(weights: readonly (readonly number[])[]): { readonly row: number; readonly column: number }[] {
  const columns = weights[0]?.length ?? 0;
  if (weights.length > columns) return bestPairs(transposed(weights, columns)).map(({ row, column }) => ({ row: column, column: row }));
  const owners = assign(weights.map((row) => row.map((weight) => -Math.max(0, weight))));
  return owners
    .flatMap((row, column) => (row >= 0 && (weights[row]?.[column] ?? 0) > 0 ? [{ row, column }] : []))
    .sort((a, b) => a.row - b.row);
}

const transposed = (weights: readonly (readonly number[])[], columns: number): number[][] =>
  Array.from({ length: columns }, (_, column) => weights.map((row) => row[column] ?? 0));

/** The row of each column, −1 for none, at the smallest sum of costs; there are no more rows than columns. */
function assign(costs: readonly (readonly number[])[]): number[] {
  const columns = costs[0]?.length ?? 0;
  const state: Potentials = { rows: costs.map(() => 0), columns: new Array(columns).fill(0), owners: new Array(columns).fill(-1) };
  costs.forEach((_, row) => augment(costs, state, row));
  return state.owners;
}

interface Potentials {
  readonly rows: number[];
  readonly columns: number[];
  /** The row of each column, −1 for none. */
  readonly owners: number[];
}

/** Gives one more row a column, along the cheapest path of columns that change their rows. */
function augment(costs: readonly (readonly number[])[], { rows, columns, owners }: Potentials, start: number): void {
  const cheapest = columns.map(() => Number.POSITIVE_INFINITY);
  const cameFrom = columns.map(() => -1);
  const reached = columns.map(() => false);
  let row = start;
  let last = -1;
  while (row >= 0) {
    let next = -1;
    for (let column = 0; column < columns.length; column += 1) {
      if (reached[column]) continue;
      const cost = (costs[row]?.[column] ?? 0) - (rows[row] ?? 0) - (columns[column] ?? 0);
      if (cost < (cheapest[column] ?? 0)) [cheapest[column], cameFrom[column]] = [cost, last];
      if (next < 0 || (cheapest[column] ?? 0) < (cheapest[next] ?? 0)) next = column;
    }
    shift({ rows, columns, owners }, { start, reached, cheapest }, cheapest[next] ?? 0);
    reached[next] = true;
    last = next;
    row = owners[next] ?? -1;
  }
  for (let column = last; column >= 0; column = cameFrom[column] ?? -1) owners[column] = owners[cameFrom[column] ?? -1] ?? start;
}

function shift(
  { rows, columns, owners }: Potentials,
  { start, reached, cheapest }: { start: number; reached: readonly boolean[]; cheapest: number[] },
  by: number,
): void {
  rows[start] = (rows[start] ?? 0) + by;
  reached.forEach((is, column) => {
    if (is) {
      const owner = owners[column] ?? -1;
      rows[owner] = (rows[owner] ?? 0) + by;
      columns[column] = (columns[column] ?? 0) - by;
    } else cheapest[column] = (cheapest[column] ?? 0) - by;
  });
}
