import type { Stretch } from '../text/stretch.ts';

// Where Python's `readlines` begins a new line, which is where a line of a standoff file would break.
const ends = '\\r\\n\\v\\f\\x1c-\\x1e\\x85\\u2028\\u2029';
const lineEnds = new RegExp(`[${ends}]+`, 'gu');
const lineEndsOnly = new RegExp(`^[${ends}]*$`, 'u');

/** The stretches of a text without the line ends in them: none where they are nothing else. */
export function withoutLineEnds(text: string, stretches: readonly Stretch[]): Stretch[] {
  return stretches.flatMap(({ start, end }) => {
    const cuts = [...text.slice(start, end).matchAll(lineEnds)].map(({ index, 0: found }) => [start + index, start + index + found.length]);
    const edges = [start, ...cuts.flat(), end];
    return edges.flatMap((from, index) => {
      const to = edges[index + 1] ?? from;
      return index % 2 === 0 && from < to ? [{ start: from, end: to }] : [];
    });
  });
}

/** The stretches with those made one that only line ends keep apart. */
export function acrossLineEnds(text: string, stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const next of [...stretches].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && next.start > last.end && lineEndsOnly.test(text.slice(last.end, next.start)))
      joined[joined.length - 1] = { start: last.start, end: next.end };
    else joined.push(next);
  }
  return joined;
}

/** Words on one line: line ends and backslashes written with a backslash. */
export const onOneLine = (words: string): string =>
  words.replaceAll(new RegExp(`[\\\\${ends}]`, 'gu'), (sign) =>
    sign === '\\' ? '\\\\' : `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** The words that were put on one line. Other backslashes are left as they are. */
export const fromOneLine = (line: string): string =>
  line.replaceAll(/\\(?:\\|u([0-9a-f]{4}))/gu, (_, hex: string | undefined) =>
    hex === undefined ? '\\' : String.fromCharCode(Number.parseInt(hex, 16)),
  );
