import { setAttribute, setFlag } from '../model/commands/attributes.ts';
import { link } from '../model/commands/links.ts';
import { addTag } from '../model/commands/tags.ts';
import { applyPatch, change, patchOf } from '../model/patch.ts';
import type { Project } from '../model/project.ts';
import type { Annotation, Id, Relation } from '../model/records.ts';
import { sampleProject } from './sample-project.ts';

/** Tags an article by its words, step by step, with the commands the program itself uses. Words that occur twice mean the first place. */
export class TaggedSample {
  readonly text: string;
  readonly #sample: ReturnType<typeof sampleProject>;
  readonly #named = new Map<string, Id>();
  project: Project;

  constructor(text: string) {
    this.text = text;
    this.#sample = sampleProject(text);
    this.project = this.#sample.project;
  }

  get context() {
    return this.#sample.context;
  }

  /** Where these words first stand, in UTF-16 units. Throws where they do not. */
  at(words: string): { start: number; end: number } {
    const start = this.text.indexOf(words);
    if (start < 0) throw new Error(`The sample does not say ${words}`);
    return { start, end: start + words.length };
  }

  /** Tags words in one or more parts under a name; given attributes are set by hand. */
  tag(name: string, type: string, parts: string | readonly string[], attributes: Readonly<Record<string, string>> = {}): this {
    const stretches = [parts].flat().map((words) => this.at(words));
    const patch = addTag(this.project, { text: this.#sample.texts[0] ?? '', type, stretches }, this.context);
    this.project = applyPatch(this.project, patch);
    this.#named.set(name, patch[0]?.id ?? '');
    return this.set(name, attributes);
  }

  /** Sets attributes by hand. */
  set(name: string, attributes: Readonly<Record<string, string>>): this {
    for (const [attribute, value] of Object.entries(attributes)) {
      this.project = applyPatch(this.project, setAttribute(this.project, { annotation: this.id(name), attribute, value }, this.context));
    }
    return this;
  }

  flag(name: string): this {
    this.project = applyPatch(this.project, setFlag(this.project, { annotation: this.id(name), flag: 'unsure' }, this.context));
    return this;
  }

  link(from: string, type: string, to: string): this {
    this.project = applyPatch(this.project, link(this.project, { type, from: this.id(from), to: this.id(to) }, this.context));
    return this;
  }

  /** Enters somebody into the register under the name as its id. */
  entity(id: string): this {
    this.project = applyPatch(this.project, patchOf(change('entities', id, null, { id, name: id, aliases: [], identifiers: [] })));
    return this;
  }

  /** Puts a record into the project that no command would make. */
  force(table: 'annotations', record: Annotation): this;
  force(table: 'relations', record: Relation): this;
  force(table: 'annotations' | 'relations', record: Annotation | Relation): this {
    this.project = { ...this.project, [table]: new Map<Id, Annotation | Relation>([...this.project[table], [record.id, record]]) };
    return this;
  }

  /** The id of the tag made under a name. Throws for a name never given. */
  id(name: string): Id {
    const id = this.#named.get(name);
    if (id === undefined) throw new Error(`No tag is called ${name}.`);
    return id;
  }

  annotation(name: string): Annotation {
    const annotation = this.project.annotations.get(this.id(name));
    if (!annotation) throw new Error(`The tag ${name} is gone.`);
    return annotation;
  }

  /** A link that no command would make. */
  relation(type: string, from: Id, to: Id): Relation {
    const { author, set, id, now } = this.context;
    return { id: id(), set, text: this.#sample.texts[0] ?? '', type, from, to, author, created: now() };
  }
}
