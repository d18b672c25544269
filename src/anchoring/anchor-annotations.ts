import type { Stretch } from '../text/stretch.ts';
import { align } from './align.ts';
import { type Alignment, reversed } from './alignment.ts';
import type { Anchored, Difference } from './anchored.ts';
import { answer, isProposal, lost, placeDoubt } from './answer.ts';
import { hasRival, isSamePassage } from './certainty.ts';
import { fold } from './folded.ts';
import { frameOf } from './frame.ts';
import { Lexicon } from './lexicon.ts';
import { covering, meaningDifferences } from './meaning.ts';
import { type Place, placeOf, type TokenRange } from './place.ts';
import { hasRivalPassage } from './rivals.ts';
import { Occurrences, tokensIn } from './token-places.ts';
import { tokensOf } from './tokens.ts';

/**
 * Where the given stretches of the old text (UTF-16 units) stand in the new one, in the same order. Both texts are compared once,
 * whatever the number of stretches. Throws a RangeError for a stretch outside the old text.
 */
export function anchorAnnotations(oldText: string, newText: string, stretches: readonly Stretch[]): Anchored[] {
  for (const { start, end } of stretches) {
    if (start < 0 || end > oldText.length || start >= end) throw new RangeError(`No text stands at ${start}–${end}.`);
  }
  if (oldText === newText) return stretches.map(({ start, end }) => ({ status: 'unchanged', start, end, score: 1, changed: [] }));
  const anchorer = new Anchorer(oldText, newText);
  return stretches.map((stretch) => anchorer.anchor(stretch));
}

class Anchorer {
  private readonly oldText: string;
  private readonly newText: string;
  private readonly alignment: Alignment;
  private readonly inOld: Occurrences;
  private readonly inNow: Occurrences;

  constructor(oldText: string, newText: string) {
    [this.oldText, this.newText] = [oldText, newText];
    const lexicon = new Lexicon();
    const [olds, nows] = [tokensOf(fold(oldText), lexicon), tokensOf(fold(newText), lexicon)];
    this.alignment = align(olds, nows);
    [this.inOld, this.inNow] = [new Occurrences(olds, lexicon.size), new Occurrences(nows, lexicon.size)];
  }

  anchor(stretch: Stretch): Anchored {
    const { alignment } = this;
    const range = tokensIn(alignment.olds, stretch);
    const place = range.start < range.end ? placeOf(alignment, range) : null;
    if (place === null) return lost(0);
    if (!isProposal(alignment, range, place)) return lost(place.score);
    return answer(alignment, { range, stretch, start: stretch.start }, place, (now) => this.doubts(stretch, range, now, place));
  }

  /** Why the words, though all of them stand there, may not mean the same: denied or doubted in their sentence, or another occurrence. */
  private doubts(stretch: Stretch, range: TokenRange, now: Stretch, place: Place): Difference[] {
    const { oldText, newText, alignment, inOld, inNow } = this;
    const [oldFrame, newFrame] = [frameOf(oldText, stretch), frameOf(newText, now)];
    const [old, fresh] = [tokensIn(alignment.olds, oldFrame), tokensIn(alignment.nows, newFrame)];
    const [wide, wideNow] = [covering(reversed(alignment), fresh, old), covering(alignment, old, fresh)];
    const sure =
      isSamePassage(alignment, range, place, old, fresh) &&
      !hasRival(alignment, range, place, inOld, inNow) &&
      !hasRivalPassage(alignment, { old, now: fresh, block: place.block }, inOld, inNow);
    const found = meaningDifferences(alignment, { around: wide, range }, { around: wideNow, range: place });
    return sure ? found : [...found, placeDoubt(oldText, stretch)];
  }
}
