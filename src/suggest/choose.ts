import type { Stretch } from '../text/stretch.ts';
import type { Rule } from './attribution.ts';
import { type Frame, isBeside } from './frames.ts';
import type { Paragraph } from './reading.ts';

/** Which frame speaks for a quotation, by which rule; `score` is 0 to 1. */
export interface Choice {
  readonly frame: Frame;
  readonly rule: Rule;
  readonly score: number;
}

// Shares of right answers on the sample articles and on made-up ones, rounded; only their order matters.
const scores = { beside: 0.95, split: 0.92, colon: 0.9, within: 0.7, far: 0.6 } as const;

/** Where a frame begins, its source included (UTF-16 units of the article). */
export const frameStart = ({ source, cue, inherited }: Frame): number =>
  Math.min(inherited ? cue.start : (source?.start ?? cue.start), cue.start);

/** Where it ends. */
export const frameEnd = ({ source, cue, inherited }: Frame): number => Math.max(inherited ? cue.end : (source?.end ?? cue.end), cue.end);

/** The frame of the sentence that says who speaks in this stretch, and the rule that says so; `null` where no frame reaches it. */
export function chooseFrame(paragraph: Paragraph, quote: Stretch, others: readonly Stretch[], frames: readonly Frame[]): Choice | null {
  const able = frames.filter((frame) => !holds(frame, quote));
  const behind = able.find((frame) => frameStart(frame) >= quote.end && isBeside(paragraph, quote.end, frameStart(frame)));
  const ahead = able.findLast((frame) => frameEnd(frame) <= quote.start && isBeside(paragraph, frameEnd(frame), quote.start));
  const aheadIsFree =
    ahead !== undefined && !others.some((other) => other.end <= frameStart(ahead) && isBeside(paragraph, other.end, frameStart(ahead)));
  if (ahead && aheadIsFree)
    return { frame: ahead, rule: colonBetween(paragraph, ahead, quote) ? 'colon' : 'said-quote', score: scores.colon };
  if (behind) return { frame: behind, rule: 'quote-said', score: scores.beside };
  if (ahead) return { frame: ahead, rule: 'split', score: scores.split };
  return farther(paragraph, able, quote);
}

const holds = ({ source }: Frame, quote: Stretch): boolean => source !== null && source.start < quote.end && quote.start < source.end;

const colonBetween = (paragraph: Paragraph, frame: Frame, quote: Stretch): boolean =>
  /[:：]/u.test(paragraph.words.slice(frameEnd(frame) - paragraph.start, quote.start - paragraph.start));

const opensWithConjunction =
  /^[^\p{L}]*(?:and|but|while|whereas|und|aber|während|et|mais|tandis|y|pero|mientras|и|но|а)(?!\p{L})(?!.*[,،]$)/u;

// "…, but neighbors say" speaks of something else; "… and must go, according to a report" does not.
const opensClause = (paragraph: Paragraph, end: number, frame: Frame): boolean =>
  opensWithConjunction.test(paragraph.words.slice(end - paragraph.start, frameStart(frame) - paragraph.start).trimEnd());

// A verb before the quotation has it in its clause; otherwise the sentence ends in "…, Hong Min told AFP".
function farther(paragraph: Paragraph, frames: readonly Frame[], quote: Stretch): Choice | null {
  const before = frames.findLast((frame) => frameEnd(frame) <= quote.start);
  const after = frames.find((frame) => frameStart(frame) >= quote.end && !frame.inherited && !opensClause(paragraph, quote.end, frame));
  const nearer = before && after ? (quote.start - frameEnd(before) <= frameStart(after) - quote.end ? before : after) : (before ?? after);
  if (!nearer) return null;
  return { frame: nearer, rule: nearer === before ? 'within' : 'quote-said', score: nearer === before ? scores.within : scores.far };
}
