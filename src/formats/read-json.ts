import { duplicateKey } from './duplicate-key.ts';
import { type Fault, pointer } from './fault.ts';

type Said = Omit<Fault, 'path'>;

/** What a format says about files that are no sound JSON. */
export interface JsonWords {
  readonly tooLarge: Said;
  readonly byteOrderMark: Said;
  readonly notUtf8: Said;
  readonly illFormed: Said;
  readonly tooDeep: Said;
  readonly tooWide: Said;
  readonly tooLong: Said;
  notJson(detail: string): Said;
  forbiddenKey(key: string): Said;
  schema(reason: string): Said;
}

/** Why a file is no sound JSON. `readable` is false where it is not UTF-8 or not JSON at all. */
interface RefusedJson {
  readonly readable: boolean;
  readonly fault: Fault;
}

const deepest = 64;
// A list may have as many records as the largest project that is measured has tags, twice over; a string five books.
const longest = { list: 1_000_000, object: 10_000, string: 5_000_000 };
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

// Shares of the work, measured on 100,000 tags.
const done = { parsed: 0.4, shape: 0.75 };

/**
 * The value in a file of at most `largest` bytes, or the first thing that is wrong with it as JSON. Never throws on bad input.
 * `told` hears after each part what share of the work is done, from 0 to 1.
 */
export function readJson(
  bytes: Uint8Array,
  largest: number,
  words: JsonWords,
  told: (share: number) => void = () => undefined,
): { readonly value: unknown } | RefusedJson {
  const json = parse(bytes, largest, words);
  if ('fault' in json) return json;
  told(done.parsed);
  const shape = faultInShape(json.value, words);
  told(done.shape);
  const fault = shape ?? faultInNames(json.content, words);
  told(1);
  return fault ? { readable: true, fault } : { value: json.value };
}

function parse(bytes: Uint8Array, largest: number, words: JsonWords): { readonly value: unknown; readonly content: string } | RefusedJson {
  const refuse = (said: Said, readable = false): RefusedJson => ({ readable, fault: { path: '', ...said } });
  if (bytes.length > largest) return refuse(words.tooLarge);
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return refuse(words.byteOrderMark, true);
  let content: string;
  try {
    content = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return refuse(words.notUtf8);
  }
  try {
    return { value: JSON.parse(content), content };
  } catch (error) {
    return refuse(words.notJson(error instanceof Error ? error.message : ''));
  }
}

/** Where a value stands; `null` for the whole. A chain, because a copy of the way to each value would take longer than all checks. */
interface Place {
  readonly key: string;
  readonly above: Place | null;
  readonly depth: number;
}

function wayTo(place: Place | null): string[] {
  const way: string[] = [];
  for (let at = place; at; at = at.above) way.unshift(at.key);
  return way;
}

/** Depth, width, length, names and half surrogate pairs, walked without recursion so that no file can exhaust the stack. */
function faultInShape(value: unknown, words: JsonWords): Fault | null {
  const waiting: { readonly value: unknown; readonly place: Place | null }[] = [{ value, place: null }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const said = typeof next.value === 'string' ? faultInString(next.value, words) : null;
    if (said) return { path: pointer(wayTo(next.place)), ...said };
    if (typeof next.value !== 'object' || next.value === null) continue;
    const depth = next.place?.depth ?? 0;
    if (depth > deepest) return { path: pointer(wayTo(next.place).slice(0, 8)), ...words.tooDeep };
    const keys = Object.keys(next.value);
    if (keys.length > (Array.isArray(next.value) ? longest.list : longest.object))
      return { path: pointer(wayTo(next.place)), ...words.tooWide };
    for (const key of keys) {
      if (forbidden.has(key)) return { path: pointer([...wayTo(next.place), key]), ...words.forbiddenKey(key) };
      if (!key.isWellFormed()) return { path: pointer(wayTo(next.place)), ...words.illFormed };
      waiting.push({ value: Reflect.get(next.value, key), place: { key, above: next.place, depth: depth + 1 } });
    }
  }
  return null;
}

function faultInString(value: string, words: JsonWords): Said | null {
  if (value.length > longest.string) return words.tooLong;
  return value.isWellFormed() ? null : words.illFormed;
}

function faultInNames(content: string, words: JsonWords): Fault | null {
  const twice = duplicateKey(content);
  return twice && { path: pointer(twice), ...words.schema(`The name “${String(twice.at(-1))}” occurs twice here.`) };
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly keys?: readonly string[];
}

/** What a schema found, one fault for each unknown member, so that each has its own place. */
export function faultsOfIssues(issues: readonly Issue[], { schema }: Pick<JsonWords, 'schema'>): Fault[] {
  return issues.flatMap(({ path, message, keys }) => {
    const places = keys?.length ? keys.map((key) => [...path, key]) : [path];
    return places.map((place) => ({ path: pointer(place), ...schema(message) }));
  });
}
