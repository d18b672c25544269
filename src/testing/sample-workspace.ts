import { openProjectList } from '../storage/open-project-list.ts';
import type { ProjectStore } from '../storage/project-store.ts';
import { rescue } from '../storage/rescue.ts';
import { quietChecks } from '../workspace/checks/checks-state.ts';
import { quietCodebook } from '../workspace/codebook/codebook-state.ts';
import { createWorkspace } from '../workspace/create.ts';
import type { Host } from '../workspace/host.ts';
import { freshSession } from '../workspace/session.ts';
import { quietScreen } from '../workspace/state.ts';
import { quietStorage } from '../workspace/storage/storage-state.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type SampleProject, sampleProject } from './sample-project.ts';
import { connect, fill, quietEvents } from './sample-store.ts';

/** A running workspace over a real database in which the sample texts are stored and the first article is open. */
export async function sampleWorkspace(...texts: readonly string[]): Promise<{ workspace: Workspace; stored(): Promise<void> }> {
  const start = sampleProject(...texts);
  const { store } = await connect(`workspace-${crypto.randomUUID()}`);
  await fill(store, start);
  const { workspace, host } = await workspaceOver(store, start);
  return { workspace, stored: () => host.stored() };
}

/** A running workspace over a store that holds the sample, as the tab of this name; the first article is open. */
export async function workspaceOver(store: ProjectStore, start: SampleProject, tab = 'one'): Promise<{ workspace: Workspace; host: Host }> {
  const list = await openProjectList(quietEvents);
  const { author, set } = start.context;
  const running = createWorkspace({
    store,
    list,
    rescue: () => rescue(store.projectId, store),
    tab,
    entries: [],
    seen: (await store.head()).seq,
    initial: {
      project: await store.load(),
      session: freshSession(set),
      people: [author],
      counters: await store.counters(),
      saving: { kind: 'saved' },
      copies: 'both',
      persisted: true,
      release: null,
      undo: null,
      redo: null,
      notices: [],
      added: null,
      exchange: { kind: 'idle' },
      readOnly: null,
      storage: quietStorage,
      suggestions: null,
      checks: quietChecks,
      ...quietScreen,
      codebook: quietCodebook,
    },
  });
  const [article] = start.project.articles.keys();
  if (article !== undefined) await running.host.open(article);
  return running;
}
