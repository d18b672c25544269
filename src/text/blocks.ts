import type { Stretch } from './stretch.ts';

/** What is drawn as one piece: a zone with the line ends and spaces around it. `zone` is null for text that no zone covers. */
export interface Block<Z extends Stretch> extends Stretch {
  readonly zone: Z | null;
}

/** Blocks that tile the whole text (UTF-16 units): each begins with its zone's line, or with the zone where two share a line. */
export function blocksOf<Z extends Stretch>(text: string, zones: readonly Z[]): readonly Block<Z>[] {
  if (zones.length === 0) return text === '' ? [] : [{ start: 0, end: text.length, zone: null }];
  const starts = zones.map((zone, index) => (index === 0 ? 0 : Math.max(lineStart(text, zone.start), zones[index - 1]?.end ?? 0)));
  return zones.map((zone, index) => ({ start: starts[index] ?? 0, end: starts[index + 1] ?? text.length, zone }));
}

function lineStart(text: string, offset: number): number {
  const before = text.slice(Math.max(0, offset - 1_000), offset);
  const end = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r'));
  return end < 0 ? offset : offset - before.length + end + 1;
}
