import { history } from '../model/history.ts';
import { openProjectList } from '../storage/open-project-list.ts';
import { createWorkspace } from '../workspace/create.ts';
import { freshSession } from '../workspace/session.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { sampleProject } from './sample-project.ts';
import { connect, fill } from './sample-store.ts';

/** A running workspace over a real database in which the sample texts are stored and the first article is open. */
export async function sampleWorkspace(...texts: readonly string[]): Promise<{ workspace: Workspace; stored(): Promise<void> }> {
  const start = sampleProject(...texts);
  const { store } = await connect(`workspace-${crypto.randomUUID()}`);
  await fill(store, start);
  const list = await openProjectList();
  const { author, set } = start.context;
  const { workspace, host } = createWorkspace({
    store,
    list,
    tab: 'one',
    history: history([]),
    initial: {
      project: await store.load(),
      session: freshSession(set),
      people: [author],
      counters: await store.counters(),
      saving: { kind: 'saved' },
      persisted: true,
      release: null,
      undo: null,
      redo: null,
      notices: [],
      added: null,
      exchange: { kind: 'idle' },
    },
  });
  const [article] = start.project.articles.keys();
  if (article !== undefined) await host.open(article);
  return { workspace, stored: () => host.stored() };
}
