import { z } from 'zod';
import { interval, nominal, ordinal, ratio } from './alpha-metrics.ts';
import { alphaU, alphaUOfCategory } from './alpha-u.ts';
import { barUAlpha } from './bar-u-alpha.ts';
import { bennettS } from './bennett-s.ts';
import { bestAlignmentDisorder } from './best-alignment.ts';
import { boundarySimilarity } from './boundary-similarity.ts';
import type { CodedUnit } from './coding.ts';
import { cohenKappa } from './cohen-kappa.ts';
import { cuAlpha } from './cu-alpha.ts';
import { fleissKappa } from './fleiss-kappa.ts';
import { gamma } from './gamma.ts';
import { gwetAc1 } from './gwet-ac1.ts';
import { krippendorffAlpha } from './krippendorff-alpha.ts';
import { kuAlpha } from './ku-alpha.ts';
import type { Measured } from './measured.ts';
import { percentage } from './percentage.ts';
import { scottPi } from './scott-pi.ts';
import { type SpanScheme, type SpanScore, spanF1 } from './span-f1.ts';
import { uAlpha } from './u-alpha.ts';
import type { Unitizing } from './unitizing.ts';
import { windowDiff } from './windowdiff.ts';

const code = z.union([z.string(), z.number()]);
const whole = z.number().int();
const count = whole.nonnegative();
const coding = z.object({
  rows: z.array(z.object({ n: count.optional(), values: z.array(code.nullable()) })),
  order: z.array(code).optional(),
});
const stretch = { start: whole, end: whole };
const unitizing = z.object({
  begin: whole,
  length: whole.positive(),
  coders: whole.positive(),
  units: z.array(z.object({ ...stretch, coder: count, category: z.string() })),
});
const ofCategory = unitizing.extend({ category: z.string() });
const aligned = z.object({
  alpha: z.number().nonnegative(),
  beta: z.number().nonnegative(),
  deltaEmpty: z.number().positive(),
  units: z.array(
    z
      .object({ start: z.number(), end: z.number(), coder: z.string(), category: z.string() })
      .refine(({ start, end }) => start < end, { path: ['end'], message: 'must be above start' }),
  ),
});
const sampled = aligned.extend({ samples: whole.positive().default(30), seed: whole.default(1) });
const labelled = z.array(
  z.object({ ...stretch, label: z.string() }).refine(({ start, end }) => start < end, { path: ['end'], message: 'must be above start' }),
);
const spans = z.object({ gold: labelled, pred: labelled, labels: z.array(z.string()).optional() });
const masses = z.array(whole.positive());
const segmentations = z.object({ a: masses, b: masses, nt: whole.min(1) });
const boundaries = z.string().regex(/^[01]*$/u);
const windows = z.object({ a: boundaries, b: boundaries, k: whole.positive() });

/** How a measure reads its input, and what it makes of it. */
interface CaseMeasure {
  readonly input: z.ZodType;
  measure(input: unknown): Measured<number | SpanScore>;
}

/** One row of the table: what was read by the schema is what the measure takes. */
const row = <T>(input: z.ZodType<T>, measure: (input: T) => Measured<number | SpanScore>): CaseMeasure => ({
  input,
  measure: (value) => measure(value as T),
});

const coded = (measure: (rows: readonly CodedUnit[]) => Measured) => row(coding, ({ rows }) => measure(rows as readonly CodedUnit[]));
const alpha = (metric: Parameters<typeof krippendorffAlpha>[1]) =>
  row(coding, ({ rows, order }) => krippendorffAlpha(rows as readonly CodedUnit[], metric, order));
const united = (measure: (units: Unitizing) => Measured) => row(unitizing, measure);
const unitedOf = (measure: (units: Unitizing, category: string) => Measured) => row(ofCategory, (input) => measure(input, input.category));
const spanned = (scheme: SpanScheme) => row(spans, ({ gold, pred, labels }) => spanF1(gold, pred, scheme, labels));

/** Every measure that a file of cases may ask for, by the name it has there. */
export const caseMeasures: Readonly<Record<string, CaseMeasure>> = {
  percentage: coded(percentage),
  'bennett-s': coded(bennettS),
  'scott-pi': coded(scottPi),
  'cohen-kappa': coded(cohenKappa),
  'fleiss-kappa': coded(fleissKappa),
  'gwet-ac1': coded(gwetAc1),
  'krippendorff-alpha-nominal': alpha(nominal),
  'krippendorff-alpha-ordinal': alpha(ordinal),
  'krippendorff-alpha-interval': alpha(interval),
  'krippendorff-alpha-ratio': alpha(ratio),
  'alpha-u': united(alphaU),
  'alpha-u-category': unitedOf(alphaUOfCategory),
  'u-alpha': united(uAlpha),
  'bar-u-alpha': united(barUAlpha),
  'cu-alpha': united(cuAlpha),
  'ku-alpha': unitedOf(kuAlpha),
  'gamma-best-alignment-disorder': row(aligned, ({ units, ...by }) => bestAlignmentDisorder(units, by)),
  gamma: row(sampled, ({ units, samples, seed, ...by }) => gamma(units, by, { samples, seed })),
  'span-f1-strict': spanned('strict'),
  'span-f1-exact': spanned('exact'),
  'span-f1-partial': spanned('partial'),
  'span-f1-type': spanned('type'),
  'boundary-similarity': row(segmentations, ({ a, b, nt }) => boundarySimilarity(a, b, nt)),
  windowdiff: row(windows, ({ a, b, k }) => windowDiff(a, b, k)),
};

/** The shape of a file of cases; what else it says of them is not read. */
export const casesSchema = z.object({
  cases: z.array(
    z.object({ id: z.string(), measure: z.string(), input: z.unknown() }).superRefine(({ measure, input }, context) => {
      const known = Object.hasOwn(caseMeasures, measure) ? caseMeasures[measure] : undefined;
      if (!known) context.addIssue({ code: 'custom', path: ['measure'], message: `unknown: ${measure}` });
      const issues = known?.input.safeParse(input).error?.issues ?? [];
      for (const { path, message } of issues) context.addIssue({ code: 'custom', path: ['input', ...path], message });
    }),
  ),
});

/** What a case gives, as it is printed. */
export interface CaseResult {
  readonly id: string;
  readonly value: number | SpanScore | null;
  readonly reason?: string;
}

/** The value of every case, in their order. */
export function resultsOf({ cases }: z.infer<typeof casesSchema>): CaseResult[] {
  return cases.map(({ id, measure, input }) => {
    const known = caseMeasures[measure];
    if (!known) throw new RangeError(`There is no measure ${measure}.`);
    return { id, ...known.measure(known.input.parse(input)) };
  });
}
