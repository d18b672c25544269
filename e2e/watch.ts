import type { Page } from '@playwright/test';

declare global {
  interface Window {
    reportViolation?(violation: string): void;
  }
}

/** Collects what must never happen on a page: violations of the policy, requests to another host, uncaught errors. */
export async function watch(page: Page, host: string): Promise<readonly string[]> {
  const problems: string[] = [];
  await page.exposeFunction('reportViolation', (violation: string) => problems.push(`policy: ${violation}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      window.reportViolation?.(`${violatedDirective} ${blockedURI}`),
    );
  });
  // Of the context, because the worker that keeps the files asks for some too.
  page.context().on('request', (request) => {
    const url = new URL(request.url());
    if (!['data:', 'blob:'].includes(url.protocol) && url.host !== host) problems.push(`request: ${url.href}`);
  });
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  return problems;
}
