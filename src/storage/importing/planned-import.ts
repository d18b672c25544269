import { type Choice, conflictKey, type ImportConflict, type ImportPlan, planImport } from '../../model/commands/import-package.ts';
import type { PackageContents } from '../../model/package-contents.ts';
import { type ImportView, importView } from '../../model/views/import-view.ts';
import { existingFor, type ImportStore } from './existing.ts';

/** What a person decides: this conflict, or with none named all that are still open. */
export interface Decision {
  readonly choice: Choice;
  readonly conflict: Pick<ImportConflict, 'table' | 'id'> | null;
}

/** Contents that were read, what importing them would do, and what was decided so far; kept where they were read. */
export class PlannedImport {
  readonly #contents: PackageContents;
  #choices: ReadonlyMap<string, Choice> = new Map();
  #planWith: (choices: ReadonlyMap<string, Choice>) => ImportPlan;
  #plan: ImportPlan;

  private constructor(contents: PackageContents, planWith: (choices: ReadonlyMap<string, Choice>) => ImportPlan) {
    this.#contents = contents;
    this.#planWith = planWith;
    this.#plan = planWith(this.#choices);
  }

  /** Plans the import of these contents into a project. */
  static async of(store: ImportStore, contents: PackageContents): Promise<PlannedImport> {
    return new PlannedImport(contents, await planner(store, contents));
  }

  get plan(): ImportPlan {
    return this.#plan;
  }

  get view(): ImportView {
    return importView(this.#plan);
  }

  /** What the journal is to say of the import of a file of this name. */
  parameters(fileName: string): Readonly<Record<string, unknown>> {
    const { united } = this.#plan;
    return { fileName, ...(united.length > 0 && { united }) };
  }

  decide({ choice, conflict: named }: Decision): void {
    const choices = new Map(this.#choices);
    for (const conflict of this.#plan.conflicts) {
      const fits = choice === 'ours' ? conflict.ours !== null : choice < conflict.theirs.length;
      const meant = named === null ? conflict.choice === null : conflict.id === named.id && conflict.table === named.table;
      if (meant && fits) choices.set(conflictKey(conflict), choice);
    }
    this.#choices = choices;
    this.#plan = this.#planWith(choices);
  }

  /** Plans anew against what is stored by now; what was decided stays decided where it still differs. */
  async planAgain(store: ImportStore): Promise<void> {
    this.#planWith = await planner(store, this.#contents);
    this.#plan = this.#planWith(this.#choices);
  }
}

async function planner(store: ImportStore, contents: PackageContents): Promise<(choices: ReadonlyMap<string, Choice>) => ImportPlan> {
  const existing = await existingFor(store, contents);
  return (choices) => planImport(existing, contents, choices);
}
