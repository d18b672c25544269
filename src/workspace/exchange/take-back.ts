import { conflictMessages } from '../../messages/conflict.ts';
import { exchangeMessages } from '../../messages/exchange.ts';
import { actionName } from '../../messages/workspace.ts';
import { runJob } from '../../workers/run-job.ts';
import type { Host } from '../host.ts';
import type { UndoStep } from '../state.ts';
import { whileWriting } from './while-writing.ts';
import { writtenIn } from './written-in.ts';

/** Takes back an action of which this page does not have everything; `true` when that is stored. */
export async function takeBackBeside(host: Host, { entry, action, parameters }: UndoStep): Promise<boolean> {
  const { projectId: project } = host.store;
  const written = host.commitBeside(action, (draft, seen) => writtenIn(() => runJob('takeBack', { project, seen, draft })), {
    parameters,
    undoes: entry,
  });
  const unstored = await whileWriting(host, exchangeMessages.takingBack(actionName(action, parameters)), written);
  if (unstored)
    host.notice(unstored.reason === 'failed' ? exchangeMessages.stopped : conflictMessages.undoRefused(unstored.reason), 'refused');
  return unstored === null;
}
