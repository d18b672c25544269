import type { Page } from '@playwright/test';
import type { Annotation, Relation } from '../../src/model/records.ts';
import type { Contents, Tag } from './contents.ts';

interface Rows {
  readonly annotations: readonly Annotation[];
  readonly relations: readonly Relation[];
  readonly counted: number;
  readonly entries: number;
  readonly last: number;
}

/** What the project's database holds, after how many actions of a person, and what in it contradicts itself. */
export async function storedContents(page: Page): Promise<{ contents: Contents; actions: number; faults: readonly string[] }> {
  const { annotations, relations, counted, entries, last } = await page.evaluate(readRows);
  const words = new Map(annotations.map(({ id, segments }) => [id, segments.map(({ exact }) => exact).join(' … ')]));
  const faults: string[] = [];
  if (words.size !== annotations.length || new Set(words.values()).size !== words.size) faults.push('a tag stands there twice');
  if (relations.some(({ from, to }) => !words.has(from) || !words.has(to))) faults.push('a link has lost an end');
  if (counted !== annotations.length + relations.length) faults.push(`the counters say ${counted}`);
  if (entries !== last) faults.push(`${entries} entries end with number ${last}`);
  const tagOf = ({ id, type, attributes, note = '', flag }: Annotation): Tag => ({
    type,
    attributes,
    note,
    unsure: flag === 'unsure',
    links: relations.filter(({ from }) => from === id).map((relation) => `${relation.type} ${words.get(relation.to)}`),
  });
  const contents = new Map(annotations.map((annotation) => [words.get(annotation.id) ?? '', tagOf(annotation)]));
  // The first entry is that of the first start.
  return { contents, actions: entries - 1, faults };
}

/** Runs in the page. */
async function readRows(): Promise<Rows> {
  const answer = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const all = async (name: string, stores: readonly string[]) => {
    const database = await answer(indexedDB.open(name));
    const transaction = database.transaction([...stores]);
    const rows = await Promise.all(stores.map((store) => answer(transaction.objectStore(store).getAll())));
    database.close();
    return rows;
  };
  const [projects = []] = await all('attest', ['projects']);
  const [project] = [...projects].sort((a, b) => b.opened - a.opened);
  const [pages = [], counters = [], journal = []] = await all(project.database ?? `attest-${project.id}`, ['pages', 'counters', 'journal']);
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  return {
    annotations: pages.flatMap(({ annotations }) => annotations),
    relations: pages.flatMap(({ relations }) => relations),
    counted: sum(counters.map(({ byType, relations }) => relations + sum(Object.values<number>(byType)))),
    entries: journal.length,
    last: journal.at(-1)?.seq ?? 0,
  };
}
