import type { ProjectDatabase } from '../project-database.ts';
import { actionsAfter } from '../stored-history.ts';
import { baseName, type JournalFolder } from './folder.ts';
import { following, headOf, lineOf } from './line.ts';
import type { Copies } from './reconcile.ts';

/**
 * Looks for damage in the middle of the base, of which a start reads the end alone, and writes it again from the sound
 * database where it finds some; the damaged one is kept aside. True when it was written again. Nobody else may do this meanwhile.
 */
export async function scrub({ folder, base }: Pick<Copies, 'folder' | 'base'>, database: ProjectDatabase): Promise<boolean> {
  const size = await folder.baseSize();
  // The browser makes the digest beside the page; going through every line would hold the page up.
  const known = await folder.wholeUpTo();
  if (known === size) return false;
  const whole = await isWhole(folder, known);
  if (!whole) {
    await folder.putAside(baseName);
    await base.append((await actionsAfter(database, 0)).map(lineOf).join(''));
  }
  await folder.noteWhole(await folder.baseSize());
  return !whole;
}

/** True when the lines behind the first `known` bytes, which are whole, go on from there to the end. */
async function isWhole(folder: JournalFolder, known: number): Promise<boolean> {
  const before = await folder.baseHead(known);
  const { actions } = await folder.lines(baseName, known);
  return (headOf(following(before, actions)).seq || before.seq) === (await folder.baseHead()).seq;
}
