import type { Jobs } from '../../workers/jobs.ts';
import { runJob } from '../../workers/run-job.ts';
import type { Host } from '../host.ts';
import type { StorageState, Work } from './storage-state.ts';

const running = new WeakMap<Host, AbortController>();

/** Changes what the panel shows about storage. */
export function showStorage(host: Host, change: Partial<StorageState>): void {
  host.state.setState(({ storage }) => ({ storage: { ...storage, ...change } }));
}

/** Runs a job that a person waits for, with its progress in the panel. `null` when it was cancelled; one at a time. */
export async function work<N extends keyof Jobs>(
  host: Host,
  shown: Work['job'],
  job: N,
  input: Parameters<Jobs[N]>[0],
): Promise<Awaited<ReturnType<Jobs[N]>> | null> {
  cancelWork(host);
  const steering = new AbortController();
  running.set(host, steering);
  showStorage(host, { work: { job: shown, done: 0, total: 0 } });
  const progress = (done: number, total: number) => showStorage(host, { work: { job: shown, done, total } });
  try {
    return await runJob(job, input, { progress, signal: steering.signal });
  } catch (error) {
    if (steering.signal.aborted) return null;
    throw error;
  } finally {
    if (running.get(host) === steering) {
      running.delete(host);
      showStorage(host, { work: null });
    }
  }
}

/** Ends the job a person waits for, if there is one. */
export function cancelWork(host: Host): void {
  running.get(host)?.abort();
}
