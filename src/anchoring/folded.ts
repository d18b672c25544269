import { unitKind, unitKinds } from './unit-kinds.ts';

/**
 * A text as it is compared: one spelling for quotation marks, ligatures, accents and hyphens, one space for any white space, no
 * invisible marks, words whole that a line end had divided. Unit `i` is what stands at `from[i]`–`to[i]` of the text (UTF-16 units).
 */
export interface Folded {
  readonly text: string;
  readonly length: number;
  readonly units: Uint16Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Where (in `units`) a hyphen at a line end was taken for a division; it may have been part of the word. */
  readonly joints: ReadonlySet<number>;
}

const single = "'";
const double = '"';
const hyphen = 0x2d;
const softHyphen = 0xad;
const spellings = new Map<string, string>([
  ...[..."'‘’‚‛‹›′`"].map((mark) => [mark, single] as const),
  ...[...'"“”„‟«»″＂'].map((mark) => [mark, double] as const),
  ['\u2010', '-'],
  ['\u2011', '-'],
]);

interface Composed {
  readonly start: number;
  readonly end: number;
  readonly letters: string;
}

// A letter with its accents, a Korean syllable in letters, and characters that stand for another one.
const composable =
  /[^\p{M}]\p{M}+|[\u1100-\u115f][\u1160-\u11a7][\u11a8-\u11ff]?|[\uac00-\ud7a3][\u11a8-\u11ff]|[\u0374\u037e\u0387\u1f71-\u1ffd\u2126\u212a\u212b\uf900-\ufaff]/gu;

// Most texts have none of these, and looking is cheaper than composing.
const mayCompose = /[\p{M}\u1100-\u11ff\u0374\u037e\u0387\u1f71-\u1ffd\u2126\u212a\u212b\uf900-\ufaff]/u;

/** What NFC would change in the text, in order. */
function composedIn(text: string): readonly Composed[] {
  if (!mayCompose.test(text) || text.normalize('NFC') === text) return [];
  const found: Composed[] = [];
  for (const { 0: letters, index } of text.matchAll(composable)) {
    const composed = letters.normalize('NFC');
    if (composed !== letters) found.push({ start: index, end: index + letters.length, letters: composed });
  }
  return found;
}

// More at once than a call takes arguments would be refused.
const atOnce = 8_192;

/** The folded units from `start` to `end` as a string. */
export function lettersIn({ units }: Folded, start: number, end: number): string {
  let letters = '';
  for (let from = start; from < end; from += atOnce) letters += String.fromCharCode(...units.subarray(from, Math.min(end, from + atOnce)));
  return letters;
}

/** Folds a text. Linear in its length. */
export function fold(text: string): Folded {
  return new Folder(text).folded();
}

class Folder {
  private readonly text: string;
  private readonly kinds = unitKinds();
  private readonly composed: readonly Composed[];
  private readonly joints = new Set<number>();
  private units: Uint16Array;
  private from: Int32Array;
  private to: Int32Array;
  private length = 0;
  private plainUntil = 0;

  constructor(text: string) {
    this.text = text;
    this.composed = composedIn(text);
    // A little room, so that few texts with ligatures have to grow.
    const room = text.length + 64;
    [this.units, this.from, this.to] = [new Uint16Array(room), new Int32Array(room), new Int32Array(room)];
  }

  folded(): Folded {
    let place = 0;
    for (const { start, end, letters } of this.composed) {
      this.plainUntil = start;
      while (place < start) place = this.step(place);
      // White space may have been taken together beyond the start.
      if (place === start) place = this.write(letters, start, end);
    }
    this.plainUntil = this.text.length;
    while (place < this.text.length) place = this.step(place);
    const { text, length, joints } = this;
    const [units, from, to] = [this.units.subarray(0, length), this.from.subarray(0, length), this.to.subarray(0, length)];
    return { text, length, units, from, to, joints };
  }

  /** Folds what begins here, and gives the place behind it. */
  private step(place: number): number {
    const kind = this.kinds[this.text.charCodeAt(place)];
    if (kind === unitKind.space) return this.space(place);
    if (kind === unitKind.invisible) return place + 1;
    return kind === unitKind.foldable ? this.spelling(place) : this.copy(place);
  }

  /** Takes over words and the single spaces between them as they are. Most of every text passes here, so it is one plain loop. */
  private copy(start: number): number {
    const { text, kinds, units, from, to } = this;
    const stop = Math.min(this.plainUntil, start + units.length - this.length);
    if (stop === start) this.grow();
    let [place, length] = [start, this.length];
    for (; place < stop; place += 1) {
      const unit = text.charCodeAt(place);
      const kind = kinds[unit];
      const single = unit === 0x20 && kinds[text.charCodeAt(place + 1)] === unitKind.letter && units[length - 1] !== 0x20;
      if (!single && (kind === unitKind.space || kind === unitKind.invisible || kind === unitKind.foldable)) break;
      units[length] = unit;
      from[length] = place;
      length += 1;
      to[length - 1] = place + 1;
    }
    this.length = length;
    return place;
  }

  private spelling(place: number): number {
    const mark = this.text.charAt(place);
    const doubled = /['‘’`]/u.test(mark) && this.text.charAt(place + 1) === mark;
    if (doubled) return this.write(double, place, place + 2);
    return this.write(spellings.get(mark) ?? mark.normalize('NFKC'), place, place + 1);
  }

  private space(place: number): number {
    let end = place;
    while (end < this.text.length && this.isBetween(end)) end += 1;
    const run = this.text.slice(place, end);
    if (/^[^\n\r]*(?:\r\n|\n|\r)[^\n\r]*$/u.test(run) && /^\p{Ll}/u.test(this.text.slice(end, end + 2))) {
      if (this.text.charCodeAt(place - 1) === softHyphen) return end;
      if (this.dividesWord(place)) {
        this.length -= 1;
        this.joints.add(this.length);
        return end;
      }
    }
    if (this.length > 0 && this.units[this.length - 1] !== 0x20) this.push(0x20, place, end);
    return end;
  }

  private isBetween(place: number): boolean {
    const kind = this.kinds[this.text.charCodeAt(place)];
    return kind === unitKind.space || kind === unitKind.invisible;
  }

  /** A hyphen ends here, directly behind a letter. */
  private dividesWord(place: number): boolean {
    const last = this.length - 1;
    if (last < 1 || this.units[last] !== hyphen || this.to[last] !== place) return false;
    return this.kinds[this.units[last - 1] ?? 0] === unitKind.letter;
  }

  private write(letters: string, start: number, end: number): number {
    for (let index = 0; index < letters.length; index += 1) this.push(letters.charCodeAt(index), start, end);
    return end;
  }

  private push(unit: number, start: number, end: number): void {
    if (this.length === this.units.length) this.grow();
    this.units[this.length] = unit;
    this.from[this.length] = start;
    this.to[this.length] = end;
    this.length += 1;
  }

  private grow(): void {
    const { units, from, to } = this;
    const room = units.length * 2;
    [this.units, this.from, this.to] = [new Uint16Array(room), new Int32Array(room), new Int32Array(room)];
    this.units.set(units);
    this.from.set(from);
    this.to.set(to);
  }
}
