import { acknowledgedIn } from '../checks/acknowledged.ts';
import { codebookRef, unchosen } from '../codebooks/newsroom-core.ts';
import { sameJson } from '../equal.ts';
import type { PackageContents, SetCopy } from '../package-contents.ts';
import { change, type Patch, patchOf } from '../patch.ts';
import type { Annotation, AnnotationSet, AnyRecord, Article, Author, Id, Relation, TableName, TextRecord } from '../records.ts';
import { copiesIn, coversPart, coversText, hasHeadsOf, unitedPart } from '../set-copy.ts';

/** Which content of a record is taken: ours, or one of theirs by its place. */
export type Choice = 'ours' | number;

/** A record of which the file has another content than we, or several. */
export interface ImportConflict {
  readonly table: TableName;
  readonly id: Id;
  /** `null` where we have none. */
  readonly ours: AnyRecord | null;
  readonly theirs: readonly AnyRecord[];
  /** What is taken; `null` until a person decides. */
  readonly choice: Choice | null;
}

/** What importing a package would do. While a conflict waits for a decision nothing is imported: the patch is empty. */
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
  readonly conflicts: readonly ImportConflict[];
  /** Sets in which both sides' work is put together, so that neither copy goes on from the other. */
  readonly united: readonly Id[];
}

/** What stands here already. */
export interface Existing {
  /** The record of this id; `null` where there is none. */
  record(table: TableName, id: Id): AnyRecord | null;
  /** All tags and links of a set. */
  ofSet(set: Id): { readonly annotations: readonly Annotation[]; readonly relations: readonly Relation[] };
  /** The journal head of the last work on a set; `null` where none was done here. */
  head(set: Id): string | null;
}

/** A record with the table and key it has in a project. */
export interface KeyedRecord {
  readonly table: TableName;
  readonly id: Id;
  readonly record: AnyRecord;
}

const tables = ['codebooks', 'articles', 'authors', 'sets', 'entities', 'annotations', 'relations'] as const satisfies readonly TableName[];

/** All records of a package. Of what merged packages could not agree on, one content each. */
export function recordsIn(contents: PackageContents): KeyedRecord[] {
  return tables.flatMap((table) => {
    const records: readonly AnyRecord[] = contents[table] ?? [];
    return records.map((record) => keyed(table, record));
  });
}

// Two versions of one codebook live side by side, so a codebook's key names its version.
const keyed = (table: TableName, record: AnyRecord): KeyedRecord => ({
  table,
  id: 'checks' in record ? codebookRef(record) : record.id,
  record,
});

/** All contents of all records of a package, those it could not agree on included. */
export function contentsIn(contents: PackageContents): KeyedRecord[] {
  const { forks = [], variants = [] } = contents;
  return [
    ...recordsIn(contents),
    ...variants.map(({ table, record }) => keyed(table, record)),
    ...forks.flatMap(({ annotations, relations }) => [
      ...annotations.map((record) => keyed('annotations', record)),
      ...relations.map((record) => keyed('relations', record)),
    ]),
  ];
}

/** How a conflict is named in the choices. */
export const conflictKey = ({ table, id }: Pick<ImportConflict, 'table' | 'id'>): string => `${table}/${id}`;

/** Plans an import as one patch; a package imported before gives an empty one, and so does an older copy of a set of ours. */
export function planImport(existing: Existing, contents: PackageContents, choices: ReadonlyMap<string, Choice> = new Map()): ImportPlan {
  const plan = new Plan(existing, contents, choices);
  plan.takeRegisters();
  plan.takeArticles();
  plan.takeSets();
  return plan.result();
}

const withoutChoice = (record: AnyRecord): AnyRecord => ('checks' in record ? unchosen(record) : record);

/** How the copies of a set in the file stand to ours. */
interface Coming {
  readonly ours: AnnotationSet | null;
  readonly how: 'add' | 'replace' | 'unite' | 'stay';
  /** Those that hold something we may not have. */
  readonly copies: readonly SetCopy[];
}

type Kind = 'added' | 'present' | 'replaced' | 'removed';

class Plan {
  readonly #existing: Existing;
  readonly #contents: PackageContents;
  readonly #choices: ReadonlyMap<string, Choice>;
  readonly #coming = new Map<Id, Coming>();
  readonly #changes: Patch[] = [];
  readonly #counts = {
    added: new Map<string, number>(),
    present: new Map<string, number>(),
    replaced: new Map<string, number>(),
    removed: new Map<string, number>(),
  };
  readonly #conflicts: ImportConflict[] = [];

  constructor(existing: Existing, contents: PackageContents, choices: ReadonlyMap<string, Choice>) {
    this.#existing = existing;
    this.#contents = contents;
    this.#choices = choices;
    const copies = copiesIn(contents);
    for (const id of new Set(copies.map(({ set }) => set.id)))
      this.#coming.set(
        id,
        this.#comingOf(
          id,
          copies.filter(({ set }) => set.id === id),
        ),
      );
  }

  #comingOf(id: Id, copies: readonly SetCopy[]): Coming {
    const record = this.#existing.record('sets', id);
    if (!record || !('heads' in record)) return { ours: null, how: copies.length === 1 ? 'add' : 'unite', copies };
    const head = this.#existing.head(id);
    const others = copies.filter(({ set }) => !isOlder(record, head, set));
    const [first] = others;
    if (!first) return { ours: record, how: 'stay', copies };
    return { ours: record, how: others.length === 1 && isNewer(record, head, first.set) ? 'replace' : 'unite', copies: others };
  }

  /** Codebooks, people and entries: ours stay unless a person says otherwise. */
  takeRegisters(): void {
    for (const table of ['codebooks', 'authors', 'entities'] as const)
      for (const [id, theirs] of this.#contentsOf(table)) {
        const ours = this.#existing.record(table, id);
        // What the file was made under does not become what new tags are made under here.
        const [known, others] =
          table === 'authors'
            ? named(ours as Author | null, theirs as readonly Author[])
            : [ours && withoutChoice(ours), theirs.map(withoutChoice)];
        this.#settle(table, id, [known, ours], others);
      }
  }

  /** Every id of a table with the contents the file has of it. */
  #contentsOf(table: TableName): ReadonlyMap<Id, readonly AnyRecord[]> {
    const found = new Map<Id, readonly AnyRecord[]>();
    for (const item of contentsIn(this.#contents)) {
      if (item.table !== table) continue;
      found.set(item.id, distinct([...(found.get(item.id) ?? []), item.record]));
    }
    return found;
  }

  #settle(table: TableName, id: Id, [known, ours]: readonly [AnyRecord | null, AnyRecord | null], theirs: readonly AnyRecord[]): void {
    const taken = this.#taken(table, id, known, theirs);
    if (taken !== null && !sameJson(taken, known)) this.#put(table, id, ours, taken);
    else this.#count('present', table);
  }

  /** The content that is taken of a record, ours where there is nothing else; `null` where there is none or nobody has decided. */
  #taken(table: TableName, id: Id, ours: AnyRecord | null, theirs: readonly AnyRecord[]): AnyRecord | null {
    const others = theirs.filter((record) => !sameJson(record, ours));
    const [only] = others;
    if (only === undefined) return ours;
    if (ours === null && others.length === 1) return only;
    // Of what somebody has tagged or linked nothing is taken without being asked.
    const usual = ours === null || table === 'annotations' || table === 'relations' ? null : 'ours';
    const asked = this.#choices.get(conflictKey({ table, id })) ?? usual;
    const choice = typeof asked === 'number' && others[asked] === undefined ? usual : asked;
    this.#conflicts.push({ table, id, ours, theirs: others, choice });
    return choice === 'ours' || choice === null ? ours : (others[choice] ?? ours);
  }

  takeArticles(): void {
    for (const [id, records] of this.#contentsOf('articles')) this.#takeArticle(id, records as readonly Article[]);
  }

  /** Where work on it stands and what was acknowledged in other sets than those that come is each machine's own. */
  #takeArticle(id: Id, theirs: readonly Article[]): void {
    const record = this.#existing.record('articles', id);
    const ours = record && 'versions' in record ? record : null;
    const [first] = theirs;
    if (!first) return;
    const contents = theirs.map((article) => withoutAcknowledged(ours ? asOurs(article, ours) : article));
    const plain = ours && withoutAcknowledged(ours);
    const taken = this.#taken('articles', id, plain, distinct(contents)) as Article | null;
    if (taken === null) return;
    const after: Article = { ...taken, ...(ours && { versions: unitedVersions(ours, theirs) }) };
    const whole: Article = { ...after, ...this.#acknowledged(ours, theirs) };
    if (!sameJson(plain, after)) this.#put('articles', id, ours, whole);
    else {
      this.#changes.push(patchOf(change('articles', id, ours, whole)));
      this.#count('present', 'articles');
    }
  }

  #acknowledged(ours: Article | null, theirs: readonly Article[]): Pick<Article, 'acknowledged'> {
    const howOf = (set: Id) => this.#coming.get(set)?.how ?? 'stay';
    const kept = ours ? acknowledgedIn(ours, (set) => howOf(set) !== 'replace').acknowledged : {};
    const come = theirs.map((article) => acknowledgedIn(article, (set) => howOf(set) !== 'stay').acknowledged);
    const acknowledged = Object.assign({}, ...come, kept);
    return Object.keys(acknowledged).length > 0 ? { acknowledged } : {};
  }

  takeSets(): void {
    for (const [id, coming] of this.#coming) {
      const { ours, how, copies } = coming;
      const after = setAfter(coming);
      if (ours === null) this.#put('sets', id, null, after);
      else if (sameJson(ours, after)) this.#count('present', 'sets');
      else this.#put('sets', id, ours, after);
      const known = ours ? this.#existing.ofSet(id) : { annotations: [], relations: [] };
      for (const table of ['annotations', 'relations'] as const) {
        if (how === 'stay')
          for (const record of copies.flatMap((copy): readonly (Annotation | Relation)[] => copy[table])) this.#see(table, record.id);
        else if (how === 'replace' && ours && copies[0]) this.#replace(table, known[table], copies[0]);
        else this.#unite(table, copies);
      }
    }
  }

  readonly #seen = new Set<Id>();

  /** Counts what is here already, once however many copies have it. */
  #see(table: TableName, id: Id): void {
    if (!this.#seen.has(id)) this.#count('present', table);
    this.#seen.add(id);
  }

  #replace(table: 'annotations' | 'relations', known: readonly (Annotation | Relation)[], copy: SetCopy): void {
    const records: readonly (Annotation | Relation)[] = copy[table];
    const theirs = new Map(records.map((record) => [record.id, record]));
    for (const [id, record] of theirs) {
      const ours = this.#existing.record(table, id);
      const after = copy.set.part?.withoutNotes ? withNoteOf(ours, record) : record;
      if (sameJson(ours, after)) this.#count('present', table);
      else this.#put(table, id, ours, after);
    }
    for (const record of known) if (!theirs.has(record.id) && coversText(copy.set, record.text)) this.#put(table, record.id, record, null);
  }

  #unite(table: 'annotations' | 'relations', copies: readonly SetCopy[]): void {
    const contents = new Map<Id, AnyRecord[]>();
    for (const record of copies.flatMap((copy): readonly AnyRecord[] => copy[table]))
      contents.set(record.id, [...(contents.get(record.id) ?? []), record]);
    for (const [id, theirs] of contents) {
      const ours = this.#existing.record(table, id);
      this.#settle(table, id, [ours, ours], distinct(theirs));
    }
  }

  #put(table: TableName, id: Id, before: AnyRecord | null, after: AnyRecord | null): void {
    // Table and records come from one list of pairs, which the union of tables cannot express.
    this.#changes.push(patchOf(change(table, id, before as never, after as never)));
    this.#count(after === null ? 'removed' : before === null ? 'added' : 'replaced', table);
  }

  #count(kind: Kind, table: TableName): void {
    this.#counts[kind].set(table, (this.#counts[kind].get(table) ?? 0) + 1);
  }

  result(): ImportPlan {
    const { authors = [], sets = [], texts = [] } = this.#contents;
    const waits = this.#conflicts.some(({ choice }) => choice === null);
    return {
      patch: waits ? [] : this.#changes.flat(),
      texts: waits ? [] : texts,
      people: sets.map((set) => authors.find(({ id }) => id === set.author)?.name ?? ''),
      added: Object.fromEntries(this.#counts.added),
      present: Object.fromEntries(this.#counts.present),
      replaced: Object.fromEntries(this.#counts.replaced),
      removed: Object.fromEntries(this.#counts.removed),
      conflicts: this.#conflicts,
      united: [...this.#coming].flatMap(([id, { how }]) => (how === 'unite' ? [id] : [])),
    };
  }
}

// Each export adds the head of the journal to those of the exports before it: the copy that has all heads of the other is the newer one.
function isNewer(ours: AnnotationSet, head: string | null, theirs: AnnotationSet): boolean {
  const more = theirs.heads.length > ours.heads.length || !coversPart(ours, theirs);
  return more && hasHeadsOf(theirs, ours) && (head === null || theirs.heads.includes(head));
}

function isOlder(ours: AnnotationSet, head: string | null, theirs: AnnotationSet): boolean {
  const weWentOn = ours.heads.length > theirs.heads.length || (head !== null && head !== ours.heads.at(-1));
  return theirs.heads.length > 0 && hasHeadsOf(ours, theirs) && coversPart(ours, theirs) && weWentOn;
}

function setAfter({ ours, how, copies: [first, ...others] }: Coming & { readonly copies: readonly SetCopy[] }): AnnotationSet {
  if (ours !== null && (how === 'stay' || !first)) return ours;
  const theirs = [first, ...others].flatMap((copy) => (copy ? [copy.set] : []));
  const [begin, ...rest] = ours ? [ours, ...theirs] : theirs;
  return rest.reduce((so, set) => (how === 'replace' && coversPart(set, so) ? set : unitedSet(so, set)), begin as AnnotationSet);
}

/** A copy of a part says nothing of the rest: for that ours stays as old as it was. */
function unitedSet({ part, ...ours }: AnnotationSet, theirs: AnnotationSet): AnnotationSet {
  const heads = coversPart(theirs, { ...ours, ...(part && { part }) }) ? [...new Set([...ours.heads, ...theirs.heads])] : ours.heads;
  return { ...ours, heads, ...unitedPart({ ...(part && { part }) }, theirs) };
}

function withNoteOf(ours: AnyRecord | null, theirs: Annotation | Relation): AnyRecord {
  return ours && 'segments' in ours && 'segments' in theirs && ours.note !== undefined ? { ...theirs, note: ours.note } : theirs;
}

/** Our name and theirs, as far as they say who it is: no name and a pseudonym give way to a name. */
function named(ours: Author | null, theirs: readonly Author[]): readonly [Author | null, readonly Author[]] {
  const says = ({ name, pseudonym }: Author) => name !== '' && pseudonym !== true;
  const others = theirs.filter(says);
  if (others.length === 0) return [ours, ours ? [] : theirs.slice(0, 1)];
  return [ours && says(ours) ? ours : null, others];
}

const distinct = <T>(values: readonly T[]): readonly T[] =>
  values.filter((value, index) => values.findIndex((other) => sameJson(other, value)) === index);

const withoutAcknowledged = ({ acknowledged: _, ...article }: Article): Article => article;

/** Their article as it would be here: how far we are with it and which versions we have is ours. */
const asOurs = (theirs: Article, { status, added, versions }: Article): Article => ({ ...theirs, status, added, versions });

/** Our newest version stays the newest. */
function unitedVersions({ versions }: Article, theirs: readonly Article[]): Article['versions'] {
  const known = new Set(versions.map(({ text }) => text));
  const others = theirs.flatMap((article) => article.versions).filter(({ text }) => !known.has(text) && known.add(text));
  return [...others, ...versions] as unknown as Article['versions'];
}
