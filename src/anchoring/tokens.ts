import type { Folded } from './folded.ts';
import type { Lexicon } from './lexicon.ts';
import { unitKind, unitKinds } from './unit-kinds.ts';

/** The words, numbers and signs of a text, without the spaces between them. `start` and `end` are places in the folded units. */
export interface Tokens {
  readonly folded: Folded;
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Equal for tokens that are spelled alike, in every text of one lexicon. */
  readonly id: Int32Array;
  /** The id with a hyphen where a line end may have divided the word; else as `id`. */
  readonly other: Int32Array;
}

const isSign = (unit: number): boolean => unit === 0x2d || unit === 0x2b || unit === 0x2212;

/** The tokens of a folded text, numbered by a lexicon that other texts may share. Linear in its length. */
export function tokensOf(folded: Folded, lexicon: Lexicon): Tokens {
  // Words have two units on average at least, the space behind them included; the lists grow where they have not.
  const room = (folded.length >> 1) + 16;
  let [start, end, id] = [new Int32Array(room), new Int32Array(room), new Int32Array(room)];
  const { units } = folded;
  let count = 0;
  for (let place = 0; place < folded.length; ) {
    if (units[place] === 0x20) {
      place += 1;
      continue;
    }
    if (count === start.length) [start, end, id] = [longer(start), longer(end), longer(id)];
    const to = tokenEnd(units, place);
    start[count] = place;
    end[count] = to;
    id[count] = lexicon.numberOf(units, place, to);
    count += 1;
    place = to;
  }
  const ids = id.subarray(0, count);
  const tokens = { folded, count, start: start.subarray(0, count), end: end.subarray(0, count), id: ids, other: ids };
  return folded.joints.size > 0 ? { ...tokens, other: othersOf(tokens, lexicon) } : tokens;
}

function longer(list: Int32Array): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(list.length * 2);
  grown.set(list);
  return grown;
}

function othersOf({ folded, count, start, end, id }: Tokens, lexicon: Lexicon): Int32Array {
  const other = id.slice();
  for (let token = 0; token < count; token += 1) {
    for (const word of withHyphen(folded, start[token] ?? 0, end[token] ?? 0)) other[token] = lexicon.numberOf(word, 0, word.length);
  }
  return other;
}

/** The units of a token with a hyphen where a line end divided it; empty for most tokens. */
function withHyphen({ units, joints }: Folded, start: number, end: number): Uint16Array[] {
  for (let place = start + 1; place < end; place += 1) {
    if (joints.has(place)) return [Uint16Array.from([...units.slice(start, place), 0x2d, ...units.slice(place, end)])];
  }
  return [];
}

function tokenEnd(units: Uint16Array, place: number): number {
  const kinds = unitKinds();
  const kind = kinds[units[place] ?? 0];
  if (kind === unitKind.letter) {
    let end = place + 1;
    // Most words end here, before a space or a stop.
    while (end < units.length && kinds[units[end] ?? 0] === unitKind.letter) end += 1;
    return units[end] === 0x20 ? end : wordEnd(units, end);
  }
  if (kind === unitKind.digit || isSigned(units, place)) return numberEnd(units, place + 1);
  return kind === unitKind.pair ? pictureEnd(units, place) : joinersEnd(units, place + 1);
}

const kindAt = (units: Uint16Array, place: number): number | undefined =>
  place >= 0 && place < units.length ? unitKinds()[units[place] ?? 0] : unitKind.space;

/** A sign before a digit, with nothing before it that it could join. */
function isSigned(units: Uint16Array, place: number): boolean {
  if (!isSign(units[place] ?? 0) || kindAt(units, place + 1) !== unitKind.digit) return false;
  const before = kindAt(units, place - 1);
  return before === unitKind.space || before === unitKind.symbol;
}

function numberEnd(units: Uint16Array, from: number): number {
  let place = from;
  for (; place < units.length; place += 1) {
    const kind = kindAt(units, place);
    if (kind === unitKind.digit || kind === unitKind.letter || kind === unitKind.joiner) continue;
    // 2,000 · 10.5 · 10:30 · 3/4 · 2026-02-16
    const inside = ",.:/-'٫٬".includes(String.fromCharCode(units[place] ?? 0));
    if (!inside || kindAt(units, place + 1) !== unitKind.digit) break;
  }
  return place;
}

function wordEnd(units: Uint16Array, from: number): number {
  let place = from;
  for (; place < units.length; place += 1) {
    const kind = kindAt(units, place);
    if (kind === unitKind.letter || kind === unitKind.digit || kind === unitKind.joiner) continue;
    const unit = units[place] ?? 0;
    const next = kindAt(units, place + 1);
    if (unit === 0x2d && (next === unitKind.letter || next === unitKind.digit)) continue;
    // Kim|'s and don|'t, but l'|homme: names are found again when what hangs on them has changed.
    if (unit === 0x27 && next === unitKind.letter) return isEnding(units, place + 1) ? place : place + 1;
    break;
  }
  return place;
}

const isEnding = (units: Uint16Array, place: number): boolean =>
  kindAt(units, place + 1) !== unitKind.letter || kindAt(units, place + 2) !== unitKind.letter;

const joinersEnd = (units: Uint16Array, from: number): number => {
  let place = from;
  while (place < units.length && kindAt(units, place) === unitKind.joiner) place += 1;
  return place;
};

/** The end of a character outside the first plane, with skin tones, joined pictures and the second half of a flag. */
function pictureEnd(units: Uint16Array, start: number): number {
  let place = joinersEnd(units, start + 2);
  for (; place < units.length && kindAt(units, place) === unitKind.pair; place = joinersEnd(units, place + 2)) {
    const glued = units[place - 1] === 0x200d;
    const tone = units[place] === 0xd83c && (units[place + 1] ?? 0) >= 0xdffb;
    const flag = isFlagHalf(units, start) && isFlagHalf(units, place) && place === start + 2;
    if (!glued && !tone && !flag) break;
  }
  return place;
}

const isFlagHalf = (units: Uint16Array, place: number): boolean =>
  units[place] === 0xd83c && isBetween(units[place + 1] ?? 0, 0xdde6, 0xddff);

const isBetween = (unit: number, low: number, high: number): boolean => unit >= low && unit <= high;
