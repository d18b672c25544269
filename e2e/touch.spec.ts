import { expect, test } from './fixtures.ts';

test.use({ hasTouch: true, viewport: { width: 390, height: 780 } });

test('two taps take a word, three a sentence; the bar at the foot tags it', async ({ workbench, context }) => {
  const { page } = workbench;
  const finger = await context.newCDPSession(page);
  const paragraph = page.getByText('Analysts say Pyongyang');
  const bar = page.getByRole('toolbar');
  const tap = async (tapCount: number) => {
    await paragraph.scrollIntoViewIfNeeded();
    const box = await paragraph.boundingBox();
    if (!box) throw new Error('The paragraph has a place.');
    // Their times are told, so that a busy machine does not make two single taps of a double one.
    const began = Date.now() / 1000;
    for (let number = 0; number < tapCount; number += 1) {
      const timestamp = began + number * 0.12;
      const touchPoints = [{ x: box.x + 20, y: box.y + 12 }];
      await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints, timestamp });
      await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [], timestamp: timestamp + 0.05 });
    }
  };
  await tap(2);
  const source = bar.getByRole('button', { name: /^Source/ });
  const place = await source.boundingBox();
  expect(place?.height).toBeGreaterThanOrEqual(44);
  expect((place?.y ?? 0) + (place?.height ?? 0)).toBeGreaterThan(600);
  await source.tap();
  expect(Object.values(await workbench.marked())).toEqual(['Analysts']);
  await workbench.button('Hide').tap();
  await tap(3);
  await bar.getByRole('button', { name: /^Claim/ }).tap();
  expect(Object.values(await workbench.marked())).toContainEqual(expect.stringMatching(/^Pyongyang has received .+ in return$/));
});

test('what a long press has selected is taken over', async ({ workbench }) => {
  const { page } = workbench;
  await page.touchscreen.tap(200, 300);
  await page.evaluate(() => {
    const text = [...document.querySelectorAll('article p')].find((element) => element.textContent?.includes('Analysts'))?.firstChild;
    if (text) getSelection()?.setBaseAndExtent(text, 0, text, 8);
  });
  await page
    .getByRole('toolbar')
    .getByRole('button', { name: /^Source/ })
    .tap();
  expect(Object.values(await workbench.marked())).toEqual(['Analysts']);
});

test('handles are wide enough for a finger', async ({ workbench }) => {
  await workbench.press('n', 'n', 'q');
  const box = await workbench.page.getByRole('button', { name: 'End of the quote' }).boundingBox();
  expect(box?.width).toBeGreaterThanOrEqual(24);
});
