import { expect, it } from 'vitest';
import { addTag } from '../model/commands/tags.ts';
import { sampleProject } from '../testing/sample-project.ts';
import { connect, entryFor, fill } from '../testing/sample-store.ts';
import type { ProjectDatabase } from './project-database.ts';
import { isSound } from './soundness.ts';

// Each from a turn of its own, as two tabs would: Dexie takes what runs in one turn for one.
const turn = <T>(work: () => Promise<T>) => new Promise<T>((resolve, reject) => setTimeout(() => work().then(resolve, reject)));

/** What somebody says who looks at a sound database thirty times while another tab stores a tag each time. */
async function answersOf(look: (database: ProjectDatabase) => Promise<boolean>) {
  const name = `soundness-${crypto.randomUUID()}`;
  const start = sampleProject('Headline\n\nKim said so. KCNA told AFP that all was well.');
  const { store } = await connect(name);
  await fill(store, start);
  const { database } = await connect(name);
  const tag = (from: number) =>
    addTag(start.project, { text: start.texts[0] ?? '', type: 'source', stretches: [{ start: from, end: from + 2 }] }, start.context);
  const answers: boolean[] = [];
  for (let count = 0; count < 30; count += 1) {
    const [sound] = await Promise.all([turn(() => look(database)), turn(() => store.commit(entryFor(tag(10 + count))))]);
    answers.push(sound);
  }
  return { answers, database };
}

/** The same questions as a sound look, but each in a transaction of its own. */
async function looksInPieces({ journal, pages, counters }: ProjectDatabase): Promise<boolean> {
  const [entries, tags] = [await journal.count(), await pages.orderBy('ids').count()];
  const last = await journal.orderBy('seq').last();
  const counted = (await counters.toArray()).flatMap(({ byType }) => Object.values(byType)).reduce((sum, count) => sum + count, 0);
  return entries === last?.seq && tags === counted;
}

it('a database that another tab writes to while it is looked at is not called damaged', async () => {
  const { answers, database } = await answersOf(isSound);
  expect(answers).toEqual(answers.map(() => true));
  await database.counters.clear();
  expect(await isSound(database)).toBe(false);
});

it('it would be, were it not looked at in one transaction', async () => {
  const { answers, database } = await answersOf(looksInPieces);
  expect(answers).toContain(false);
  expect(await looksInPieces(database)).toBe(true);
});
