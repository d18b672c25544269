import { brokenAt } from '../formats/chain.ts';
import { sameJson } from '../model/equal.ts';
import { brokenRules } from '../model/integrity.ts';
import { applyPatch, type Patch } from '../model/patch.ts';
import { emptyProject, type Project } from '../model/project.ts';
import type { AnyRecord, Id } from '../model/records.ts';
import type { Stored } from '../storage/stored.ts';
import { withoutIndex } from '../storage/stored-history.ts';

/** The project these rows hold, whole. */
export function projectIn({ rows, texts, parts, pages }: Stored): Project {
  const content = (text: Id) =>
    parts
      .filter((part) => part.text === text)
      .sort((a, b) => a.part - b.part)
      .map((part) => part.content)
      .join('');
  const table = (name: string) =>
    new Map<Id, AnyRecord>(rows.filter((row) => row.table === name).map(({ key, record }) => [key.slice(name.length + 1), record]));
  const byId = <T extends { readonly id: Id }>(records: readonly T[]) => new Map(records.map((record) => [record.id, record]));
  return {
    ...emptyProject,
    ...Object.fromEntries(['articles', 'authors', 'sets', 'entities', 'codebooks'].map((name) => [name, table(name)])),
    texts: new Map(texts.map((text) => [text.id, { ...text, content: content(text.id) }])),
    annotations: byId(pages.flatMap(({ annotations }) => [...annotations])),
    relations: byId(pages.flatMap(({ relations }) => [...relations])),
    reviews: byId(pages.flatMap(({ reviews }) => [...reviews])),
  };
}

/** The records in which two projects differ, texts apart, as a line each. */
export function differences(one: Project, other: Project): string[] {
  const tables = ['articles', 'authors', 'sets', 'entities', 'codebooks', 'annotations', 'relations', 'reviews'] as const;
  return tables.flatMap((table) =>
    [...new Set([...one[table].keys(), ...other[table].keys()])]
      .filter((id) => !sameJson(one[table].get(id), other[table].get(id)))
      .map((id) => `${table}/${id}: ${JSON.stringify(one[table].get(id))} is ${JSON.stringify(other[table].get(id))}`),
  );
}

/**
 * What is wrong with the rows: an acknowledged action that is not in the journal or has no part in what is stored, an
 * action made on something it had not seen, a broken chain, a contradiction, a wrong count. Empty: nothing is.
 */
export function storedFaults(stored: Stored, acknowledged: ReadonlyMap<Id, Patch>): string[] {
  const entries = stored.journal.map(withoutIndex);
  const project = projectIn(stored);
  const lost = [...acknowledged].filter(
    ([id, patch]) => JSON.stringify(entries.find((entry) => entry.id === id)?.patch) !== JSON.stringify(patch),
  );
  const replayed = replay(entries);
  return [
    ...lost.map(([id]) => `acknowledged and lost: ${id}`),
    ...(brokenAt(entries) === null ? [] : [`the chain breaks at ${brokenAt(entries)}`]),
    ...(typeof replayed === 'string' ? [replayed] : differences(replayed, project).map((key) => `${key} is not stored as it was done`)),
    ...brokenRules(project).map(({ table, id, rule }) => `${table} ${id} breaks ${rule}`),
    ...wrongCounts(stored),
  ];
}

/** The project that the entries make, each on exactly what it expects; a sentence where one does not find that. */
function replay(entries: readonly { readonly seq: number; readonly patch: Patch }[]): Project | string {
  let project = emptyProject;
  for (const { seq, patch } of entries) {
    try {
      project = applyPatch(project, patch);
    } catch {
      return `action ${seq} has overwritten what it had not seen`;
    }
  }
  return project;
}

function wrongCounts({ pages, counters }: Stored): string[] {
  const counted = new Map<string, number>();
  const count = (key: string) => counted.set(key, (counted.get(key) ?? 0) + 1);
  for (const { scope, annotations, relations, reviews } of pages) {
    for (const { type } of annotations) count(`${scope} ${type}`);
    for (const _ of relations) count(`${scope} links`);
    for (const _ of reviews) count(`${scope} reviews`);
  }
  const kept = new Map<string, number>();
  for (const { key, byType, relations, reviews = 0 } of counters) {
    for (const [name, number] of [...Object.entries(byType), ['links', relations] as const, ['reviews', reviews] as const])
      kept.set(`${key} ${name}`, number);
  }
  const keys = [...new Set([...counted.keys(), ...kept.keys()])];
  return keys.filter((key) => (counted.get(key) ?? 0) !== (kept.get(key) ?? 0)).map((key) => `wrong count of ${key}`);
}
