import type { ImportView } from '../../model/views/import-view.ts';
import type { Decision } from '../../storage/importing/planned-import.ts';
import type { KeptWorker } from '../../workers/run-job.ts';
import { NotStored } from '../beside.ts';
import type { Host } from '../host.ts';
import type { Unstored, WaitingImport } from './waiting-import.ts';
import { writtenIn } from './written-in.ts';

/** An import of any size: read, planned and stored by a worker, which keeps all of it. */
export class InWorker implements WaitingImport {
  readonly #host: Host;
  readonly #worker: KeptWorker;
  #writing = false;

  constructor(host: Host, worker: KeptWorker) {
    this.#host = host;
    this.#worker = worker;
  }

  decide(decision: Decision): Promise<ImportView> {
    return this.#worker.run('decideImport', decision);
  }

  async apply(fileName: string, checksum: string): Promise<Unstored | null> {
    const { projectId: project } = this.#host.store;
    let view: ImportView | null = null;
    this.#writing = true;
    const refused = await this.#host.commitBeside(
      'import',
      (draft, seen) =>
        writtenIn(async () => {
          const outcome = await this.#worker.run('writeImport', { project, seen, draft, fileName });
          if (outcome.kind !== 'changed') return outcome;
          view = outcome.view;
          throw new NotStored('changed');
        }),
      { parameters: { fileName }, cause: { kind: 'import', checksum } },
    );
    this.#writing = false;
    return refused && { reason: refused.reason, view };
  }

  /** What is being written is written to its end. */
  end(): void {
    if (!this.#writing) this.#worker.end();
  }
}
