import { expect, test } from './fixtures.ts';
import { watch } from './watch.ts';

// Among what is watched are the requests of the worker.
test.use({ serviceWorkers: 'allow' });

const host = (baseURL: string | undefined) => new URL(baseURL ?? '').host;

const planted: readonly (readonly [name: string, found: RegExp, plant: () => unknown])[] = [
  [
    'an inline script',
    /^policy: (script-src|require-trusted-types-for)/,
    () => document.body.append(Object.assign(document.createElement('script'), { textContent: 'void 0' })),
  ],
  ['an inline style', /^policy: style-src/, () => document.body.setAttribute('style', 'color: red')],
  ['markup from a string', /^policy: require-trusted-types-for/, () => Reflect.set(document.body, 'innerHTML', '<b>x</b>')],
  // Not at once: what a debugger evaluates is excused from this rule.
  [
    'a string as code',
    /^policy: (script-src|require-trusted-types-for)/,
    () => setTimeout(() => Reflect.construct(Function, ['return 1'])),
  ],
  ['a request to another host', /^policy: connect-src/, () => fetch('https://attest.invalid/')],
  ['a picture from another host', /^policy: img-src/, () => Object.assign(new Image(), { src: 'https://attest.invalid/x.png' })],
  ['an uncaught error', /^error: planted/, () => setTimeout(() => Promise.reject(new Error('planted')))],
];

for (const [name, found, plant] of planted) {
  test(`the watch finds ${name}`, async ({ page, baseURL }) => {
    const problems = await watch(page, host(baseURL));
    await page.goto('./');
    await page.getByRole('article').waitFor();
    expect(problems).toEqual([]);
    await page.evaluate(plant).catch(() => undefined);
    await expect.poll(() => problems.filter((problem) => found.test(problem)).length).toBeGreaterThan(0);
  });
}

test('the watch finds a request of the worker', async ({ page, context, baseURL }) => {
  const problems = await watch(page, host(baseURL));
  await page.goto('./');
  await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state);
  await context.serviceWorkers()[0]?.evaluate(() => void fetch('http://attest.invalid/').catch(() => undefined));
  await expect.poll(() => problems).toContain('request: http://attest.invalid/');
});

test('the watch finds a request where no policy stops it', async ({ page, baseURL }) => {
  const problems = await watch(page, host(baseURL));
  await page.goto('about:blank');
  await page.evaluate(() => Object.assign(new Image(), { src: 'http://attest.invalid/x.png' }));
  await expect.poll(() => problems).toContain('request: http://attest.invalid/x.png');
});
