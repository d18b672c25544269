import { expect, it, vi } from 'vitest';
import { sampleProject } from '../../testing/sample-project.ts';
import { connect, fill } from '../../testing/sample-store.ts';
import { workspaceOver } from '../../testing/sample-workspace.ts';
import { lookLater } from './look-later.ts';

/** A running program that has read a damaged database of which a tag is missing; mending brings it back. */
async function running() {
  const start = sampleProject('Headline\n\nKim said so. KCNA told AFP that all was well.');
  const { store, database } = await connect(`look-later-${crypto.randomUUID()}`);
  await fill(store, start);
  const { workspace, host } = await workspaceOver(store, start);
  workspace.perform('tag', { type: 'source', stretches: [{ start: 10, end: 13 }] });
  await host.stored();
  const pages = await database.pages.toArray();
  await database.pages.clear();
  const [article = ''] = start.project.articles.keys();
  await host.open(article);
  const mend = vi.fn(async () => void (await database.pages.bulkPut(pages)));
  return { host, mend, tags: () => host.state.getState().project.annotations.size };
}

it('shows what was mended after the start', async () => {
  const { host, mend, tags } = await running();
  expect(tags()).toBe(0);
  await lookLater(host, mend, () => Promise.resolve(false));
  expect(tags()).toBe(1);
});

it('mends nothing that is sound, and looks at nothing that the start has looked at', async () => {
  const { host, mend } = await running();
  const isSound = vi.fn(() => Promise.resolve(true));
  await lookLater(host, mend, isSound);
  await lookLater(host, null, isSound);
  expect(isSound).toHaveBeenCalledOnce();
  expect(mend).not.toHaveBeenCalled();
});
