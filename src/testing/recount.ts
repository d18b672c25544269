import type { FormatFile } from '../formats/format.ts';
import { type Counting, offsetsOf } from '../text/offset-units.ts';

const pairs = [
  ['start', 'end'],
  ['begin', 'end'],
  ['start_offset', 'end_offset'],
] as const;

/** The files of one text with every offset counted in another way, as a tool would have written them that counts so. */
export function recount(files: readonly FormatFile[], text: string, from: Counting, to: Counting): FormatFile[] {
  const [own, other] = [offsetsOf(text, from), offsetsOf(text, to)];
  const moved = (offset: number): number => {
    const place = other.fromUtf16(own.toUtf16(offset) ?? -1);
    if (place === null) throw new Error(`${offset} is no place when counted so.`);
    return place;
  };
  return files.map(({ name, bytes }) => ({ name, bytes: name.includes('.attest.') ? bytes : recounted(name, bytes, moved) }));
}

function recounted(name: string, bytes: Uint8Array, moved: (offset: number) => number): Uint8Array {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const encode = (changed: string) => new TextEncoder().encode(changed);
  if (name.endsWith('.ann'))
    return encode(
      text.replaceAll(
        /^(T\d+\t\S+ )([\d ;]+)/gmu,
        (_, head: string, places: string) => head + places.replaceAll(/\d+/gu, (offset) => `${moved(Number(offset))}`),
      ),
    );
  if (!/\.json(?:l|ld)?$/u.test(name)) return bytes;
  const lines = name.endsWith('.jsonl') ? text.split('\n').filter((line) => line !== '') : [text];
  return encode(lines.map((line) => JSON.stringify(JSON.parse(line, (_, value) => withPairs(value, moved)))).join('\n'));
}

function withPairs(value: unknown, moved: (offset: number) => number): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const members: Record<string, unknown> = { ...value };
  for (const [start, end] of pairs) {
    const [from, to] = [members[start], members[end]];
    if (typeof from === 'number' && typeof to === 'number') Object.assign(members, { [start]: moved(from), [end]: moved(to) });
  }
  return members;
}
