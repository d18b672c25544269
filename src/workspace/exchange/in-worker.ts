import type { ImportView } from '../../model/views/import-view.ts';
import type { Decision } from '../../storage/importing/planned-import.ts';
import type { KeptWorker } from '../../workers/run-job.ts';
import type { Host } from '../host.ts';
import { storeBeside } from './store-beside.ts';
import type { Unstored, WaitingImport } from './waiting-import.ts';

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
    const reason = await storeBeside(
      this.#host,
      'import',
      async (draft, seen) => {
        const outcome = await this.#worker.run('writeImport', { project, seen, draft, fileName });
        if (outcome.kind !== 'changed') return outcome;
        view = outcome.view;
        return null;
      },
      { parameters: { fileName }, cause: { kind: 'import', checksum } },
    );
    this.#writing = false;
    return reason && { reason, view };
  }

  /** What is being written is written to its end. */
  end(): void {
    if (!this.#writing) this.#worker.end();
  }
}
