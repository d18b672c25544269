import type { Stretch } from './stretch.ts';

/** Where a mark stands: `open` before words, `close` behind them, `either` where both would do, `inside` within a word. */
type Position = 'open' | 'close' | 'either' | 'inside';

/** One quotation mark (UTF-16 units) under the name it is matched by: '' and ＂ and ״ count as ", `` as “, ,, as „. */
export interface Mark extends Stretch {
  readonly kind: string;
  readonly position: Position;
  /** A digit stands before it: perhaps inches. */
  readonly afterDigit: boolean;
  /** Punctuation before or behind says that a quotation ends here. */
  readonly strong: boolean;
  /** An apostrophe that begins or ends a word (’tis, ’90s), or a dogs’ bowl that might. */
  readonly elision: 'begins' | 'may-end' | null;
}

type Side = 'space' | 'dash' | 'stop' | 'digit' | 'letter' | 'joined';

const anyMark = /''|’’|‘‘|``|,,|["＂״“”„‟〝〞〟«»‹›'’‘‚‛「」『』｢｣﹁﹂﹃﹄]/gu;
const kinds: Readonly<Record<string, string>> = {
  "''": '"',
  '＂': '"',
  '״': '"',
  '’’': '”',
  '‘‘': '“',
  '``': '“',
  ',,': '„',
  '‟': '“',
  '〝': '“',
  '〞': '”',
  '〟': '”',
  '‛': '‘',
  '｢': '「',
  '｣': '」',
  '﹁': '「',
  '﹂': '」',
  '﹃': '『',
  '﹄': '』',
};
const invisible = /[\u200b-\u200f\u2060\ufeff]/u;
// Written without spaces between words, or with particles directly behind a mark: letters say nothing about its direction.
const joined =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const elided =
  /^(?:\d0(?:s|er|ern)?(?!\p{L}|\d)|\d\d(?!\p{L}|\d)|(?:tis|twas|twere|twill|em|cause|til|till|bout|round|neath|n|s|t|k|m)(?!\p{L}))/iu;
const hebrew = /\p{Script=Hebrew}/u;

/** The quotation marks within a stretch, in order; commas and primes that only look like one are left out. Linear in its length. */
export function marksIn(text: string, stretch: Stretch): Mark[] {
  const places = [...text.slice(stretch.start, stretch.end).matchAll(anyMark)].map(({ 0: mark, index }) => ({
    mark,
    start: stretch.start + index,
    end: stretch.start + index + mark.length,
  }));
  const lefts = sides(places, (place) => before(text, place.start, stretch.start));
  const rights = sides([...places].reverse(), (place) => after(text, place.end, stretch.end)).reverse();
  return places.flatMap(({ mark, start, end }, index) => {
    const [left, right] = [lefts[index] ?? 'space', rights[index] ?? 'space'];
    const empty = mark === '"' && left === 'space' && (right === 'space' || right === 'stop') && isBeside(places, index);
    if (empty) return [];
    if (mark === ',,' && (left !== 'space' || right === 'space')) return [];
    const straight = kinds[mark] ?? mark;
    return [{ start, end, kind: straight, ...standing(text, { start, end }, straight, left, right) }];
  });
}

// Marks side by side stand where their group stands: in "'Wants' …" both are before the W.
function sides<P extends Stretch>(places: readonly P[], look: (place: P) => Side): Side[] {
  const found: Side[] = [];
  places.forEach((place, index) => {
    const last = places[index - 1];
    const touches = last !== undefined && (last.end === place.start || place.end === last.start);
    found.push(touches ? (found[index - 1] ?? 'space') : look(place));
  });
  return found;
}

// Two straight marks with nothing between hold no words.
function isBeside(places: readonly (Stretch & { readonly mark: string })[], index: number): boolean {
  const [last, here, next] = [places[index - 1], places[index], places[index + 1]];
  return (last?.mark === '"' && last.end === here?.start) || (next?.mark === '"' && next.start === here?.end);
}

function before(text: string, at: number, start: number): Side {
  let place = at - 1;
  while (place > at - 3 && invisible.test(text.charAt(place))) place -= 1;
  return place < start ? 'space' : sideOf(text.charAt(place), /[([{/=¿¡（【:：]/u);
}

function after(text: string, at: number, end: number): Side {
  let place = at;
  while (place < at + 2 && invisible.test(text.charAt(place))) place += 1;
  if (place >= end) return 'space';
  // Three dots behind a mark belong to the words it opens.
  if (/^(?:\.\.|…)/u.test(text.slice(place, place + 2)) && /[^\s.…]/u.test(text.slice(place, place + 5))) return 'letter';
  return sideOf(text.charAt(place), null);
}

function sideOf(unit: string, likeSpace: RegExp | null): Side {
  if (/\s/u.test(unit) || likeSpace?.test(unit)) return 'space';
  if (/[-‐‑–—―]/u.test(unit)) return 'dash';
  if (/\p{N}/u.test(unit)) return 'digit';
  if (/[.,;:!?…。，、；：！？،؛؟)\]}）】%]/u.test(unit)) return 'stop';
  return joined.test(unit) ? 'joined' : 'letter';
}

function standing(text: string, { start, end }: Stretch, kind: string, left: Side, right: Side) {
  const single = /['’‘]/u.test(kind);
  const position = kind === '"' && isGershayim(text, start, end) ? 'inside' : positionOf(text, start, left, right);
  const begins = single && position === 'open' && elided.test(text.slice(end, end + 6));
  const mayEnd = single && position === 'close' && right === 'space' && /(?:[sxzSXZ]|in)$/u.test(text.slice(Math.max(0, start - 2), start));
  return {
    position,
    afterDigit: left === 'digit',
    strong:
      position === 'close' &&
      (left === 'stop' || right === 'stop' || right === 'dash' || end >= text.length || /[\r\n]/u.test(text.charAt(end))),
    elision: begins ? ('begins' as const) : mayEnd ? ('may-end' as const) : null,
  };
}

function positionOf(text: string, start: number, left: Side, right: Side): Position {
  if (left === 'joined' || right === 'joined')
    return left === 'space' ? 'open' : right === 'space' || right === 'stop' ? 'close' : 'either';
  if (left === 'space' || left === 'dash') return right === 'space' || right === 'stop' ? 'either' : 'open';
  if (right === 'space' || right === 'stop' || right === 'dash') return 'close';
  if (left === 'stop') return 'either';
  // ה"הארץ": a prefix of one or two letters before the mark of a whole word.
  return hebrew.test(text.charAt(start - 1)) && !isGershayim(text, start, start + 1) ? 'open' : 'inside';
}

// Before the last letter of an acronym, or behind more than a prefix, the mark is part of the word.
function isGershayim(text: string, start: number, end: number): boolean {
  if (!hebrew.test(text.charAt(start - 1)) || !hebrew.test(text.charAt(end))) return false;
  const lead = /\p{Script=Hebrew}*$/u.exec(text.slice(Math.max(0, start - 4), start))?.[0] ?? '';
  return !(/^[והבלמשכ]{1,2}$/u.test(lead) && hebrew.test(text.charAt(end + 1)));
}
