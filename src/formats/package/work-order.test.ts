import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { count, seed } from '../../testing/test-length.ts';
import { hashesOfOrders } from '../../testing/work-order.ts';

const places = [
  ['UTC', 'en_US.UTF-8'],
  ['Asia/Kathmandu', 'tr_TR.UTF-8'],
  ['America/St_Johns', 'ar_EG.UTF-8'],
  ['Pacific/Kiritimati', 'de_DE.UTF-8'],
] as const;
const orders = count(20, 200);

/** What a computer in another place gives, with its own time zone and language. */
function elsewhere(zone: string, locale: string): { readonly hashes: readonly string[]; readonly date: string } {
  const script = `
    const { runnerImport } = await import('vite');
    const { module } = await runnerImport('./src/testing/work-order.ts', { configFile: false, logLevel: 'error' });
    const hashes = module.hashesOfOrders(${orders}, ${seed});
    console.log(JSON.stringify({ hashes, date: new Date(0).toLocaleString() }));`;
  const env = { ...process.env, TZ: zone, LC_ALL: locale, LANG: locale };
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', script], { env, encoding: 'utf8' }));
}

describe('a package', () => {
  it(`is the same to the byte in whatever order the work was done (${orders} orders), in four time zones and languages`, () => {
    const [first, ...others] = hashesOfOrders(orders, seed);
    expect(new Set(others)).toEqual(new Set([first]));
    const all = places.map(([zone, locale]) => elsewhere(zone, locale));
    expect(new Set(all.map(({ date }) => date)).size).toBe(places.length);
    for (const { hashes } of all) expect(new Set(hashes)).toEqual(new Set([first]));
  }, 120_000);

  it('and the same test catches one that keeps the order of the work', () => {
    expect(new Set(hashesOfOrders(4, seed, JSON.stringify)).size).toBeGreaterThan(1);
  });
});
