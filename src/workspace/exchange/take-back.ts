import { conflictMessages } from '../../messages/conflict.ts';
import { exchangeMessages } from '../../messages/exchange.ts';
import { actionName } from '../../messages/workspace.ts';
import { runJob } from '../../workers/run-job.ts';
import type { Host } from '../host.ts';
import type { UndoStep } from '../state.ts';
import { storeBeside } from './store-beside.ts';
import { whileWriting } from './while-writing.ts';

/** Takes back an action of which this page does not have everything; `true` when that is stored. */
export async function takeBackBeside(host: Host, { entry, action, parameters }: UndoStep): Promise<boolean> {
  const { projectId: project } = host.store;
  const options = { parameters, undoes: entry };
  const stored = storeBeside(host, action, (draft, seen) => runJob('takeBack', { project, seen, draft }), options);
  const reason = await whileWriting(host, exchangeMessages.takingBack(actionName(action, parameters)), stored);
  if (reason !== null) host.notice(reason === 'failed' ? exchangeMessages.stopped : conflictMessages.undoRefused(reason), 'refused');
  return reason === null;
}
