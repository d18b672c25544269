import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { type Contents, contentsOf } from './contents.ts';
import { startBrowser } from './killable-browser.ts';
import { Workbench } from './pages/workbench.ts';

/** The folder of a browser that is not running, in which work was done, as it was before and after the last session. */
export interface WorkedProfile {
  readonly folder: string;
  readonly earlier: string;
  /** What is stored in `folder`. */
  readonly contents: Contents;
}

type Work = (workbench: Workbench) => Promise<void>;

/** Starts the browser on the profile, lets `work` do something, waits for "Saved", kills it; gives what `work` gave. */
export async function session<T>(address: string, profile: string, work: (workbench: Workbench) => Promise<T>): Promise<T> {
  const { page, kill } = await startBrowser(profile);
  try {
    const workbench = new Workbench(page);
    await page.goto(address);
    await opened(workbench);
    const result = await work(workbench);
    await expect(workbench.saveState).toHaveText('Saved');
    return result;
  } finally {
    await kill();
  }
}

/** Waits for the article; throws with what the page says when it could not start. */
async function opened(workbench: Workbench): Promise<void> {
  const failure = workbench.page.getByRole('alert').filter({ hasText: 'Attest could not' });
  await workbench.article.or(failure).first().waitFor({ timeout: 60_000 });
  if (await failure.isVisible()) throw new Error(await failure.innerText());
  await workbench.ready();
}

/** Copies a profile without the lock of the browser that was killed on it. */
export const copyProfile = (from: string, to: string): Promise<void> =>
  cp(from, to, { recursive: true, filter: (path) => !/[/\\]Singleton[^/\\]*$/u.test(path) });

/** A day's first work: a quote with its speaker linked, a note, some tags; the export gives the author a name. */
export const begin: Work = async (workbench) => {
  await workbench.press('n', 'q', 'ArrowRight', 's', 'k', 'b', 'Enter');
  await writeNote(workbench, 'Seen by nobody else.');
  await tag(workbench, 6);
  await workbench.button('Export').click();
  await workbench.page.getByLabel('Your name, as colleagues will see it').fill('Ana Bell');
  const coming = workbench.page.waitForEvent('download');
  await workbench.page.keyboard.press('Enter');
  await coming;
};

/** Writes a note on the selected tag and leaves it. */
async function writeNote(workbench: Workbench, note: string): Promise<void> {
  await workbench.press('m');
  await workbench.page.keyboard.type(note);
  await workbench.page.locator(':focus').blur();
}

/** Tags so many further sentences. */
export async function tag(workbench: Workbench, times: number): Promise<void> {
  for (let count = 0; count < times; count += 1) await workbench.press('ArrowDown', 'c');
}

// More than the 64 KiB that Chromium keeps in a row: the list of its paragraphs becomes a file of its own.
const paragraphs = 1_500;

/** An article of one's own. */
const add: Work = async (workbench) => {
  const text = Array.from({ length: paragraphs }, (_, index) => `“Rain, ${index} times,” said Kim.`).join('\n\n');
  await workbench.add('own.txt', `A headline of ours\n\nBy Mara Ellison\n\n${text}\n`);
  await tag(workbench, 3);
};

/** So many tags that Chromium moves them from its log into tables. */
const fillTables: Work = (workbench) => tag(workbench, 120);

/** What changes and takes away what is there. */
const change: Work = async (workbench) => {
  await workbench.press('k', 'Delete', 'k');
  await writeNote(workbench, 'Written later.');
  await workbench.press('k', 'Delete', 'z');
};

/** A profile whose work lies in the database's log and in the journal of one tab. */
export const youngProfile = (address: string, folder: string): Promise<WorkedProfile> => worked(address, join(folder, 'young'), [begin]);

/** A profile opened so often that the database's tables and the base of the journal hold most. */
export const oldProfile = (address: string, folder: string): Promise<WorkedProfile> =>
  worked(address, join(folder, 'old'), [begin, add, fillTables]);

async function worked(address: string, name: string, days: readonly Work[]): Promise<WorkedProfile> {
  const [working, folder, earlier] = [`${name}-working`, `${name}-profile`, `${name}-earlier`];
  for (const work of days) await session(address, working, work);
  await copyProfile(working, earlier);
  await session(address, working, change);
  await copyProfile(working, folder);
  return { folder, earlier, contents: await session(address, working, contentsOf) };
}
