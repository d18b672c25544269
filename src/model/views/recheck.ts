import { affects, isLegalUnder, type Looked } from '../codebooks/affected.ts';
import { type CodebookChange, changesBetween } from '../codebooks/changes.ts';
import type { Codebook } from '../codebooks/codebook.ts';
import { codebookRef } from '../codebooks/newsroom-core.ts';
import { compareVersions } from '../codebooks/version.ts';
import { keptKey } from '../commands/codebooks.ts';
import { currentCodebook } from '../commands/lookup.ts';
import type { Project } from '../project.ts';
import type { Annotation, Id, Relation } from '../records.ts';
import { firstWords } from './first-words.ts';
import { wordsOf } from './tags.ts';

/** A tag that a newer version of its codebook may affect. `legal`: it could be brought there as it stands. */
export interface RecheckItem {
  readonly annotation: Id;
  readonly article: Id;
  /** Its first words. */
  readonly words: string;
  readonly codebook: string;
  readonly legal: boolean;
}

/** One change, and the tags it may affect. */
export interface RecheckGroup {
  readonly change: CodebookChange;
  readonly items: readonly RecheckItem[];
}

// What fits the line of a list.
const shownLength = 60;

/** Collects the tags made under older versions of the current codebook that its changes may affect and nobody has looked at since. */
export class Recheck {
  readonly #current: Codebook;
  readonly #older: ReadonlyMap<string, readonly CodebookChange[]>;
  readonly #groups = new Map<string, { readonly change: CodebookChange; readonly items: RecheckItem[] }>();

  constructor(codebooks: Project['codebooks']) {
    const current = currentCodebook({ codebooks });
    this.#current = current;
    const older = [...codebooks.values()].filter(({ id, version }) => id === current.id && compareVersions(version, current.version) < 0);
    this.#older = new Map(older.map((codebook) => [codebookRef(codebook), grave(changesBetween(codebook, current))]));
  }

  /** False where nothing that is older differs in a way that a tag could feel: then no tag need be looked at. */
  get needed(): boolean {
    return [...this.#older.values()].some((changes) => changes.length > 0);
  }

  /** Looks at the tags of one text and set, with the links that begin there. */
  look(article: Id, annotations: readonly Annotation[], relations: readonly Relation[]): void {
    if (!annotations.some(({ codebook }) => this.#older.has(codebook))) return;
    const types = new Map(annotations.map(({ id, type }) => [id, type]));
    for (const annotation of annotations) {
      const changes = this.#older.get(annotation.codebook) ?? [];
      if (changes.length === 0 || Object.hasOwn(annotation.acknowledged ?? {}, keptKey(this.#current))) continue;
      const own = relations.filter(({ from }) => from === annotation.id);
      const looked: Looked = { annotation, links: own.map((relation) => ({ relation, toType: types.get(relation.to) ?? null })) };
      for (const change of changes) if (affects(change, looked)) this.#put(change, article, looked);
    }
  }

  #put(change: CodebookChange, article: Id, looked: Looked): void {
    const { annotation } = looked;
    const key = `${change.what} ${change.kind} ${change.path.join('/')}`;
    const group = this.#groups.get(key) ?? { change, items: [] };
    const words = firstWords(wordsOf(annotation), shownLength);
    const legal = isLegalUnder(this.#current, looked);
    group.items.push({ annotation: annotation.id, article, words, codebook: annotation.codebook, legal });
    this.#groups.set(key, group);
  }

  /** By change; a tag stands under each that may affect it. */
  get groups(): readonly RecheckGroup[] {
    return [...this.#groups.values()];
  }
}

const grave = (changes: readonly CodebookChange[]): CodebookChange[] => changes.filter(({ level }) => level === 'major');

/** The same for a project that is wholly in memory; tags of other sets than these are left out. */
export function recheckOf(project: Project, sets: readonly Id[]): readonly RecheckGroup[] {
  const recheck = new Recheck(project.codebooks);
  const [annotations, relations] = [[...project.annotations.values()], [...project.relations.values()]];
  for (const { id, versions } of recheck.needed ? project.articles.values() : []) {
    for (const { text } of versions) {
      for (const set of sets) {
        const here = (tag: Annotation | Relation): boolean => tag.text === text && tag.set === set;
        recheck.look(id, annotations.filter(here), relations.filter(here));
      }
    }
  }
  return recheck.groups;
}
