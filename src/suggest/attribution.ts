import type { Stretch } from '../text/stretch.ts';
import type { ParsedZone } from '../text/zone.ts';

/** What suggestions are made from: the untouched text, its zones and its language (BCP 47). */
export interface Readable {
  readonly text: string;
  readonly zones: readonly Pick<ParsedZone, 'kind' | 'start' | 'end'>[];
  readonly language: string;
}

/** The pattern that speaks for a suggestion; its screen words are `suggestMessages.rules`. */
export type Rule =
  | 'quote-said'
  | 'said-quote'
  | 'colon'
  | 'split'
  | 'within'
  | 'follows'
  | 'introduced'
  | 'paragraph-above'
  | 'continues'
  | 'said'
  | 'according-to'
  | 'told'
  | 'released-by'
  | 'reported-by'
  | 'credit'
  | 'inside'
  | 'near'
  | 'own-voice'
  | 'mention';

/** Who carried a statement on: "released by the Korean Central News Agency", "told AFP". Stretches in UTF-16 units. */
export interface Relay {
  readonly source: readonly Stretch[];
  readonly cue: readonly Stretch[];
  readonly rule: Rule;
}

/** Who says what, as a rule read it; all stretches in UTF-16 units, in reading order. `source` and `cue` are empty where the sentence names neither. */
export interface Attribution {
  readonly content: readonly Stretch[];
  readonly source: readonly Stretch[];
  readonly cue: readonly Stretch[];
  /** 0 to 1: how often the rule is right, by experience; compare, do not add. */
  readonly score: number;
  readonly rule: Rule;
  /** Everything that attributes and is not content: source, cue, time and hearer. */
  readonly phrase: readonly Stretch[];
  readonly relays: readonly Relay[];
  /** True where the content stands in quotation marks. */
  readonly quoted: boolean;
}
