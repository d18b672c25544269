import type { ProjectDatabase } from '../project-database.ts';
import { actionsAfter } from '../stored-history.ts';
import { baseName, type JournalFolder } from './folder.ts';
import { following, headOf, lineOf, noHead } from './line.ts';
import type { Copies } from './reconcile.ts';

/**
 * Looks for damage in the middle of the base, of which a start reads the end alone, and writes it again from the sound
 * database where it finds some; the damaged one is kept aside. True when it was written again. Nobody else may do this meanwhile.
 */
export async function scrub({ folder, base }: Pick<Copies, 'folder' | 'base'>, database: ProjectDatabase): Promise<boolean> {
  const digest = await folder.digest(baseName);
  // The browser makes the digest beside the page; going through every line would hold the page up.
  if (digest === null || digest === (await folder.notedDigest())) return false;
  const whole = await isWhole(folder);
  if (!whole) {
    await folder.putAside(baseName);
    await base.append((await actionsAfter(database, 0)).map(lineOf).join(''));
  }
  await folder.noteDigest((await folder.digest(baseName)) ?? '');
  return !whole;
}

async function isWhole(folder: JournalFolder): Promise<boolean> {
  const chain = following(noHead, await folder.actions(baseName));
  return headOf(chain).seq === (await folder.baseHead()).seq;
}
