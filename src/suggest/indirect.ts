import type { Attribution } from './attribution.ts';
import type { Frame } from './frames.ts';
import type { Grammar } from './grammar.ts';
import type { Paragraph, Sentence } from './reading.ts';
import { type Statement, statementIn } from './statement.ts';

/** The statement of a sentence without quotation marks, with who makes it; `null` where nobody is named. */
export function indirectIn(paragraph: Paragraph, sentence: Sentence, frames: readonly Frame[], grammar: Grammar): Attribution | null {
  if (sentence.pieces.length > 0) return null;
  const statement = statementIn(paragraph, sentence, frames, grammar);
  return statement && attributed(statement);
}

/** A statement as an attribution. */
export function attributed({ frame, claim, phrase }: Statement): Attribution {
  const according = frame.kind === 'according-to';
  return {
    content: claim,
    source: frame.source ? [frame.source] : [],
    cue: [frame.cue],
    score: according ? 0.8 : 0.65,
    rule: according ? 'according-to' : 'said',
    phrase,
    relays: [],
    quoted: false,
  };
}
