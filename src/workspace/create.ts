import { workspaceMessages } from '../messages/workspace.ts';
import { StorageError } from '../storage/errors.ts';
import { availability } from './actions/action.ts';
import { actionById } from './actions/table.ts';
import type { Host } from './host.ts';
import { flushNote } from './note.ts';
import { dismissNotice } from './notices.ts';
import { type Parts, RunningHost } from './running-host.ts';
import { say } from './say.ts';
import { statusOf } from './status.ts';
import type { Workspace } from './workspace.ts';

/** Puts the running program together: one write path, the actions, and what other tabs report. */
export function createWorkspace(parts: Parts): { workspace: Workspace; host: Host } {
  const host = new RunningHost(parts);
  const workspace: Workspace = {
    state: host.state,
    perform: (id, parameters = {}) => void performAction(host, id, parameters),
    show: (change) => host.show(change),
    dismiss: (id) => dismissNotice(host.state, id),
  };
  return { workspace, host };
}

async function performAction(host: RunningHost, id: string, parameters: Readonly<Record<string, unknown>>): Promise<void> {
  const action = actionById(id);
  if (id !== 'set-note') flushNote(host);
  const can = availability(action, host.state.getState());
  if (can === 'read-only') host.refuse();
  if (can !== 'available') return;
  try {
    await told(host, id, () => action.run(host, parameters));
  } catch (error) {
    // What storage refuses is no mistake of the program: the person is told, and tries again.
    if (error instanceof StorageError) return host.notice(workspaceMessages.storageFailed(error.kind), 'refused');
    host.notice(workspaceMessages.failed(error instanceof Error ? error.message : String(error)), 'refused');
    throw error;
  }
}

/** Runs an action and says once what it did: as soon as that is seen, or when it has ended. A notice it gives says it already. */
async function told({ state }: Host, id: string, run: () => void | Promise<void>): Promise<void> {
  const before = state.getState();
  const toldAlready = () =>
    state.getState().said !== before.said || state.getState().notices.some((notice) => !before.notices.includes(notice));
  const tell = () => {
    const text = toldAlready() ? '' : statusOf(id, before, state.getState());
    if (text !== '') say(state, text);
    return text !== '' || toldAlready();
  };
  const running = run();
  if (tell()) return void (await running);
  await running;
  tell();
}
