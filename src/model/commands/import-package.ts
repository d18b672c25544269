import { acknowledgedIn } from '../checks/acknowledged.ts';
import { unchosen } from '../codebooks/newsroom-core.ts';
import { sameJson } from '../equal.ts';
import { grouped } from '../grouped.ts';
import { contentsIn } from '../keyed-records.ts';
import type { PackageContents, SetCopy } from '../package-contents.ts';
import { change, type Patch, patchOf } from '../patch.ts';
import type { Annotation, AnyRecord, Article, Author, Id, Relation, TableName, TextRecord, TextVersion } from '../records.ts';
import { copiesIn, goneIn } from '../set-copy.ts';
import { bringsWork, type Coming, comingOf, setAfter } from './coming-set.ts';

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
  /** What was said in a review and stands here with other contents than in the file: it is never changed, so ours stays. */
  readonly kept: Readonly<Record<string, number>>;
  readonly conflicts: readonly ImportConflict[];
  /** Sets into which work comes that no head names: both sides' is put together, or a copy is ahead of its own exports. */
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

/** How a conflict is named in the choices. */
export const conflictKey = ({ table, id }: Pick<ImportConflict, 'table' | 'id'>): string => `${table}/${id}`;

/** Plans an import as one patch; a package imported before gives an empty one, and so does an older copy of a set of ours. */
export function planImport(existing: Existing, contents: PackageContents, choices: ReadonlyMap<string, Choice> = new Map()): ImportPlan {
  const plan = new Plan(existing, contents, choices);
  plan.takeRegisters();
  plan.takeArticles();
  plan.takeSets();
  plan.takeReviews();
  return plan.result();
}

const withoutChoice = (record: AnyRecord): AnyRecord => ('checks' in record ? unchosen(record) : record);

type Kind = 'added' | 'present' | 'replaced' | 'removed' | 'kept';

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
    kept: new Map<string, number>(),
  };
  readonly #conflicts: ImportConflict[] = [];

  constructor(existing: Existing, contents: PackageContents, choices: ReadonlyMap<string, Choice>) {
    this.#existing = existing;
    this.#contents = contents;
    this.#choices = choices;
    for (const [id, copies] of grouped(copiesIn(contents), ({ set }) => set.id)) {
      const ours = existing.record('sets', id);
      this.#coming.set(id, comingOf(ours && 'heads' in ours ? ours : null, existing.head(id), copies));
    }
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
    const items = contentsIn(this.#contents).filter((item) => item.table === table);
    return new Map([...grouped(items, ({ id }) => id)].map(([id, same]) => [id, distinct(same.map(({ record }) => record))]));
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
    // Of what somebody has tagged, linked or said nothing is taken without being asked.
    const usual = ours === null || table === 'annotations' || table === 'relations' || table === 'reviews' ? null : 'ours';
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
    const after: Article = ours ? { ...taken, versions: unitedVersions(taken, theirs) } : taken;
    const whole: Article = { ...after, ...this.#acknowledged(ours, theirs) };
    if (sameJson(plain, after)) this.#changeBeside('articles', id, ours, whole);
    else this.#put('articles', id, ours, whole);
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
      else if (how === 'replace') this.#put('sets', id, ours, after);
      else this.#changeBeside('sets', id, ours, after);
      for (const table of ['annotations', 'relations'] as const) {
        if (how === 'stay') this.#count('present', table, grouped(recordsOf(copies, table), (record) => record.id).size);
        else if (how === 'replace') for (const copy of copies) this.#replace(table, copy);
        else this.#unite(table, copies);
      }
    }
  }

  /** What was said is never changed: all of it stands beside what was said here, and nothing takes the place of ours. */
  takeReviews(): void {
    for (const [id, theirs] of this.#contentsOf('reviews')) {
      const ours = this.#existing.record('reviews', id);
      if (ours === null) this.#settle('reviews', id, [null, null], theirs);
      else this.#count(theirs.every((record) => sameJson(record, ours)) ? 'present' : 'kept', 'reviews');
    }
  }

  #replace(table: 'annotations' | 'relations', copy: SetCopy): void {
    for (const record of recordsOf([copy], table)) {
      const ours = this.#existing.record(table, record.id);
      const after = copy.set.part?.withoutNotes ? withNoteOf(ours, record) : record;
      if (sameJson(ours, after)) this.#count('present', table);
      else this.#put(table, record.id, ours, after);
    }
    for (const record of goneIn(copy, this.#existing.ofSet(copy.set.id))[table]) this.#put(table, record.id, record, null);
  }

  #unite(table: 'annotations' | 'relations', copies: readonly SetCopy[]): void {
    for (const [id, theirs] of grouped(recordsOf(copies, table), (record) => record.id)) {
      const ours = this.#existing.record(table, id);
      this.#settle(table, id, [ours, ours], distinct(theirs));
    }
  }

  #put(table: TableName, id: Id, before: AnyRecord | null, after: AnyRecord | null): void {
    this.#change(table, id, before, after);
    this.#count(after === null ? 'removed' : before === null ? 'added' : 'replaced', table);
  }

  /** Changes what is only kept beside a record that stays as it is. */
  #changeBeside(table: TableName, id: Id, before: AnyRecord | null, after: AnyRecord): void {
    this.#change(table, id, before, after);
    this.#count('present', table);
  }

  #change(table: TableName, id: Id, before: AnyRecord | null, after: AnyRecord | null): void {
    // Table and records come from one list of pairs, which the union of tables cannot express.
    this.#changes.push(patchOf(change(table, id, before as never, after as never)));
  }

  #count(kind: Kind, table: TableName, records = 1): void {
    if (records > 0) this.#counts[kind].set(table, (this.#counts[kind].get(table) ?? 0) + records);
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
      kept: Object.fromEntries(this.#counts.kept),
      conflicts: this.#conflicts,
      united: [...this.#coming].flatMap(([id, coming]) => (bringsWork(coming) ? [id] : [])),
    };
  }
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

const recordsOf = (copies: readonly SetCopy[], table: 'annotations' | 'relations') =>
  copies.flatMap((copy): readonly (Annotation | Relation)[] => copy[table]);

const distinct = <T>(values: readonly T[]): readonly T[] =>
  values.filter((value, index) => values.findIndex((other) => sameJson(other, value)) === index);

const withoutAcknowledged = ({ acknowledged: _, ...article }: Article): Article => article;

/** Their article as it would be here: how far we are with it and which versions we have is ours, the zones of each are theirs. */
function asOurs(theirs: Article, { status, added, versions: [first, ...more] }: Article): Article {
  const withTheirZones = (version: TextVersion): TextVersion => {
    const zones = theirs.versions.find(({ text }) => text === version.text)?.zones ?? version.zones;
    return { ...version, zones };
  };
  return { ...theirs, status, added, versions: [withTheirZones(first), ...more.map(withTheirZones)] };
}

/** Our newest version stays the newest. */
function unitedVersions({ versions }: Article, theirs: readonly Article[]): Article['versions'] {
  const known = new Set(versions.map(({ text }) => text));
  const others = theirs.flatMap((article) => article.versions).filter(({ text }) => !known.has(text) && known.add(text));
  const [first, ...more] = others;
  return first ? [first, ...more, ...versions] : versions;
}
