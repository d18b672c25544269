/** How a tool counts the characters of a text. `crlf` is what a CR LF counts as, where a tool reads it as one line end. */
export interface Counting {
  readonly unit: 'utf-16' | 'code-point' | 'utf-8' | 'grapheme';
  readonly crlf: 1 | 2;
}

/** Offsets of one text as a tool counts them, and in UTF-16 units. */
export interface Offsets {
  /** The UTF-16 offset of a counted one; `null` where it lies outside the text or inside of what is counted as one. */
  toUtf16(offset: number): number | null;
  /** The counted offset of a UTF-16 one; `null` where it lies outside the text or inside of what is counted as one. */
  fromUtf16(offset: number): number | null;
}

/** The offsets of a text in a counting. Takes time and memory in proportion to the text, but for UTF-16 units as they are. */
export function offsetsOf(text: string, counting: Counting): Offsets {
  if (counting.unit === 'utf-16' && counting.crlf === 2) return sameOffsets(text.length);
  const own: number[] = [];
  const foreign: number[] = [];
  let [at, counted] = [0, 0];
  for (const piece of piecesOf(text, counting)) {
    own[at] = counted;
    foreign[counted] = at;
    at += piece.length;
    counted += countOf(piece, counting);
  }
  own[at] = counted;
  foreign[counted] = at;
  return { toUtf16: (offset) => foreign[offset] ?? null, fromUtf16: (offset) => own[offset] ?? null };
}

function sameOffsets(length: number): Offsets {
  const same = (offset: number) => (Number.isInteger(offset) && offset >= 0 && offset <= length ? offset : null);
  return { toUtf16: same, fromUtf16: same };
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const encoder = new TextEncoder();

/** What stands in the text one after the other and is counted as a whole. */
function* piecesOf(text: string, { unit, crlf }: Counting): Generator<string> {
  if (unit === 'grapheme') {
    for (const { segment } of graphemes.segment(text)) yield segment;
    return;
  }
  const joined = crlf === 1 ? '\\r\\n|' : '';
  for (const [piece] of text.matchAll(new RegExp(`${joined}[^]`, unit === 'utf-16' ? 'g' : 'gu'))) yield piece;
}

function countOf(piece: string, { unit, crlf }: Counting): number {
  if (unit !== 'utf-8') return 1;
  return crlf === 1 && piece === '\r\n' ? 1 : encoder.encode(piece).length;
}
