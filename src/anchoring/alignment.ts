import type { Tokens } from './tokens.ts';

/** Which token of a new text stands for which of an old one. */
export interface Pairing {
  readonly olds: Tokens;
  readonly nows: Tokens;
  /** For each old token the new one, -1 for none. A pair need not be spelled alike: a replaced word has its replacement. */
  readonly to: Int32Array;
  /** The same from the new text's side. */
  readonly back: Int32Array;
}

export interface Alignment extends Pairing {
  /** 0 for what is in its old order; each block that moved has a number of its own. */
  readonly block: Int32Array;
}

/** The same with the texts in each other's place. */
export const reversed = ({ olds, nows, to, back }: Pairing): Pairing => ({ olds: nows, nows: olds, to: back, back: to });
