import { expect, it } from 'vitest';
import { addTag } from '../model/commands/tags.ts';
import { sampleProject } from '../testing/sample-project.ts';
import { connect, entryFor, fill } from '../testing/sample-store.ts';
import { isSound } from './soundness.ts';

it('a database that another tab writes to while it is looked at is not called damaged', async () => {
  const start = sampleProject('Headline\n\nKim said so. KCNA told AFP that all was well.');
  const { store } = await connect('soundness');
  await fill(store, start);
  const { database } = await connect('soundness');
  const tag = (from: number) =>
    addTag(start.project, { text: start.texts[0] ?? '', type: 'source', stretches: [{ start: from, end: from + 2 }] }, start.context);
  const answers: boolean[] = [];
  // Each from a turn of its own, as two tabs would: Dexie takes what runs in one turn for one.
  const turn = <T>(work: () => Promise<T>) => new Promise<T>((resolve, reject) => setTimeout(() => work().then(resolve, reject)));
  for (let count = 0; count < 30; count += 1) {
    const [sound] = await Promise.all([turn(() => isSound(database)), turn(() => store.commit(entryFor(tag(10 + count))))]);
    answers.push(sound);
  }
  expect(answers).toEqual(answers.map(() => true));
  await database.counters.clear();
  expect(await isSound(database)).toBe(false);
});
