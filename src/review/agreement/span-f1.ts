import { agreementMessages } from '../../messages/agreement.ts';
import type { Stretch } from '../../text/stretch.ts';
import { bestPairs } from '../assignment.ts';
import { type Measured, undefinedBecause } from './measured.ts';

/** A stretch with the label it was given. */
export interface LabelledSpan extends Stretch {
  readonly label: string;
}

/** What counts as found: edges and label, edges alone, edges with overlap by half, label with any overlap. */
export type SpanScheme = 'strict' | 'exact' | 'partial' | 'type';

/** Counts over both lists; a share of nothing is `null`. */
export interface SpanScore {
  readonly correct: number;
  readonly incorrect: number;
  readonly partial: number;
  readonly missed: number;
  readonly spurious: number;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number;
}

/** Precision, recall and F1 of `pred` against `gold` (SemEval-2013 task 9.1, Segura-Bedmar et al. 2013, section 4; partial ones count by half). Spans are paired one to one, as many right ones as can be; `labels`: the others are left out. */
export function spanF1(
  gold: readonly LabelledSpan[],
  pred: readonly LabelledSpan[],
  scheme: SpanScheme,
  labels?: readonly string[],
): Measured<SpanScore> {
  const counted = (spans: readonly LabelledSpan[]) => spans.filter(({ label }) => labels?.includes(label) ?? true);
  const [wanted, given] = [counted(gold), counted(pred)];
  if (wanted.length + given.length === 0) return undefinedBecause(agreementMessages.reasons.empty);
  const grades = bestPairs(wanted.map((a) => given.map((b) => weights[gradeOf(a, b, scheme)]))).map(({ row, column }) =>
    gradeOf(wanted[row] as LabelledSpan, given[column] as LabelledSpan, scheme),
  );
  const count = (grade: Grade) => grades.filter((one) => one === grade).length;
  const [correct, partial] = [count('correct'), count('partial')];
  const credit = correct + partial / 2;
  return {
    value: {
      correct,
      partial,
      incorrect: count('incorrect'),
      missed: wanted.length - grades.length,
      spurious: given.length - grades.length,
      precision: given.length === 0 ? null : credit / given.length,
      recall: wanted.length === 0 ? null : credit / wanted.length,
      f1: (2 * credit) / (wanted.length + given.length),
    },
  };
}

type Grade = 'correct' | 'partial' | 'incorrect' | 'apart';

// A right pair is worth more than all wrong ones it could stand in the way of: each of the two could only be in one other.
const weights: Readonly<Record<Grade, number>> = { correct: 1, partial: 0.5, incorrect: 1e-6, apart: 0 };

function gradeOf(a: LabelledSpan, b: LabelledSpan, scheme: SpanScheme): Grade {
  if (Math.max(a.start, b.start) >= Math.min(a.end, b.end)) return 'apart';
  const [edges, label] = [a.start === b.start && a.end === b.end, a.label === b.label];
  const right = { strict: edges && label, exact: edges, partial: edges, type: label }[scheme];
  if (right) return 'correct';
  return scheme === 'partial' ? 'partial' : 'incorrect';
}
