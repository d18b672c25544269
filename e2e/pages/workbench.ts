import type { Locator, Page } from '@playwright/test';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Attest as a person sees it: by the names of its parts. */
export class Workbench {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get article(): Locator {
    return this.page.getByRole('article');
  }

  get annotation(): Locator {
    return this.page.getByRole('complementary', { name: 'Annotation' });
  }

  get list(): Locator {
    return this.page.getByRole('list', { name: 'Annotations', exact: true }).getByRole('listitem');
  }

  get saveState(): Locator {
    return this.page.getByRole('status', { name: 'Save state' });
  }

  /** What appears at the foot of the window for a while. */
  get messages(): Locator {
    return this.page.getByRole('region', { name: 'Messages' });
  }

  get library(): Locator {
    return this.page.getByRole('navigation', { name: 'Library' });
  }

  /** Where files to import are chosen. */
  get importInput(): Locator {
    return this.page.getByRole('banner').locator('input[type=file]');
  }

  async open(): Promise<void> {
    await this.page.goto('./');
    await this.ready();
  }

  /** Reloads as a person does: before all is saved the page would ask first. */
  async reload(): Promise<void> {
    await this.saveState.filter({ hasText: /^Saved/ }).waitFor();
    await this.page.reload();
    await this.ready();
  }

  /** The article is there and its font too: letters that are still to move cannot be pointed at. */
  async ready(): Promise<void> {
    await this.article.waitFor();
    await this.page.evaluate(() => document.fonts.ready);
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  /** Drags the mouse over exactly these words, the first after `after`; `further` holds Ctrl, so they are selected besides what is; fewer `steps` are quicker. */
  async select(words: string, { further = false, after = '', steps = 3 } = {}): Promise<void> {
    const [from, to] = await this.edges(words, after);
    if (further) await this.page.keyboard.down('Control');
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps });
    await this.page.mouse.move(to.x, to.y, { steps });
    await this.page.mouse.up();
    if (further) await this.page.keyboard.up('Control');
  }

  /** True once exactly these words are painted as selected; `false` where that does not come within some frames. */
  async hasSelected(words: string): Promise<boolean> {
    return this.page.evaluate(async (wanted) => {
      for (let frame = 0; frame < 20; frame += 1) {
        await new Promise(requestAnimationFrame);
        const painted: Iterable<AbstractRange> = CSS.highlights.get('cursor') ?? [];
        if ([...painted].map((range) => String(range)).join('') === wanted) return true;
      }
      return false;
    }, words);
  }

  async clickOn(words: string): Promise<void> {
    const [from, to] = await this.edges(words, '');
    await this.page.mouse.click((from.x + 2 * to.x) / 3, to.y);
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Adds a text as a file, as a person would choose it. */
  async add(name: string, content: string): Promise<void> {
    await this.button('Add articles').click();
    await this.page.getByLabel('Choose files').setInputFiles([{ name, mimeType: 'text/plain', buffer: Buffer.from(content) }]);
    await this.page.getByRole('list', { name: 'Files added' }).getByText(`${name} added`).waitFor();
  }

  /** The words under each annotation's marks, in the order of the text. */
  async marked(): Promise<Readonly<Record<string, string>>> {
    return this.page.evaluate(() => {
      const words: Record<string, string> = {};
      for (const mark of document.querySelectorAll('mark[data-annotation]')) {
        for (const id of mark.getAttribute('data-annotation')?.split(' ') ?? []) words[id] = (words[id] ?? '') + mark.textContent;
      }
      return words;
    });
  }

  private edges(words: string, after: string): Promise<readonly [Point, Point]> {
    // Not through a locator: its handle makes Playwright throw at nobody when the browser is killed meanwhile.
    return this.page.evaluate(
      async ([wanted, before]) => {
        const article = document.querySelector('article');
        if (!article) throw new Error('There is no article.');
        const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
        const nodes: Text[] = [];
        while (walker.nextNode()) nodes.push(walker.currentNode as Text);
        const text = nodes.map(({ data }) => data).join('');
        const start = text.indexOf(wanted, text.indexOf(before) + before.length);
        if (start < 0) throw new Error(`The article does not say ${wanted}`);
        const point = (offset: number): [Text, number] => {
          let left = offset;
          for (const node of nodes) {
            if (left < node.data.length) return [node, left];
            left -= node.data.length;
          }
          throw new Error(`${offset} lies behind the text`);
        };
        const side = (offset: number, end: boolean) => {
          const [node, at] = point(offset);
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          const [box] = range.getClientRects();
          if (!box) throw new Error(`The letter at ${offset} has no place`);
          const ahead = getComputedStyle(article).direction === 'ltr' ? end : !end;
          return { x: ahead ? box.right - 0.5 : box.left + 0.5, y: box.top + box.height / 2 };
        };
        point(start)[0].parentElement?.scrollIntoView({ block: 'center' });
        // What comes into view is given its real height one frame later.
        for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
        return [side(start, false), side(start + wanted.length - 1, true)] as const;
      },
      [words, after] as const,
    );
  }
}
