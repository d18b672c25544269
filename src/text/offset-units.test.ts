import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count, seed } from '../testing/test-length.ts';
import { type Counting, offsetsOf } from './offset-units.ts';

const sample = 'é🙂\r\nx';

describe('offsets', () => {
  it.each<readonly [string, Counting, readonly (number | null)[]]>([
    ['UTF-16 units', { unit: 'utf-16', crlf: 2 }, [0, 1, 2, 3, 4, 5, 6, null]],
    ['UTF-16 units, CR LF as one', { unit: 'utf-16', crlf: 1 }, [0, 1, 2, 3, 5, 6, null]],
    ['code points', { unit: 'code-point', crlf: 2 }, [0, 1, 3, 4, 5, 6, null]],
    ['code points, CR LF as one', { unit: 'code-point', crlf: 1 }, [0, 1, 3, 5, 6, null]],
    ['UTF-8 bytes', { unit: 'utf-8', crlf: 2 }, [0, null, 1, null, null, null, 3, 4, 5, 6, null]],
    ['UTF-8 bytes, CR LF as one', { unit: 'utf-8', crlf: 1 }, [0, null, 1, null, null, null, 3, 5, 6, null]],
    ['graphemes', { unit: 'grapheme', crlf: 1 }, [0, 1, 3, 5, 6, null]],
  ])('in %s', (_, counting, expected) => {
    const offsets = offsetsOf(sample, counting);
    expect(expected.map((_place, offset) => offsets.toUtf16(offset))).toEqual(expected);
  });

  it('come back from any text and any counting', () => {
    const texts = fc.array(fc.constantFrom('a', 'é', 'e\u0301', '🙂', '👩‍👩‍👧', '\r\n', '\r', '\n', '\0', 'ق', '𝒳'), { maxLength: 20 });
    const countings = fc.record({
      unit: fc.constantFrom('utf-16', 'code-point', 'utf-8', 'grapheme'),
      crlf: fc.constantFrom(1, 2),
    } as const);
    fc.assert(
      fc.property(texts, countings, (parts, counting) => {
        const text = parts.join('');
        const offsets = offsetsOf(text, counting);
        for (let at = 0; at <= text.length; at += 1) {
          const counted = offsets.fromUtf16(at);
          if (counted !== null) expect(offsets.toUtf16(counted)).toBe(at);
        }
        expect(offsets.fromUtf16(0)).toBe(0);
        expect(offsets.fromUtf16(text.length)).not.toBeNull();
        expect(offsets.fromUtf16(text.length + 1)).toBeNull();
      }),
      { seed, numRuns: count(200, 2_000) },
    );
  });
});
