import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { caseMeasures, casesSchema, resultsOf } from './cases.ts';

/** Where published values lie, beside the project; they are data, and not everybody has them. */
const path = join('..', 'shared', 'reference', 'agreement-cases.json');

interface ReferenceCase {
  readonly id: string;
  readonly measure: string;
  readonly input: object;
  readonly expected: number | null | Readonly<Record<string, number>>;
  readonly tolerance: number;
  readonly gammaWithPygammaSampling?: number;
  readonly gammaTolerance?: number;
}

describe.runIf(existsSync(path))('the measures give the published values', () => {
  const file: { readonly cases: readonly ReferenceCase[] } = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : { cases: [] };
  const results = resultsOf(casesSchema.parse(file));

  it.each(file.cases.map((one, index) => [one.id, one, results[index]] as const))('%s', (id, { expected, tolerance }, result) => {
    expect(result?.id).toBe(id);
    if (expected === null) expect(result).toEqual({ id, value: null, reason: expect.stringMatching(/\w/u) });
    else if (typeof expected === 'number') expect(Math.abs(Number(result?.value) - expected)).toBeLessThanOrEqual(tolerance);
    else expect(result?.value).toEqual(expected);
  });

  it('for every measure there is', () => {
    expect([...new Set(file.cases.map(({ measure }) => measure)), 'gamma'].sort()).toEqual(Object.keys(caseMeasures).sort());
  });

  it.each(file.cases.filter((one) => one.gammaWithPygammaSampling !== undefined))(
    'gamma of $id, sampled anew',
    ({ input, gammaWithPygammaSampling = 0, gammaTolerance = 0 }) => {
      const [result] = resultsOf(casesSchema.parse({ cases: [{ id: '', measure: 'gamma', input }] }));
      expect(Math.abs(Number(result?.value) - gammaWithPygammaSampling)).toBeLessThanOrEqual(gammaTolerance);
    },
  );
});
