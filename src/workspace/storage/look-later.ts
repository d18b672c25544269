import type { OpenedProject } from '../../storage/project-store.ts';
import { runJob } from '../../workers/run-job.ts';
import type { Host } from '../host.ts';

// A start has better things to do first.
const pause = 2_000;

/** Looks through what the opening of a large project has left out, beside the work, and shows what was mended. */
export async function lookLater(host: Host, mend: OpenedProject['mend'], isSound = lookThrough): Promise<void> {
  if (mend === null) return;
  await new Promise((resolve) => setTimeout(resolve, pause));
  if (await isSound(host.store.projectId)) return;
  await mend();
  const { session } = host.state.getState();
  // Memory has what was read of the damaged one.
  if (session.article !== null) await host.open(session.article, session);
}

const lookThrough = (project: string): Promise<boolean> => runJob('lookThrough', { project });
