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

/** A worker that keeps what one job leaves for the next, until it is ended. One job at a time: others wait for it. */
export class KeptWorker {
  readonly #worker = new Worker(scriptUrl(workerUrl), { type: 'module' });
  #last: Promise<unknown> = Promise.resolve();
  #leave: (error: Error) => void = () => undefined;
  #ended = false;

  /** Runs a job of the table. Rejects with the job's error, or with an AbortError when it, or the worker, is ended before. */
  run<N extends keyof Jobs>(job: N, input: Parameters<Jobs[N]>[0], progress?: Progress): Promise<Awaited<ReturnType<Jobs[N]>>> {
    const answer = this.#last.then(() => this.#ask<Awaited<ReturnType<Jobs[N]>>>({ job, input }, progress));
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  /** Ends the worker and what it is doing; what it was writing is then as it was before. */
  end(): void {
    this.#ended = true;
    this.#worker.terminate();
    this.#leave(cancelled());
  }

  #ask<T>(order: JobOrder, progress?: Progress): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#ended) return reject(cancelled());
      this.#leave = reject;
      this.#worker.onerror = ({ message }) => reject(new Error(message || 'The worker did not start.'));
      this.#worker.onmessage = ({ data }: MessageEvent<JobAnswer>) => {
        if (data.kind === 'progress') progress?.(data.done, data.total);
        else if (data.kind === 'failed') reject(Object.assign(new Error(data.message), { name: data.name }));
        // The worker ran the job of this name, so its result is that job's.
        else resolve(data.result as T);
      };
      this.#worker.postMessage(order);
    });
  }
}

const cancelled = () => new DOMException('Cancelled.', 'AbortError');

/** Runs a job of the table in a worker of its own. Rejects with the job's error, or with an AbortError when it is cancelled. */
export async function runJob<N extends keyof Jobs>(
  job: N,
  input: Parameters<Jobs[N]>[0],
  { progress, signal }: Steering = {},
): Promise<Awaited<ReturnType<Jobs[N]>>> {
  const worker = new KeptWorker();
  signal?.addEventListener('abort', () => worker.end());
  try {
    return await worker.run(job, input, progress);
  } finally {
    worker.end();
  }
}
