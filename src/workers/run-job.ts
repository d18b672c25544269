import type { Progress } from '../storage/progress.ts';
import { scriptUrl } from '../storage/script-url.ts';
import type { JobAnswer, JobOrder } from './job.ts';
import workerUrl from './job.worker.ts?worker&url';
import type { Jobs } from './jobs.ts';

/** How a job is followed and ended. */
export interface Steering {
  readonly progress?: Progress;
  /** Ends the job at once when aborted; what it was writing is then as it was before. */
  readonly signal?: AbortSignal;
}

/** Runs a job of the table in a worker of its own. Rejects with the job's error, or with an AbortError when it is cancelled. */
export function runJob<N extends keyof Jobs>(
  job: N,
  input: Parameters<Jobs[N]>[0],
  { progress, signal }: Steering = {},
): Promise<Awaited<ReturnType<Jobs[N]>>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(scriptUrl(workerUrl), { type: 'module' });
    const end = (settle: () => void) => {
      worker.terminate();
      settle();
    };
    worker.onerror = ({ message }) => end(() => reject(new Error(message || 'The worker did not start.')));
    worker.onmessage = ({ data }: MessageEvent<JobAnswer>) => {
      if (data.kind === 'progress') progress?.(data.done, data.total);
      else if (data.kind === 'failed') end(() => reject(Object.assign(new Error(data.message), { name: data.name })));
      // The worker ran the job of this name, so its result is that job's.
      else end(() => resolve(data.result as Awaited<ReturnType<Jobs[N]>>));
    };
    signal?.addEventListener('abort', () => end(() => reject(new DOMException('Cancelled.', 'AbortError'))));
    worker.postMessage({ job, input } satisfies JobOrder);
  });
}
