import type { Desk } from '../storage/importing/import-jobs.ts';
import type { Progress } from '../storage/progress.ts';
import type { JobAnswer, JobOrder } from './job.ts';
import { jobs } from './jobs.ts';

// The types of the page and of a worker cannot be had together; these are the two things used here.
interface Scope {
  onmessage: ((event: MessageEvent<JobOrder>) => void) | null;
  postMessage(answer: JobAnswer, options?: { readonly transfer: ArrayBuffer[] }): void;
}

const scope: Scope = self;
const table: ReadonlyMap<string, (input: never, progress: Progress, desk: Desk) => Promise<unknown>> = new Map(Object.entries(jobs));
const desk: Desk = { planned: null, alignment: null, handedOver: [] };

scope.onmessage = async ({ data: { job, input } }) => {
  try {
    const run = table.get(job);
    if (!run) throw new Error(`There is no job ${job}.`);
    // The order was made by `runJob`, whose types tie the input to the job.
    const result = await run(input as never, (done, total) => scope.postMessage({ kind: 'progress', done, total }), desk);
    scope.postMessage({ kind: 'done', result }, { transfer: desk.handedOver.splice(0) });
  } catch (error) {
    const { name, message } = error as Error;
    scope.postMessage({ kind: 'failed', name, message });
  }
};
