import type { Stretch } from '../text/stretch.ts';
import type { Attribution } from './attribution.ts';
import { framesIn } from './frames.ts';
import { grammarOf } from './grammar-of.ts';
import { attributed } from './indirect.ts';
import { relaysOf } from './media.ts';
import { readingOf } from './reading.ts';
import { statementIn } from './statement.ts';

/** The attribution of one sentence (UTF-16 units of `text`): `content` is the claim without the phrase, outer punctuation and the final stop, `phrase` what attributes it; `null` where nobody is named. */
export function attributionPhrase(text: string, sentence: Stretch, language: string): Attribution | null {
  const grammar = grammarOf(language);
  const paragraph = readingOf({ text, zones: [{ kind: 'paragraph', ...sentence }], language }, grammar).paragraphs[0];
  if (!grammar || !paragraph) return null;
  const opening = paragraph.sentences[0]?.opening ?? sentence.start;
  const whole = { ...sentence, opening, pieces: paragraph.sentences.flatMap(({ pieces }) => pieces) };
  const frames = framesIn(paragraph, whole, grammar);
  const statement = statementIn(paragraph, whole, frames, grammar);
  return statement && { ...attributed(statement), relays: relaysOf(paragraph, whole, statement.frame, frames, grammar) };
}
