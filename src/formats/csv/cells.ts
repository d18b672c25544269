/** A row of cells; absent ones are empty. */
export type Row = readonly (string | number | undefined)[];

export interface Sheet {
  /** UTF-8, rows ended by CR LF. */
  readonly bytes: Uint8Array;
  /** Cells that a spreadsheet would have run. */
  readonly guarded: number;
  /** Cells longer than a spreadsheet holds. */
  readonly cut: number;
}

// Excel and LibreOffice hold no more in one cell.
const longest = 32_767;
// What a spreadsheet takes for a formula, also behind spaces and in the full width of East Asian keyboards.
const runs = /^[\s\u00a0\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** A table after RFC 4180, each cell as it is: for programs. */
export function exactSheet(rows: readonly Row[]): Sheet {
  return { bytes: new TextEncoder().encode(rows.map(lineOf).join('')), guarded: 0, cut: 0 };
}

/** A table that a spreadsheet shows and does not run: with a byte order mark, an apostrophe before what would be a formula, no cell too long. */
export function spreadsheet(rows: readonly Row[]): Sheet {
  let [guarded, cut] = [0, 0];
  const safe = rows.map((row) =>
    row.map((cell) => {
      const words = typeof cell === 'string' && runs.test(cell) ? `'${cell}` : cell;
      if (words !== cell) guarded += 1;
      if (typeof words !== 'string' || words.length <= longest) return words;
      cut += 1;
      return `${words
        .slice(0, longest - 2)
        .toWellFormed()
        .replace(/\ufffd$/u, '')}…`;
    }),
  );
  return { bytes: new TextEncoder().encode(`\ufeff${safe.map(lineOf).join('')}`), guarded, cut };
}

const lineOf = (row: Row): string => `${row.map(cellOf).join(',')}\r\n`;

function cellOf(cell: string | number | undefined): string {
  const words = String(cell ?? '');
  // Semicolons and tabs part cells in some countries, and a lone empty cell would be a lone empty line.
  return /[",;\t\r\n]|^\s|\s$/u.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
}
