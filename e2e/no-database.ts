import type { Page } from '@playwright/test';

/** A browser that gives no database. */
export const noDatabase = (page: Page) =>
  page.addInitScript(() => {
    const refused = () => {
      throw new DOMException('Access is denied for this document.', 'SecurityError');
    };
    Object.defineProperty(IDBFactory.prototype, 'open', { value: refused });
  });
