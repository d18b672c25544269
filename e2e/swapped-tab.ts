import { type BrowserContext, expect } from '@playwright/test';
import { Workbench } from './pages/workbench.ts';
import { watch } from './watch.ts';

/** A tab in which a note is being written while the host changes the version under it. */
export class SwappedTab {
  readonly workbench: Workbench;
  /** What went wrong on the page. */
  readonly problems: readonly string[];
  /** How often the page was loaded anew without consent. */
  reloads = 0;
  #loads = 0;
  #wanted = 1;
  #typed = '';

  private constructor(workbench: Workbench, problems: readonly string[]) {
    this.workbench = workbench;
    this.problems = problems;
    workbench.page.on('load', () => {
      this.#loads += 1;
      this.reloads = Math.max(0, this.#loads - this.#wanted);
    });
  }

  /** Opens a tab and tags the quotation of this number, counted from one, so that it has a note. */
  static async open(context: BrowserContext, address: string, quotation: number): Promise<SwappedTab> {
    const page = await context.newPage();
    const tab = new SwappedTab(new Workbench(page), await watch(page, new URL(address).host));
    await page.goto(address);
    await tab.workbench.ready();
    await tab.workbench.press(...Array.from({ length: quotation }, () => 'n'), 'q');
    await expect(tab.workbench.saveState).toHaveText('Saved');
    return tab;
  }

  get note() {
    return this.workbench.annotation.getByLabel('Note');
  }

  get newer() {
    return this.workbench.page.getByText('A new version is ready');
  }

  /** Types at the end of the note, without leaving it and without waiting until it is saved. */
  async type(words: string): Promise<void> {
    this.#typed += words;
    await this.note.focus();
    await this.workbench.press('Control+End');
    await this.workbench.page.keyboard.type(words);
  }

  /** Types in place of what the note said. */
  async startAnew(words: string): Promise<void> {
    this.#typed = '';
    await this.note.fill('');
    await this.type(words);
  }

  /** How many of the typed characters are not there, or there and not typed. */
  async lost(): Promise<number> {
    const shown = await this.note.inputValue();
    if (shown === this.#typed) return 0;
    return Math.max(1, Math.abs(this.#typed.length - shown.length));
  }

  /** The id of the build the page belongs to. */
  build(): Promise<string> {
    return this.workbench.page.evaluate(() => document.querySelector<HTMLMetaElement>('meta[name="build"]')?.content ?? '');
  }

  /** Asks the host for a newer version now, as the browser does when a page is opened. */
  async look(): Promise<void> {
    await this.workbench.page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration?.update();
    });
  }

  /** Which of these files the page cannot have. */
  missing(files: readonly string[]): Promise<readonly string[]> {
    return this.workbench.page.evaluate(async (paths) => {
      const got = await Promise.all(paths.map(async (path) => (await fetch(path).catch(() => null))?.ok === true));
      return paths.filter((_, index) => !got[index]);
    }, files);
  }

  /** Agrees to the newer version, and waits for it and for the note. */
  async agree(): Promise<void> {
    this.#wanted += 1;
    const before = this.#loads;
    await this.workbench.button('Update').click();
    await expect.poll(() => this.#loads).toBe(before + 1);
    await this.workbench.ready();
    await this.note.waitFor();
  }
}
