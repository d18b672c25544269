import { readFile } from 'node:fs/promises';
import type { Workbench } from './pages/workbench.ts';

/** All that can be read of a project through the page. */
export interface Contents {
  /** The articles of the library as they are listed there. */
  readonly library: readonly string[];
  readonly annotations: readonly { readonly id: string }[];
  /** Everything else of an exported package, but for what every export adds or what follows from that. */
  readonly rest: unknown;
}

/** Reads everything through the page's own export, which asks the store and not the memory. The author must have a name. */
export async function contentsOf(workbench: Workbench): Promise<Contents> {
  const library = await workbench.library.getByRole('link').allTextContents();
  const { annotations = [], checksum: _, sets = [], ...rest } = await exported(workbench);
  return { library, annotations, rest: { ...rest, sets: sets.map(({ heads: _heads, ...set }) => set) } };
}

interface Package {
  readonly checksum: string;
  readonly sets?: readonly { readonly heads: unknown }[];
  readonly annotations?: readonly { readonly id: string }[];
}

/** The package of the shown set, whose author has a name. */
async function exported(workbench: Workbench): Promise<Package> {
  await workbench.button('Export').click();
  await workbench.button('Save the file').waitFor();
  // A project that begins anew has somebody without a name, whom the export would ask for it.
  if (await workbench.page.getByLabel('Your name, as colleagues will see it').isVisible()) throw new Error('The author has no name.');
  return packageBy(workbench, 'Save the file');
}

/** Presses the button of this name and gives the package that is downloaded. */
export async function packageBy(workbench: Workbench, name: string): Promise<Package> {
  // Together: where there is no such button, nobody would look at the one that fails first.
  const [download] = await Promise.all([
    workbench.page.waitForEvent('download', { timeout: 60_000 }),
    workbench.page.getByRole('button', { name, exact: true }).click(),
  ]);
  return JSON.parse(await readFile(await download.path(), 'utf8'));
}
