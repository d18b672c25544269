import type { Desk } from '../storage/importing/import-jobs.ts';
import type { Progress } from '../storage/progress.ts';
import type { JobAnswer, JobOrder } from '../workers/job.ts';
import { jobs } from '../workers/jobs.ts';

type Job = (input: unknown, progress: Progress, desk: Desk) => Promise<unknown>;

/** A worker for where there are none: it runs the real jobs on copies of what it is given, and hands out copies. */
export class InProcessWorker {
  /** How many bytes of JSON the answers had that came back so far, what was handed over not counted. */
  static answered = 0;
  /** Called before each job; ends the worker by throwing. */
  static before: (job: string) => void = () => undefined;
  onmessage: ((event: { readonly data: JobAnswer }) => void) | null = null;
  onerror: ((event: { readonly message: string }) => void) | null = null;
  readonly #desk: Desk = { planned: null, alignment: null, handedOver: [] };
  #ended = false;

  postMessage(order: JobOrder): void {
    void this.#run(structuredClone(order));
  }

  terminate(): void {
    this.#ended = true;
  }

  async #run({ job, input }: JobOrder): Promise<void> {
    try {
      InProcessWorker.before(job);
      // The order names one of the jobs, and its input was made for that.
      const run = jobs[job as keyof typeof jobs] as unknown as Job;
      this.#tell({ kind: 'done', result: await run(input, (done, total) => this.#tell({ kind: 'progress', done, total }), this.#desk) });
    } catch (error) {
      if (!this.#ended) this.onerror?.({ message: String(error) });
    }
  }

  #tell(answer: JobAnswer): void {
    if (this.#ended) return;
    const transfer = this.#desk.handedOver.splice(0);
    const data = structuredClone(answer, { transfer });
    InProcessWorker.answered += JSON.stringify(data, (_, value) => (value instanceof Uint8Array ? null : value)).length;
    this.onmessage?.({ data });
  }
}
