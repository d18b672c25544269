import { expect, type Locator, type Page } from '@playwright/test';

/** A keyboard that counts its keys. */
export class CountedKeyboard {
  readonly #page: Page;
  #count = 0;

  constructor(page: Page) {
    this.#page = page;
  }

  /** How many keys were pressed; one held down with another counts with it. */
  get count(): number {
    return this.#count;
  }

  /** Presses keys written one behind the other: `Key*3` is three presses, `type:a_b` types "a b". Gives how many they were. */
  async press(keys: string): Promise<number> {
    const pressed = keys.split(' ').flatMap((token) => {
      if (token.startsWith('type:')) return [...token.slice('type:'.length).replaceAll('_', ' ')];
      const [key = '', times = '1'] = token.split('*');
      return Array.from({ length: Number(times) }, () => key);
    });
    await this.#press(pressed);
    return pressed.length;
  }

  /** Presses Tab until something has the focus. */
  async tabTo(target: Locator): Promise<void> {
    await expect(target).toBeVisible();
    for (let tabs = 0; tabs < 200; tabs += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.#press(['Tab']);
    }
    throw new Error(`Tab does not come to ${target}.`);
  }

  // Sent one behind the other without waiting for what each does, as fast fingers are: the page gets them in this order.
  async #press(keys: readonly string[]): Promise<void> {
    this.#count += keys.length;
    await Promise.all(keys.flatMap((key) => strokes(key).map(([way, one]) => this.#page.keyboard[way](one))));
  }
}

/** A key with what is held down for it: "Shift+b" is Shift down, B down, B up, Shift up. */
function strokes(chord: string): (readonly ['down' | 'up', string])[] {
  const parts = chord.length === 1 ? [chord] : chord.split('+');
  return [...parts.map((part) => ['down', part] as const), ...parts.reverse().map((part) => ['up', part] as const)];
}
