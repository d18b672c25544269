import type { Stored } from '../src/storage/stored.ts';

/** What a page does next: presses keys, writes a note, or links to the nearest source. */
export type PageMove =
  | { readonly kind: 'keys'; readonly keys: readonly string[] }
  | { readonly kind: 'note'; readonly words: string }
  | { readonly kind: 'link' };

declare global {
  interface Window {
    /** Tells the test that the state line said "Saved" after this was written or shown. */
    told(words: readonly string[]): Promise<void>;
  }
}

/** Makes the moves inside the page, as fast as it stores them, through its keys and fields. Runs in the page: it may use nothing from outside. */
export async function playInPage(moves: readonly PageMove[]): Promise<void> {
  const turn = () => new Promise((resolve) => setTimeout(resolve));
  const saveState = () => document.querySelector('[role=status][aria-label="Save state"]')?.textContent;
  const saved = async () => {
    for (let turns = 0; turns < 4_000; turns += 1) {
      await turn();
      if (saveState() === 'Saved') return;
    }
    throw new Error(`The state line still says ${saveState()}`);
  };
  const press = (name: string) => {
    const shiftKey = name.startsWith('Shift+');
    const key = shiftKey ? name.slice('Shift+'.length) : name;
    const code = /^[0-9]$/.test(key) ? `Digit${key}` : '';
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new KeyboardEvent('keydown', { key, code, shiftKey, bubbles: true, cancelable: true }));
  };
  const write = (words: string): boolean => {
    const field = document.querySelector<HTMLTextAreaElement>('textarea[data-note]');
    if (!field) return false;
    field.focus();
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, words);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.blur();
    return true;
  };
  const conflicts = () => document.querySelectorAll('[role=alert] dl').length;
  const marks = () =>
    [...document.querySelectorAll('mark[data-annotation]')].flatMap((mark) => mark.getAttribute('data-annotation')?.split(' ') ?? []);
  const reject = () => {
    for (const notice of document.querySelectorAll('[role=alert]')) notice.querySelector<HTMLButtonElement>('button:last-of-type')?.click();
  };
  for (const move of moves) {
    let written = false;
    if (move.kind === 'keys') for (const key of move.keys) press(key);
    if (move.kind === 'note') written = write(move.words);
    if (move.kind === 'link') {
      press('b');
      await turn();
      await turn();
      document.querySelector<HTMLElement>('[role=listbox] [role=option]')?.click();
      press('Escape');
    }
    const shown = marks();
    await saved();
    const left = new Set(marks());
    const kept = shown.filter((id) => left.has(id));
    await window.told([...kept, ...(written && conflicts() === 0 && move.kind === 'note' ? [move.words] : [])]);
    reject();
  }
}

/** What the page shows of the article: the words under each tag, and the panel beside it. Runs in the page. */
export function whatIsShown(): string {
  const words: Record<string, string> = {};
  for (const mark of document.querySelectorAll('mark[data-annotation]')) {
    for (const id of mark.getAttribute('data-annotation')?.split(' ') ?? []) words[id] = (words[id] ?? '') + mark.textContent;
  }
  const panel = document.querySelector('[role=complementary][aria-label="Annotation"], aside[aria-label="Annotation"]');
  const note = document.querySelector<HTMLTextAreaElement>('textarea[data-note]')?.value ?? '';
  return JSON.stringify([Object.entries(words).sort(([a], [b]) => (a < b ? -1 : 1)), panel?.textContent ?? '', note]);
}

/** Every row of the project's database. Runs in the page. */
export async function readDatabase(): Promise<Stored> {
  const answer = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const names = (await indexedDB.databases()).flatMap(({ name }) => (name?.startsWith('attest-') ? [name] : []));
  const database = await answer(indexedDB.open(names[0] ?? ''));
  const stores = ['rows', 'texts', 'parts', 'pages', 'journal', 'counters'];
  const transaction = database.transaction(stores);
  const rows = await Promise.all(stores.map(async (name) => [name, await answer(transaction.objectStore(name).getAll())] as const));
  database.close();
  return Object.fromEntries(rows) as { [N in keyof Stored]: never };
}
