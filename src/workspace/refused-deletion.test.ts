import { expect, it, vi } from 'vitest';
import { deleteArticle } from '../model/commands/articles.ts';
import { sampleProject } from '../testing/sample-project.ts';
import { connect, fill } from '../testing/sample-store.ts';
import { workspaceOver } from '../testing/sample-workspace.ts';

it('what another tab stores while an article is being deleted is shown when the deletion is refused', async () => {
  const name = `refused-${crypto.randomUUID()}`;
  const start = sampleProject('Headline\n\nKim said so. KCNA told AFP that all was well.');
  const [mine, theirs] = [await connect(name), await connect(name)];
  await fill(mine.store, start);
  const one = await workspaceOver(mine.store, start, 'one');
  const two = await workspaceOver(theirs.store, start, 'two');
  let go = () => {};
  const waiting = new Promise<void>((resolve) => {
    go = resolve;
  });
  const commit = mine.store.commit.bind(mine.store);
  vi.spyOn(mine.store, 'commit').mockImplementation(async (...action) => {
    await waiting;
    return commit(...action);
  });
  const [article = ''] = start.project.articles.keys();
  const deleted = one.host.commit('delete-article', deleteArticle(start.project, { article }, one.host.context()));
  expect(one.host.state.getState().project.articles.size).toBe(0);
  two.workspace.perform('tag', { type: 'source', stretches: [{ start: 10, end: 13 }] });
  await two.host.stored();
  // As long as news take.
  await new Promise((resolve) => setTimeout(resolve, 100));
  go();
  await deleted;
  const { project } = one.host.state.getState();
  expect(project.articles.size).toBe(1);
  expect(project.annotations).toEqual(two.host.state.getState().project.annotations);
  expect(project.annotations.size).toBe(1);
});
