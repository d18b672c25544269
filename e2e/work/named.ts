import { expect, type Locator, type Page } from '@playwright/test';
import type { AttributeDefinition } from '../../src/model/codebooks/codebook.ts';
import { newsroomCore } from '../../src/model/codebooks/newsroom-core.ts';
import type { ExpertTag } from './expert-annotation.ts';
import { paragraphOf, type Segment, segmentsOf, timesBefore } from './expert-contents.ts';

const definitionsOf = (type: string): readonly AttributeDefinition[] => newsroomCore.types.find(({ id }) => id === type)?.attributes ?? [];
const typeLabel = (type: string): string => newsroomCore.types.find(({ id }) => id === type)?.label ?? type;
const relationLabel = (relation: string): string => newsroomCore.relations.find(({ id }) => id === relation)?.label ?? relation;
const literally = (words: string): string => words.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&');

// Longer words are cut in the list, between two of them.
const shortEnough = 32;

/** Works on the seed by what the accessibility tree says and nothing else: roles and names. */
export class Named {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Tags the words and sets what the tag says, but for what comes with a link. */
  async tag(tag: ExpertTag): Promise<void> {
    const [first, ...others] = segmentsOf(tag);
    await this.#select(first);
    await this.#toolbar(typeLabel(tag.type));
    for (const part of others) {
      await activate(this.#panel.getByRole('button', { name: 'Add a part' }));
      await this.#select(part);
      await this.#toolbar('Add as a part');
    }
    const definitions = definitionsOf(tag.type).filter(({ id }) => id in tag.attributes && tag.attributes[id] !== 'attributed');
    if (definitions.some(({ required }) => !required)) await activate(this.#panel.getByRole('button', { name: 'More', exact: true }));
    for (const definition of definitions) await this.#set(definition, tag.attributes[definition.id] ?? '');
    if (tag.who !== undefined) await this.#panel.getByRole('combobox', { name: 'Who it is' }).fill(tag.who);
  }

  /** Links a tag that is there to another one. */
  async link(relation: string, from: ExpertTag, to: ExpertTag): Promise<void> {
    await this.#open(from);
    await this.#startLinking(relation);
    const list = this.#panel.getByRole('listbox', { name: relationLabel(relation) });
    const paragraph = paragraphOf(startOf(to));
    const name = `^${literally(to.words.join(' … '))} ?${paragraph === null ? '$' : `par. ${paragraph}$`}`;
    await activate(list.getByRole('option', { name: new RegExp(name) }));
  }

  async #select(part: Segment | undefined): Promise<void> {
    if (!part) throw new Error('A tag has words.');
    await activate(this.#page.getByRole('button', { name: 'All commands' }));
    await this.#page.getByRole('combobox', { name: 'All commands' }).fill(part.exact);
    const places = this.#page.getByRole('listbox', { name: 'All commands' }).getByRole('option', { name: `Select “${part.exact}”` });
    await activate(places.nth(timesBefore(part)));
  }

  #toolbar = (name: string): Promise<void> =>
    activate(this.#page.getByRole('toolbar', { name: 'Tag the selection' }).getByRole('button', { name }));

  async #set({ label, values = [], required }: AttributeDefinition, value: string): Promise<void> {
    const name = values.find((one) => one.id === value)?.label ?? value;
    const row = required && values[0]?.key !== undefined;
    const group = this.#panel.getByRole('group', { name: label, exact: true });
    // The digit that sets it is part of a button’s name.
    if (row) await activate(group.getByRole('button', { name: new RegExp(`^(?:\\d )?${literally(name)}$`) }));
    else await this.#panel.getByRole('combobox', { name: label, exact: true }).selectOption(name);
  }

  async #open(tag: ExpertTag): Promise<void> {
    const words = tag.words.join(' … ');
    const paragraph = paragraphOf(startOf(tag));
    const rest = words.length <= shortEnough ? `”${paragraph === null ? '$' : `, paragraph ${paragraph}$`}` : '';
    const name = new RegExp(`^${typeLabel(tag.type)}, “${literally(words.slice(0, shortEnough))}${rest}`);
    await activate(this.#panel.getByRole('list', { name: 'Annotations', exact: true }).getByRole('button', { name }));
  }

  async #startLinking(relation: string): Promise<void> {
    const speaker = ['said-by', 'claimed-by'].includes(relation);
    const name = speaker ? /^nobody yet/ : relation === 'relayed-via' ? /^\+ via/ : /^Link: …/;
    await activate(this.#panel.getByRole('button', { name }));
    if (!speaker && relation !== 'relayed-via')
      await this.#panel.getByRole('combobox', { name: 'Kind of link' }).selectOption(relationLabel(relation));
  }

  get #panel(): Locator {
    return this.#page.getByRole('complementary', { name: 'Annotation' });
  }
}

/** Does what a screen reader does with a button or an option: gives it the focus and presses it, wherever on the screen it is. */
async function activate(part: Locator): Promise<void> {
  const dead = await part.evaluate((element: HTMLElement) => {
    element.focus();
    element.click();
    return element.matches(':disabled');
  });
  expect(dead, `${part} can be used`).toBe(false);
}

const startOf = (tag: ExpertTag): number => segmentsOf(tag)[0]?.start ?? 0;
