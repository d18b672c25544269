import type { Page } from '@playwright/test';

declare global {
  interface Window {
    /** Gives back what `noDatabase` has taken. */
    giveDatabase(): void;
  }
}

/** A browser that gives the page no database, until `databaseAgain`. */
export const noDatabase = (page: Page) =>
  page.addInitScript(() => {
    const refused = () => {
      throw new DOMException('Access is denied for this document.', 'SecurityError');
    };
    const given = Object.getOwnPropertyDescriptor(IDBFactory.prototype, 'open');
    Object.defineProperty(IDBFactory.prototype, 'open', { value: refused, configurable: true });
    window.giveDatabase = () => given && Object.defineProperty(IDBFactory.prototype, 'open', given);
  });

/** From now on the page is given its database. */
export const databaseAgain = (page: Page) => page.evaluate(() => window.giveDatabase());
