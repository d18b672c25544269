import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import fc from 'fast-check';
import type { Stored } from '../src/storage/stored.ts';
import { storedFaults } from '../src/testing/stored-faults.ts';
import { serveControl, wholeDocument } from './controls/serve.ts';
import { type PageMove, playInPage, readDatabase, whatIsShown } from './page-moves.ts';
import { Workbench } from './pages/workbench.ts';

const long = process.env.TEST_LENGTH === 'long';
// Other thousands are played over several stores in one process, see `src/workspace/tabs.test.ts`.
const edits = long ? 10_000 : 300;
// When pages that do not show the same are given up.
const patience = 20_000;
// Moves a page makes in a row before it may be ended.
const stretch = 20;

const keys = (...pressed: readonly string[]) => fc.constant<PageMove>({ kind: 'keys', keys: pressed });
const move = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .constantFrom('c', 'q', 's')
      .chain((type) => fc.nat(9).chain((words) => keys('Escape', 'n', ...Array.from({ length: words }, () => 'ArrowRight'), type))),
  },
  { weight: 8, arbitrary: fc.nat(12).chain((steps) => keys(...Array.from({ length: steps }, () => 'j'), 'f')) },
  { weight: 6, arbitrary: fc.constantFrom('1', '2', '3').chain((digit) => keys('j', digit)) },
  { weight: 2, arbitrary: keys('k', 'Delete') },
  { weight: 3, arbitrary: fc.constantFrom('z', 'Shift+z').chain((key) => keys(key)) },
  { weight: 4, arbitrary: fc.constant<PageMove>({ kind: 'link' }) },
  { weight: 12, arbitrary: fc.constant<PageMove>({ kind: 'note', words: '' }) },
  { weight: 6, arbitrary: fc.nat(6).chain((steps) => keys('k', ...Array.from({ length: steps }, () => 'j'))) },
);

/** The moves of one page; every note it writes occurs nowhere else. */
const movesOf = (tab: number, count: number): PageMove[] =>
  fc
    .sample(move, { seed: 20261124 + tab, numRuns: count })
    .map((made, index) => (made.kind === 'note' ? { kind: 'note', words: `note ${tab}-${index}` } : made));

interface Ending {
  readonly faults: readonly string[];
  readonly told: number;
  readonly ended: number;
  /** Milliseconds until all pages showed the same; `null` where they never did. */
  readonly settled: number | null;
}

/** Several pages that edit one article at once, of which one is ended now and then in the middle of it. */
class Pages {
  readonly #context: BrowserContext;
  readonly #address: string;
  readonly #told = new Set<string>();
  readonly #pages: Page[] = [];
  #ended = 0;

  constructor(context: BrowserContext, address: string) {
    this.#context = context;
    this.#address = address;
  }

  async play(count: number, each: number): Promise<Ending> {
    await this.#context.exposeFunction('told', (words: readonly string[]) => {
      for (const word of words) this.#told.add(word);
    });
    for (let tab = 0; tab < count; tab += 1) await this.#open(tab);
    await Promise.all(Array.from({ length: count }, (_, tab) => this.#work(tab, movesOf(tab, each))));
    const settled = await this.#agree();
    const apart = settled === null ? ['the pages do not show the same'] : [];
    const stored = await (this.#pages[0] ?? (await this.#context.newPage())).evaluate(readDatabase);
    return {
      faults: [...apart, ...storedFaults(stored, new Map()), ...this.#lost(stored)],
      told: this.#told.size,
      ended: this.#ended,
      settled,
    };
  }

  /** Opens a page as a person does beside one that is crashing: what the browser does not bring is asked for again. */
  async #open(tab: number): Promise<void> {
    const page = await this.#context.newPage();
    // A page may live in the process that another page's crash takes away, and is then never brought.
    const brought = await page.goto(this.#address, { timeout: 20_000 }).catch(() => null);
    if (!brought) return page.close().then(() => this.#open(tab));
    const workbench = new Workbench(page);
    // The service worker lives in such a process too: without it the page has neither program nor style.
    const notStarted = page.getByRole('heading', { name: 'Attest did not start' });
    await workbench.article.or(notStarted).first().waitFor();
    if (await notStarted.isVisible()) await page.getByRole('link', { name: 'Reload' }).click();
    await workbench.ready();
    this.#pages[tab] = page;
  }

  /** A page makes its moves; after every third stretch it is closed or its renderer crashes in the middle of the next one, and another goes on. */
  async #work(tab: number, moves: readonly PageMove[]): Promise<void> {
    for (let from = 0; from < moves.length; from += stretch) {
      const page = this.#pages[tab];
      if (!page) return;
      const played = page.evaluate(playInPage, moves.slice(from, from + stretch)).then(
        () => null,
        (error: Error) => error,
      );
      if ((from / stretch + tab) % 4 === 3) await this.#end(page, tab, from);
      const failed = await played;
      if (failed && !page.isClosed()) throw failed;
      if (failed) await this.#open(tab);
    }
  }

  async #end(page: Page, tab: number, from: number): Promise<void> {
    await page.waitForTimeout(20 + ((from * 7 + tab * 13) % 60));
    this.#ended += 1;
    if (from % (2 * stretch) === 0) return page.close();
    const gone = page.waitForEvent('crash');
    const session = await this.#context.newCDPSession(page);
    session.send('Page.crash').catch(() => undefined);
    await gone;
    await page.close();
  }

  /** How long it takes until every page shows the same, the card of each of the first tags included. */
  async #agree(): Promise<number | null> {
    let slowest = 0;
    for (let tag = 0; tag < 6; tag += 1) {
      for (const page of this.#pages) await new Workbench(page).press(...(tag === 0 ? ['Escape', 'Escape', 'Escape'] : ['j']));
      const began = Date.now();
      while (!(await this.#showTheSame())) if (Date.now() - began > patience) return null;
      slowest = Math.max(slowest, Date.now() - began);
    }
    return slowest;
  }

  async #showTheSame(): Promise<boolean> {
    return new Set(await Promise.all(this.#pages.map((page) => page.evaluate(whatIsShown)))).size === 1;
  }

  /** What the state line called saved and what the journal does not have. */
  #lost({ journal }: Stored): string[] {
    const done = new Set(
      journal.flatMap(({ patch }) =>
        patch.flatMap(({ id, after }) => [id, ...(after && 'note' in after && after.note ? [after.note] : [])]),
      ),
    );
    return [...this.#told].filter((words) => !done.has(words)).map((words) => `said to be saved and lost: ${words}`);
  }
}

for (const count of [2, 5]) {
  test(`${count} tabs that edit at once, ended at random, lose nothing and agree`, async ({ context, baseURL }) => {
    const { faults, told, ended, settled } = await new Pages(context, baseURL ?? '').play(count, Math.ceil(edits / count));
    expect(faults).toEqual([]);
    console.log(`${count} tabs, ${told} words told, ${ended} pages ended, the same in all after ${settled} ms`);
    expect(settled).toBeLessThan(500);
    expect(told).toBeGreaterThan(edits / 10);
    expect(ended).toBeGreaterThan(0);
  });
}

test('the same test catches a store that puts the whole document', async ({ context }) => {
  const { address, stop } = await serveControl(wholeDocument);
  try {
    const pages = new Pages(context, address);
    expect((await pages.play(2, 40)).faults).not.toEqual([]);
  } finally {
    await stop();
  }
});
