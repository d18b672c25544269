import { anchorCasesMessages as words } from '../../messages/anchor-cases.ts';
import type { Stretch } from '../../text/stretch.ts';
import { type Fault, pointer } from '../fault.ts';
import { faultsOfIssues, readJson } from '../read-json.ts';
import { anchorCasesSchema } from './schema.ts';

/** How many bytes a file of cases may have. */
const largest = 100 * 1024 * 1024;

/** A text, a stretch of it (UTF-16 units), and the text after edits. */
export interface AnchorCase {
  readonly id: string | number;
  readonly text: string;
  readonly editedText: string;
  readonly stretch: Stretch;
}

type ReadCases = { readonly cases: readonly AnchorCase[] } | { readonly readable: boolean; readonly faults: readonly Fault[] };

/** The cases in a file, or everything that is wrong with it: `readable` is false where it is not UTF-8 or not JSON at all. Never throws on bad input. */
export function readAnchorCases(bytes: Uint8Array): ReadCases {
  const json = readJson(bytes, largest, words);
  if ('fault' in json) return { readable: json.readable, faults: [json.fault] };
  if (!Array.isArray(json.value)) return { readable: true, faults: [{ path: '', ...words.notCases }] };
  const parsed = anchorCasesSchema.safeParse(json.value);
  if (!parsed.success) return { readable: true, faults: faultsOfIssues(parsed.error.issues, words) };
  const faults: Fault[] = [];
  const cases = parsed.data.flatMap(({ id, text, editedText, selector }, index): AnchorCase[] => {
    const stretch = stretchOf(text, selector);
    if (stretch) return [{ id, text, editedText, stretch }];
    const found = text.slice(selector.start, selector.end);
    faults.push({ path: pointer([index, 'selector', 'exact']), ...words.words(selector.start, selector.end, found) });
    return [];
  });
  return faults.length > 0 ? { readable: true, faults } : { cases };
}

interface Selector extends Stretch {
  readonly exact: string;
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
}

/** Where the words stand; where positions are counted in another unit, the one place that has them, between what stood around if there is such a one; else `null`. */
function stretchOf(text: string, { exact, prefix = '', suffix = '', start, end }: Selector): Stretch | null {
  if (text.slice(start, end) === exact) return { start, end };
  const surrounded = startsOf(text, prefix + exact + suffix).map((from) => from + prefix.length);
  const [first, ...others] = surrounded.length > 0 ? surrounded : startsOf(text, exact);
  return first === undefined || others.length > 0 ? null : { start: first, end: first + exact.length };
}

function startsOf(text: string, words: string): number[] {
  const starts: number[] = [];
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1)) starts.push(start);
  return starts;
}
