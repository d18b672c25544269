import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { expect, type Page, test } from '@playwright/test';
import { type Chance, chanceFrom } from '../src/testing/chance.ts';
import { type Contents, contentsOf } from './contents.ts';
import { noComparison, noJournal, serveControl } from './controls/serve.ts';
import { type DamageKind, damageOne, damages, databaseFiles, journalFiles, swapFiles } from './damage.ts';
import { copyProfile, oldProfile, session, type WorkedProfile, youngProfile } from './worked-profile.ts';

const long = process.env.TEST_LENGTH === 'long';
const rounds = long ? 200 : 12;
const journalRounds = long ? 100 : 8;
// Going on after a damage costs two more starts.
const goesOnEvery = 4;

type Hurt = (folder: string, profile: WorkedProfile, chance: Chance) => Promise<string>;

const single = Object.keys(damages).map((kind): [string, Hurt] => [
  kind,
  async (folder, _, chance) => damageOne(await databaseFiles(folder), kind as DamageKind, chance),
]);
const kinds: readonly (readonly [string, Hurt])[] = [
  ...single,
  ['swap', (folder, { earlier }, chance) => swapFiles(folder, earlier, chance)],
];

let folder: string;
let profiles: readonly WorkedProfile[];

test.beforeAll(async ({ baseURL }) => {
  folder = await mkdtemp(join(tmpdir(), 'attest-damage-'));
  profiles = [await youngProfile(baseURL ?? '', folder), await oldProfile(baseURL ?? '', folder)];
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

/** Why what is shown is not what was stored; `null` when it is. */
function difference(stored: Contents, shown: Contents): string | null {
  if (shown.annotations.length !== stored.annotations.length) return `${shown.annotations.length} of ${stored.annotations.length} tags`;
  return isDeepStrictEqual(shown, stored) ? null : 'other contents';
}

interface Case {
  readonly profile: WorkedProfile;
  readonly hurt: Hurt;
  readonly seed: number;
}

/** Damages a copy of the profile, starts on it and compares everything; gives what was wrong, or `null`. `after` goes on with what is left. */
async function problemAfter(
  address: string,
  { profile, hurt, seed }: Case,
  after: (copy: string) => Promise<string | null> = () => Promise.resolve(null),
): Promise<string | null> {
  const copy = await mkdtemp(join(folder, 'case-'));
  await copyProfile(profile.folder, copy);
  const damage = await hurt(copy, profile, chanceFrom(seed));
  const problem = await session(address, copy, contentsOf).then(
    async (shown) => difference(profile.contents, shown) ?? (await after(copy)),
    (error: Error) => error.message.split('\n')[0] ?? error.name,
  );
  await rm(copy, { recursive: true, force: true });
  return problem === null ? null : `seed ${seed}, ${damage}: ${problem}`;
}

/** Every case in turn, on each profile alternately; gives what was wrong. */
async function problemsOf(count: number, run: (profile: WorkedProfile, seed: number) => Promise<string | null>): Promise<string[]> {
  const problems: string[] = [];
  for (let seed = 1; seed <= count; seed += 1) {
    const profile = profiles[seed % profiles.length];
    const problem = profile ? await run(profile, seed) : 'no profile';
    if (problem !== null) problems.push(problem);
  }
  return problems;
}

/** Tags one more and starts again; what was restored must be as good as what was never hurt. */
const oneMore =
  (address: string, { contents }: WorkedProfile) =>
  async (copy: string) => {
    await session(address, copy, async (workbench) => {
      const before = (await workbench.article.textContent()) ?? '';
      await workbench.press('Shift+J');
      // A key pressed before the next article is open would work on this one.
      await expect(workbench.article).not.toHaveText(before);
      await workbench.press('n', 'q');
      await expect(workbench.list).toHaveCount(1);
    });
    const { annotations } = await session(address, copy, contentsOf);
    return annotations.length === contents.annotations.length + 1 ? null : `${annotations.length} tags after one more`;
  };

test('the profiles hold what is to be damaged: tables, a log, values in files of their own, a journal', async () => {
  const [young = [], old = []] = await Promise.all(profiles.map(({ folder: profile }) => databaseFiles(profile)));
  expect(young.some((file) => file.endsWith('.log'))).toBe(true);
  for (const part of [/\.ldb$/u, /\.log$/u, /MANIFEST/u, /CURRENT$/u, /blob/u])
    expect(old.filter((file) => part.test(file))).not.toEqual([]);
  for (const { folder: profile, contents } of profiles) {
    expect(await journalFiles(profile)).not.toEqual([]);
    expect(contents.annotations.length).toBeGreaterThan(5);
  }
});

for (const [kind, hurt] of kinds) {
  test(`a database damaged while closed (${kind}, ${rounds} times) comes back whole`, async ({ baseURL: address = '' }) => {
    test.setTimeout(rounds * 60_000);
    const run = (profile: WorkedProfile, seed: number) =>
      problemAfter(address, { profile, hurt, seed }, seed % goesOnEvery === 0 ? oneMore(address, profile) : undefined);
    expect(await problemsOf(rounds, run)).toEqual([]);
  });
}

/** A start that is given the time mends the journal: without its database the project then comes back from there. */
const fromJournalAlone =
  (address: string, { contents }: WorkedProfile) =>
  async (copy: string) => {
    await session(address, copy, ({ page }) => lookedThrough(page));
    await rm(join(copy, 'Default', 'IndexedDB'), { recursive: true });
    const problem = difference(contents, await session(address, copy, contentsOf));
    return problem === null ? null : `the journal was not mended: ${problem}`;
  };

/** Resolves when the page has gone through the journal, for which it holds a lock. */
const lookedThrough = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const { held = [], pending = [] } = await navigator.locks.query();
    const names = [...held, ...pending].map(({ name = '' }) => name).filter((name) => /^attest-journal-(?!file-)/u.test(name));
    for (const name of new Set(names)) await navigator.locks.request(name, () => undefined);
  });

test(`a journal damaged while closed (${journalRounds} times) loses nothing, and the next start mends it`, async ({
  baseURL: address = '',
}) => {
  test.setTimeout(journalRounds * 60_000);
  const names = Object.keys(damages) as DamageKind[];
  const run = (profile: WorkedProfile, seed: number) => {
    const kind = names[Math.floor(seed / profiles.length) % names.length] ?? 'flip';
    const hurt: Hurt = async (copy, _, chance) => `${kind} ${await damageOne(await journalFiles(copy), kind, chance)}`;
    return problemAfter(address, { profile, hurt, seed }, fromJournalAlone(address, profile));
  };
  expect(await problemsOf(journalRounds, run)).toEqual([]);
});

for (const [name, control] of [
  ['without the second copy', noJournal],
  ['that does not compare the copies at its start', noComparison],
] as const) {
  test(`the same test catches a build ${name}`, async () => {
    const { address, stop } = await serveControl(control);
    try {
      const profile = await youngProfile(address, join(folder, name));
      const hurt: Hurt = async (copy, _, chance) =>
        damageOne(
          (await databaseFiles(copy)).filter((file) => file.endsWith('.log')),
          'delete',
          chance,
        );
      expect(await problemAfter(address, { profile, hurt, seed: 1 })).not.toBeNull();
    } finally {
      await stop();
    }
  });
}
