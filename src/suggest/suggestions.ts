import type { Stretch } from '../text/stretch.ts';
import type { Attribution, Readable } from './attribution.ts';
import { foundIn } from './attributions.ts';
import { type Name, namesIn } from './names.ts';

/** What the rules know of an article; made once per text and kept by the caller, since offers and checks ask it again and again. */
export interface Suggestions {
  readonly article: Readable;
  readonly attributions: readonly Attribution[];
  /** Who sentences begin with, by place: for when no rule knows who speaks. */
  readonly openings: readonly Stretch[];
  /** Names of two words or more, by place. */
  readonly names: readonly Name[];
}

/** Reads an article for suggestions. Never throws. */
export function suggestionsIn(article: Readable): Suggestions {
  return { article, ...foundIn(article), names: namesIn(article.text, article.language) };
}
