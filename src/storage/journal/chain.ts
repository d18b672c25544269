import { earlierActions, newestGeneration } from '../snapshots/earlier-actions.ts';
import { baseName, type JournalFolder } from './folder.ts';
import { following, type Head, type JournalAction, noHead } from './line.ts';

/** Actions that follow each other. `mended` where the journal alone would have stopped before them. */
export interface Chain {
  readonly actions: JournalAction[];
  readonly mended: boolean;
}

/** Everything that follows from the head in the journal's files and in `more`; where that stops before an action that is known of, the newest snapshot helps. */
export async function chainAfter(folder: JournalFolder, from: Head, more: readonly JournalAction[] = []): Promise<Chain> {
  const files = [baseName, ...(await folder.tabFiles())];
  const written = [...more, ...(await Promise.all(files.map((name) => folder.actions(name)))).flat()];
  const alone = following(from, written);
  const known = Math.max((await folder.baseHead()).seq, await newestGeneration(folder.project), ...written.map(({ entry }) => entry.seq));
  if (from.seq + alone.length >= known) return { actions: alone, mended: false };
  const helped = following(from, [...(await earlierActions(folder.project)), ...written]);
  return { actions: helped, mended: helped.length > alone.length };
}

/** Every action of the project that its files can give, from the first one on. */
export async function wholeChain(folder: JournalFolder): Promise<JournalAction[]> {
  return (await chainAfter(folder, noHead)).actions;
}
