import { attributionPhrase } from './attribution-phrase.ts';
import { offersFor, speakersNear } from './offers.ts';

/** What the rules answer while somebody works, gathered to be loaded behind the first paint: their words for seven languages weigh more than the rest of the reader. */
export const rules = { attributionPhrase, offersFor, speakersNear } as const;

export type Rules = typeof rules;
