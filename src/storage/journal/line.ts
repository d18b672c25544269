import { holds } from '../../formats/chain.ts';
import type { JournalEntry } from '../../model/journal.ts';
import type { TextRecord } from '../../model/records.ts';
import { sha256 } from '../../text/hash.ts';

/** One action as the journal file keeps it: all that is needed to make it again on an empty database. */
export interface JournalAction {
  readonly entry: JournalEntry;
  readonly texts: readonly TextRecord[];
}

/** The second copy of a project, outside IndexedDB, as one tab writes it. */
export interface Journal {
  /** Resolves when the action is on the disk. */
  append(action: JournalAction): Promise<void>;
  /** The same for an action that somebody else has made a line of, whose bytes may be taken away. */
  appendLine(line: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Goes on in a new file, because the one so far was taken away under it. */
  renew?(): void;
}

/** Where a chain of entries ends: the number and hash of its last one. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

export const noHead: Head = { seq: 0, hash: '' };

/** The action as one line. Behind a tab, which JSON never holds, stand number and hash, so that the end of a file alone tells its head. */
export function lineOf({ entry, texts }: JournalAction): string {
  return `${JSON.stringify({ entry, texts })}\t${entry.seq} ${entry.hash}\n`;
}

/** The head a file ends with, from its last bytes; `null` where they hold no whole line. What stands behind the last line end was cut off in writing. */
export function headIn(tail: string): Head | null {
  const [, seq, hash] = /\t(\d+) ([0-9a-f]{64})\n[^\n]*$/u.exec(tail) ?? [];
  return hash === undefined ? null : { seq: Number(seq), hash };
}

/** Every action of a file that is as it was written, and how many of its lines are not. What was cut off in writing the last line counts for neither. */
export function linesIn(content: string): { readonly actions: JournalAction[]; readonly damaged: number } {
  const lines = content.split('\n').slice(0, -1);
  const actions = lines.flatMap((line) => actionOf(line) ?? []);
  return { actions, damaged: lines.length - actions.length };
}

function actionOf(line: string): JournalAction | null {
  try {
    const { entry, texts } = JSON.parse(line.slice(0, line.lastIndexOf('\t'))) as JournalAction;
    const whole = holds(entry) && texts.every(({ id, content }) => content === undefined || sha256(content) === id);
    return whole ? { entry, texts } : null;
  } catch {
    return null;
  }
}

/** Where the actions of a file end; `noHead` where there are none. */
export const headOf = (actions: readonly JournalAction[]): Head => actions.at(-1)?.entry ?? noHead;

/** The actions that follow `from` without a gap, in order, from several files; the same action in two files counts once. */
export function following(from: Head, actions: readonly JournalAction[]): JournalAction[] {
  const after = new Map(actions.map((action) => [`${action.entry.seq - 1} ${action.entry.previous}`, action]));
  const found: JournalAction[] = [];
  let head = from;
  for (let next = after.get(`${head.seq} ${head.hash}`); next; next = after.get(`${head.seq} ${head.hash}`)) {
    found.push(next);
    head = next.entry;
  }
  return found;
}
