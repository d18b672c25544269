import type { Attribution, Readable } from './attribution.ts';
import { attributionsIn } from './attributions.ts';
import { type Name, namesIn } from './names.ts';

/** What the rules know of an article; made once per text and kept by the caller, since offers and checks ask it again and again. */
export interface Suggestions {
  readonly article: Readable;
  readonly attributions: readonly Attribution[];
  /** Names of two words or more, by place. */
  readonly names: readonly Name[];
}

/** Reads an article for suggestions. Never throws. */
export function suggestionsIn(article: Readable): Suggestions {
  return { article, attributions: attributionsIn(article), names: namesIn(article.text, article.language) };
}
