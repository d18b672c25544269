import { snapToGraphemes } from '../text/graphemes.ts';
import type { Stretch } from '../text/stretch.ts';
import type { Alignment } from './alignment.ts';
import type { Anchored, Difference } from './anchored.ts';
import { at } from './at.ts';
import { differencesBetween, typographyDifference } from './differences.ts';
import { isSame, isSameWord } from './pairs.ts';
import type { Place, TokenRange } from './place.ts';
import { stretchAt } from './stretch-at.ts';

/** What is looked for: tokens, the stretch they lie in, and where that began in the text the tag was made on (UTF-16 units). */
interface Sought {
  readonly range: TokenRange;
  readonly stretch: Stretch;
  readonly start: number;
}

const rounded = (score: number): number => Math.round(score * 1000) / 1000;

/** The answer where nothing is proposed. */
export const lost = (score: number): Anchored => ({ status: 'lost', score: rounded(score), changed: [] });

/** The doubt whether these words are the same and not others that read alike. */
export function placeDoubt(text: string, { start, end }: Stretch): Difference {
  const words = text.slice(start, end);
  return { kind: 'place', from: words, to: words };
}

/** What is said of tokens at a place. Only where every word is there, spelled alike, `doubts` is asked whether they mean the same. */
export function answer(alignment: Alignment, sought: Sought, place: Place, doubts: (now: Stretch) => readonly Difference[]): Anchored {
  const { olds, nows } = alignment;
  const { range, stretch } = sought;
  const now = snapToGraphemes(nows.folded.text, stretchAt(alignment, range, place, stretch));
  const score = rounded(place.score);
  if (!place.exact) return { status: 'changed', ...now, score, changed: differencesBetween(alignment, range, place) };
  const doubtful = doubts(now);
  const setting = typographyDifference(olds.folded.text.slice(stretch.start, stretch.end), nows.folded.text.slice(now.start, now.end));
  const changed = setting ? [...doubtful, setting] : doubtful;
  const stays = setting === null && now.start === sought.start;
  return { status: doubtful.length > 0 ? 'changed' : stays ? 'unchanged' : 'moved', ...now, score, changed };
}

// Fewer words than these stand together by chance.
const leastTokens = 3;
const leastUnits = 12;

/** Whether enough of the tokens is left to propose the place: half of them, and either several words or the words on both sides. */
export function isProposal(alignment: Alignment, range: TokenRange, place: Place): boolean {
  if (place.exact) return true;
  if (place.kept < 0.5) return false;
  const { olds, nows, to } = alignment;
  let [tokens, units] = [0, 0];
  for (let token = range.start; token < range.end; token += 1) {
    const now = at(to, token);
    if (now < place.start || now >= place.end || !isSameWord(olds, token, nows, now)) continue;
    tokens += 1;
    units += at(olds.end, token) - at(olds.start, token);
  }
  if (tokens >= leastTokens && units >= leastUnits) return true;
  const before = range.start === 0 ? place.start === 0 : isSame(olds, range.start - 1, nows, place.start - 1);
  const behind = range.end === olds.count ? place.end === nows.count : isSame(olds, range.end, nows, place.end);
  return before && behind;
}
