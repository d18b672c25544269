import { codebookRef } from '../codebooks/newsroom-core.ts';
import { sameJson } from '../equal.ts';
import type { PackageContents } from '../package-contents.ts';
import { change, type Patch, patchOf } from '../patch.ts';
import type { AnnotationSet, AnyRecord, Id, TableName, TextRecord } from '../records.ts';

/** What importing a package would do. With conflicts nothing is imported: the patch is empty. */
export interface ImportPlan {
  readonly patch: Patch;
  readonly texts: readonly TextRecord[];
  /** Whose sets the package holds; an empty name where none was given. */
  readonly people: readonly string[];
  readonly added: Readonly<Record<string, number>>;
  readonly present: Readonly<Record<string, number>>;
  readonly replaced: Readonly<Record<string, number>>;
  /** Titles or names of articles, entries and codebooks that differ from ours, which stay. */
  readonly kept: readonly string[];
  /** Tags and links of the same id and other content, in sets where neither copy descends from the other. */
  readonly conflicts: readonly { readonly table: TableName; readonly id: Id }[];
}

/** The records that stand here already, by table and id. */
export type Existing = (table: TableName, id: Id) => AnyRecord | null;

const tables = ['codebooks', 'articles', 'authors', 'sets', 'entities', 'annotations', 'relations'] as const satisfies readonly TableName[];

/** All records of a package with the table and key each has in a project. */
export function recordsIn(contents: PackageContents): { readonly table: TableName; readonly id: Id; readonly record: AnyRecord }[] {
  return tables.flatMap((table) => {
    const records: readonly AnyRecord[] = contents[table] ?? [];
    // Two versions of one codebook live side by side, so a codebook's key names its version.
    return records.map((record) => ({ table, id: 'checks' in record ? codebookRef(record) : record.id, record }));
  });
}

/** Plans an import as one patch; a package imported before gives an empty one. `head` gives the newest journal head of one of our sets, `null` where it has none. */
export function planImport(existing: Existing, contents: PackageContents, head: (set: Id) => string | null): ImportPlan {
  const plan = new Plan(existing, contents, head);
  for (const { table, id, record } of recordsIn(contents)) plan.take(table, id, record);
  return plan.result();
}

class Plan {
  readonly #existing: Existing;
  readonly #contents: PackageContents;
  readonly #replaced: ReadonlySet<Id>;
  readonly #changes: Patch[] = [];
  readonly #counts = { added: new Map<string, number>(), present: new Map<string, number>(), replaced: new Map<string, number>() };
  readonly #kept: string[] = [];
  readonly #conflicts: { readonly table: TableName; readonly id: Id }[] = [];

  constructor(existing: Existing, contents: PackageContents, head: (set: Id) => string | null) {
    this.#existing = existing;
    this.#contents = contents;
    this.#replaced = new Set(contents.sets?.filter((set) => this.#descends(set, head(set.id))).map(({ id }) => id));
  }

  // A copy descends from ours when it was exported at or after our newest change: our head is among those it lists.
  #descends(set: AnnotationSet, ourHead: string | null): boolean {
    const ours = this.#existing('sets', set.id);
    if (!ours || !('heads' in ours)) return false;
    const theirsIsLonger = set.heads.length > ours.heads.length && ours.heads.every((known, index) => set.heads[index] === known);
    return theirsIsLonger && (ourHead === null || set.heads.includes(ourHead));
  }

  take(table: TableName, id: Id, record: AnyRecord): void {
    const ours = this.#existing(table, id);
    const set = 'heads' in record ? record.id : 'set' in record ? record.set : null;
    if (ours === null) this.#put(table, id, null, record, 'added');
    else if (sameJson(ours, record)) this.#count('present', table);
    else if (set !== null && this.#replaced.has(set)) this.#put(table, id, ours, record, 'replaced');
    else if ('set' in record) this.#conflicts.push({ table, id });
    else if (table !== 'sets') this.#kept.push('title' in record ? record.title : 'name' in record ? record.name : id);
  }

  #put(table: TableName, id: Id, before: AnyRecord | null, after: AnyRecord, kind: 'added' | 'replaced'): void {
    // Table and records come from one list of pairs, which the union of tables cannot express.
    this.#changes.push(patchOf(change(table, id, before as never, after as never)));
    this.#count(kind, table);
  }

  #count(kind: 'added' | 'present' | 'replaced', table: TableName): void {
    this.#counts[kind].set(table, (this.#counts[kind].get(table) ?? 0) + 1);
  }

  result(): ImportPlan {
    const { authors = [], sets = [], texts = [] } = this.#contents;
    const blocked = this.#conflicts.length > 0;
    return {
      patch: blocked ? [] : this.#changes.flat(),
      texts: blocked ? [] : texts,
      people: sets.map((set) => authors.find(({ id }) => id === set.author)?.name ?? ''),
      added: Object.fromEntries(this.#counts.added),
      present: Object.fromEntries(this.#counts.present),
      replaced: Object.fromEntries(this.#counts.replaced),
      kept: this.#kept,
      conflicts: this.#conflicts,
    };
  }
}
