import { historyOf } from '../../model/views/history-of.ts';
import { runJob } from '../../workers/run-job.ts';
import { type Parameters, text } from '../actions/action.ts';
import type { Host } from '../host.ts';
import { keeperOf } from './keep-copies.ts';
import { showStorage } from './work.ts';

/** Reads from the journal what was done to a tag. */
export async function lookAtHistory(host: Host, parameters: Parameters): Promise<void> {
  const annotation = text(parameters, 'annotation') ?? '';
  const set = host.state.getState().project.annotations.get(annotation)?.set;
  if (set === undefined) return;
  await host.stored();
  const { store } = host;
  const steps = keeperOf(host)
    ? await runJob('historyOfTag', { project: store.projectId, set, annotation })
    : historyOf(
        (await store.actionsAfter(0)).map(({ entry }) => entry),
        annotation,
      );
  showStorage(host, { history: { annotation, steps } });
}
