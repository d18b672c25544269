import type { AnyRecord, Id } from '../../model/records.ts';
import type { ImportView } from '../../model/views/import-view.ts';
import type { ImportStore } from '../../storage/importing/existing.ts';
import { type Decision, PlannedImport } from '../../storage/importing/planned-import.ts';
import { type Found, type RefusedFiles, readFiles, readOnePackage } from '../../storage/importing/read-import.ts';
import type { Host } from '../host.ts';
import type { WaitingImport } from './waiting-import.ts';

interface Read extends Found {
  readonly view: ImportView;
  readonly work: WaitingImport;
}

/** Reads and plans an import in the page: a small package or, where the page is `alone`, files of any kind. */
export async function readInPage(host: Host, files: readonly File[], alone: boolean): Promise<Read | RefusedFiles> {
  const [file] = files;
  const read = file && !alone ? await readOnePackage(file) : await readFiles(hereIn(host), files);
  if ('faults' in read) return read;
  const planned = await PlannedImport.of(hereIn(host), read.contents);
  return { ...read.found, view: planned.view, work: new InPage(host, planned) };
}

/** The store, but for what memory has all of. */
const hereIn = ({ store, state }: Host): ImportStore => ({
  find: async (table, ids) => {
    if (table === 'annotations' || table === 'relations' || table === 'reviews') return store.find(table, ids);
    const records: ReadonlyMap<Id, AnyRecord> = state.getState().project[table];
    return ids.flatMap((id) => records.get(id) ?? []);
  },
  headOfSet: (set) => store.headOfSet(set),
  load: () => store.load(),
  loadSet: (set) => store.loadSet(set),
  loadText: (text) => store.loadText(text),
});

/** A small import: read, planned and stored by the page. */
class InPage implements WaitingImport {
  readonly #host: Host;
  readonly #planned: PlannedImport;

  constructor(host: Host, planned: PlannedImport) {
    this.#host = host;
    this.#planned = planned;
  }

  async decide(decision: Decision): Promise<ImportView> {
    this.#planned.decide(decision);
    return this.#planned.view;
  }

  async apply(fileName: string, checksum: string): Promise<null> {
    const { patch, texts } = this.#planned.plan;
    const parameters = this.#planned.parameters(fileName);
    await this.#host.commit('import', patch, { parameters, cause: { kind: 'import', checksum }, texts });
    return null;
  }

  end(): void {}
}
