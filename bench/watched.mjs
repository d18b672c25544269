import { loadavg } from 'node:os';

export const load = () => `(load ${loadavg()[0].toFixed(1)})`;
export const seconds = (ms) => `${(ms / 1_000).toFixed(2)} s`;

/** Runs in the page: keeps the longest time between two ticks of a timer of four milliseconds. */
export function watchBlocks() {
  let last = performance.now();
  window.block = 0;
  clearInterval(window.ticking);
  window.ticking = setInterval(() => {
    const now = performance.now();
    window.block = Math.max(window.block, now - last);
    last = now;
  }, 4);
}

/** What is done in a page, timed, with the longest moment in which it did nothing else. */
export function watched(page) {
  /** Waits in the page itself until these parts of it say so: a query from outside would hold it up too. */
  const shown = (parts) =>
    page.evaluate(
      (wanted) =>
        new Promise((done) => {
          const says = ([selector, words]) =>
            [...document.querySelectorAll(selector)].some((at) => (at.ariaLabel + at.textContent).includes(words));
          const looking = setInterval(() => {
            if (!Object.entries(wanted).every(says)) return;
            clearInterval(looking);
            done();
          }, 20);
        }),
      parts,
    );

  /** Does something and waits until the page says what is wanted; gives milliseconds and the longest block in them. */
  async function timed(name, act, wanted) {
    await page.evaluate(watchBlocks);
    const began = performance.now();
    await act();
    await shown(wanted);
    const took = performance.now() - began;
    // The frame in which it appears counts too.
    await page.evaluate(() => new Promise((drawn) => setTimeout(drawn, 100)));
    const block = await page.evaluate(() => window.block);
    console.log(`  ${name.padEnd(28)} ${seconds(took)}, longest block ${block.toFixed(0)} ms ${load()}`);
    return { took, block };
  }

  return { timed, shown };
}
