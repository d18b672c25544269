import { packageMessages as words } from '../messages/package.ts';
import type { JournalEntry } from '../model/journal.ts';
import { canonicalJson } from './canonical.ts';
import { holds } from './chain.ts';
import type { Fault } from './fault.ts';

/** Number and hash of the last action of a journal; 0 and "" where there is none. */
export interface JournalHead {
  readonly actions: number;
  readonly head: string;
}

type Line = Readonly<Record<string, unknown>>;

// Members in canonical order, so that the same value has one line only.
const lineOf = (value: unknown): string => JSON.stringify(JSON.parse(canonicalJson(value)));

const headOf = (entries: readonly Line[]) => ({ actions: entries.length, head: entries.at(-1)?.hash ?? '' });

const asLine = (entry: JournalEntry): Line => ({ ...entry });

const format = { format: 'attest-journal', formatVersion: 1, offsetUnit: 'utf-16' } as const;

/** The lines of a journal, each with its end: what the file is and where the chain ends, then every action in order, as it was hashed. Offsets are UTF-16 units. */
export function* journalLines(entries: readonly JournalEntry[]): Generator<string> {
  yield `${lineOf({ ...format, ...headOf(entries.map(asLine)) })}\n`;
  for (const entry of entries) yield `${lineOf(entry)}\n`;
}

/** True where a file may be a journal in lines: a package has its first member on a line of its own. */
export const mayBeLines = (bytes: Uint8Array): boolean => !/^\s*\{\s*\n/u.test(new TextDecoder().decode(bytes.subarray(0, 64)));

/** What is wrong with a journal in lines, each with the number of its line, from 1; where the chain ends if nothing is. Never throws on bad input. */
export function checkJournalLines(bytes: Uint8Array): JournalHead | { readonly faults: readonly Fault[] } {
  const [first = '', ...lines] = new TextDecoder().decode(bytes).split('\n');
  const head = parsed(first);
  if (head?.format !== format.format) return { faults: [at(1, words.journalHead)] };
  const entries = lines.slice(0, -1).map(parsed);
  const faults = entries.flatMap((entry, index) => faultsInLine(entry, entries[index - 1] ?? null, index));
  const last = lines.at(-1);
  if (last !== '') faults.push(at(lines.length + 1, words.journalCut));
  if (faults.length > 0) return { faults };
  const end = headOf(entries.map((entry) => entry ?? {}));
  if (first !== lineOf({ ...format, ...end })) return { faults: [at(1, words.journalEnd(entries.length))] };
  return { ...end, head: String(end.head) };
}

function parsed(line: string): Line | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && lineOf(value) === line ? (value as Line) : null;
  } catch {
    // Whoever asks names the line.
    return null;
  }
}

const at = (line: number, said: Omit<Fault, 'path'>): Fault => ({ path: `line ${line}`, ...said });

/** The first thing wrong with an action. Behind a line that cannot be read nothing can be said of what it follows from. */
function faultsInLine(entry: Line | null, before: Line | null, index: number): Fault[] {
  const place = index + 2;
  if (entry === null) return [at(place, words.journalLine)];
  if (entry.seq !== index + 1) return [at(place, words.journalGap(Number(entry.seq)))];
  // `holds` looks at seq, previous and hash alone; whatever else stands there goes into the hash.
  if (!holds(entry as unknown as JournalEntry)) return [at(place, words.journalEntry(index + 1))];
  const follows = index === 0 ? entry.previous === '' : before === null || entry.previous === before.hash;
  return follows ? [] : [at(place, words.journalChain(index + 1))];
}
