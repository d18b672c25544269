import { acknowledgedIn } from '../checks/acknowledged.ts';
import { codebookRef, unchosen } from '../codebooks/newsroom-core.ts';
import { sameJson } from '../equal.ts';
import type { PackageContents } from '../package-contents.ts';
import { change, type Patch, patchOf } from '../patch.ts';
import type { Annotation, AnnotationSet, AnyRecord, Article, Id, Relation, TableName, TextRecord } from '../records.ts';

/** What importing a package would do. With conflicts nothing is imported: the patch is empty. */
export interface ImportPlan {
  readonly patch: Patch;
  readonly texts: readonly TextRecord[];
  /** Whose sets the package holds; an empty name where none was given. */
  readonly people: readonly string[];
  readonly added: Readonly<Record<string, number>>;
  readonly present: Readonly<Record<string, number>>;
  readonly replaced: Readonly<Record<string, number>>;
  /** Tags and links of ours that a newer copy of their set no longer has. */
  readonly removed: Readonly<Record<string, number>>;
  /** Titles or names of articles, entries and codebooks that differ from ours, which stay. */
  readonly kept: readonly string[];
  /** Tags and links of the same id and other content, in sets where neither copy descends from the other. */
  readonly conflicts: readonly { readonly table: TableName; readonly id: Id }[];
}

/** What stands here already. */
export interface Existing {
  /** The record of this id; `null` where there is none. */
  record(table: TableName, id: Id): AnyRecord | null;
  /** All tags and links of a set. */
  ofSet(set: Id): { readonly annotations: readonly Annotation[]; readonly relations: readonly Relation[] };
  /** The newest journal head of a set; `null` where it has none. */
  head(set: Id): string | null;
}

const tables = ['codebooks', 'articles', 'authors', 'sets', 'entities', 'annotations', 'relations'] as const satisfies readonly TableName[];

/** All records of a package with the table and key each has in a project. */
export function recordsIn(contents: PackageContents): { readonly table: TableName; readonly id: Id; readonly record: AnyRecord }[] {
  return tables.flatMap((table) => {
    const records: readonly AnyRecord[] = contents[table] ?? [];
    // Two versions of one codebook live side by side, so a codebook's key names its version.
    return records.map((record) => ({ table, id: 'checks' in record ? codebookRef(record) : record.id, record }));
  });
}

/** Plans an import as one patch; a package imported before gives an empty one, and so does an older copy of a set of ours. */
export function planImport(existing: Existing, contents: PackageContents): ImportPlan {
  const plan = new Plan(existing, contents);
  // What the file was made under does not become what new tags are made under here.
  for (const { table, id, record } of recordsIn(contents)) plan.take(table, id, withoutChoice(record));
  plan.removeWhatIsGone();
  return plan.result();
}

const withoutChoice = (record: AnyRecord): AnyRecord => ('checks' in record ? unchosen(record) : record);

type Age = 'new' | 'newer' | 'older' | 'apart';

const startsWith = (longer: readonly string[], shorter: readonly string[]): boolean =>
  shorter.every((head, index) => longer[index] === head);

class Plan {
  readonly #existing: Existing;
  readonly #contents: PackageContents;
  readonly #ages: ReadonlyMap<Id, Age>;
  readonly #changes: Patch[] = [];
  readonly #counts = {
    added: new Map<string, number>(),
    present: new Map<string, number>(),
    replaced: new Map<string, number>(),
    removed: new Map<string, number>(),
  };
  readonly #kept: string[] = [];
  readonly #conflicts: { readonly table: TableName; readonly id: Id }[] = [];

  constructor(existing: Existing, contents: PackageContents) {
    this.#existing = existing;
    this.#contents = contents;
    this.#ages = new Map(contents.sets?.map((set) => [set.id, this.#age(set)]));
  }

  // Each export adds the head of the journal to those of the exports before it: the copy whose list goes on from the other's is the newer one.
  #age({ id, heads }: AnnotationSet): Age {
    const ours = this.#existing.record('sets', id);
    if (!ours || !('heads' in ours)) return 'new';
    const head = this.#existing.head(id);
    if (heads.length > ours.heads.length && startsWith(heads, ours.heads) && (head === null || heads.includes(head))) return 'newer';
    const weWentOn = ours.heads.length > heads.length || head !== ours.heads.at(-1);
    return heads.length > 0 && startsWith(ours.heads, heads) && weWentOn ? 'older' : 'apart';
  }

  take(table: TableName, id: Id, record: AnyRecord): void {
    const ours = this.#existing.record(table, id);
    const set = 'heads' in record ? record.id : 'set' in record ? record.set : null;
    const age = set === null ? 'new' : (this.#ages.get(set) ?? 'new');
    if ('versions' in record && ours !== null && 'versions' in ours) this.#takeArticle(ours, record);
    else if (age === 'older' || (ours !== null && sameJson(withoutChoice(ours), record))) this.#count('present', table);
    else if (ours === null) this.#put(table, id, null, record, 'added');
    else if (age === 'newer') this.#put(table, id, ours, record, 'replaced');
    else if ('set' in record) this.#conflicts.push({ table, id });
    else if (table !== 'sets') this.#kept.push('title' in record ? record.title : 'name' in record ? record.name : id);
  }

  /** Ours stays, but for what was acknowledged in sets that come with the file or come newer. */
  #takeArticle(ours: Article, theirs: Article): void {
    const comes = (set: Id) => ['new', 'newer'].includes(this.#ages.get(set) ?? 'older');
    const { acknowledged: _, ...rest } = ours;
    const { acknowledged: __, ...other } = theirs;
    const acknowledged = { ...acknowledgedIn(ours, (set) => !comes(set)).acknowledged, ...acknowledgedIn(theirs, comes).acknowledged };
    const merged: Article = { ...rest, ...(Object.keys(acknowledged).length > 0 && { acknowledged }) };
    this.#changes.push(patchOf(change('articles', ours.id, ours, merged)));
    if (sameJson(rest, other)) this.#count('present', 'articles');
    else this.#kept.push(theirs.title);
  }

  /** Takes away what the newer copy of a set no longer has. */
  removeWhatIsGone(): void {
    for (const [set, age] of this.#ages) if (age === 'newer') this.#removeFrom(set);
  }

  #removeFrom(set: Id): void {
    const ours = this.#existing.ofSet(set);
    for (const table of ['relations', 'annotations'] as const) {
      const left = new Set(this.#contents[table]?.map(({ id }) => id));
      for (const record of ours[table]) if (!left.has(record.id)) this.#put(table, record.id, record, null, 'removed');
    }
  }

  #put(table: TableName, id: Id, before: AnyRecord | null, after: AnyRecord | null, kind: 'added' | 'replaced' | 'removed'): void {
    // Table and records come from one list of pairs, which the union of tables cannot express.
    this.#changes.push(patchOf(change(table, id, before as never, after as never)));
    this.#count(kind, table);
  }

  #count(kind: 'added' | 'present' | 'replaced' | 'removed', table: TableName): void {
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
      removed: Object.fromEntries(this.#counts.removed),
      kept: this.#kept,
      conflicts: this.#conflicts,
    };
  }
}
