import type { Locator } from '@playwright/test';
import type { Chance } from '../../src/testing/chance.ts';
import type { Workbench } from '../pages/workbench.ts';
import { acted, type Contents, madeAgain, type Tag, takenBack, type Work } from './contents.ts';

/** One action: what the work is after it, and how a person does it. */
export interface Step {
  readonly name: string;
  readonly after: Work;
  perform(workbench: Workbench): Promise<void>;
}

interface Kind {
  readonly type: string;
  readonly key: string;
  /** Words of the first seed article; each stands there once, and proposes no value by itself. */
  readonly words: readonly string[];
  /** The required attribute and what the keys 1, 2 and 3 make it. */
  readonly attribute: string;
  readonly values: readonly string[];
  readonly speaker?: { readonly relation: string; readonly label: string };
}

const kinds: readonly Kind[] = [
  {
    type: 'quote',
    key: 'q',
    words: ['excellent sons', 'heroic martyrs', 'financial aid', 'highly calculated'],
    attribute: 'mode',
    values: ['direct', 'partial', 'indirect'],
    speaker: { relation: 'said-by', label: 'said by' },
  },
  {
    type: 'claim',
    key: 'c',
    words: ['ribbon-cutting ceremony', 'dear families', 'food and energy', 'party congress'],
    attribute: 'kind',
    values: ['event', 'quantity', 'causation'],
    speaker: { relation: 'claimed-by', label: 'claimed by' },
  },
  {
    type: 'source',
    key: 's',
    words: ['state media', 'spy agency', 'intelligence agencies', 'an analyst'],
    attribute: 'kind',
    values: ['person', 'official', 'media'],
  },
];

const kindOf = (type: string): Kind => {
  const kind = kinds.find((candidate) => candidate.type === type);
  if (!kind) throw new Error(`Nothing here makes a ${type}.`);
  return kind;
};

const picked = <T>(from: readonly T[], chance: Chance): T | undefined => from[chance(from.length)];

/** Presses a button by the keyboard, which costs a third of the time of a click by the mouse. */
async function press(button: Locator, workbench: Workbench): Promise<void> {
  await button.focus();
  await workbench.press('Enter');
}

/** Selects words by the mouse, and again where the text moved under it: a person looks before pressing the key. */
async function aim(workbench: Workbench, words: string): Promise<void> {
  for (let tries = 1; tries <= 3; tries += 1) {
    await workbench.select(words, { steps: 1 });
    if (await workbench.hasSelected(words)) return;
  }
  throw new Error(`The mouse missed ${words} three times.`);
}

type Draw = (work: Work, chance: Chance) => Step | null;

const tag: Draw = (work, chance) => {
  const free = kinds.flatMap(({ words, ...kind }) => words.filter((some) => !work.contents.has(some)).map((some) => ({ ...kind, some })));
  const chosen = picked(free, chance);
  if (!chosen) return null;
  const { type, key, some } = chosen;
  return {
    name: `tag ${some}`,
    after: acted(work, new Map(work.contents).set(some, { type, attributes: {}, note: '', unsure: false, links: [] })),
    perform: async (workbench) => {
      // Offers lie over the next lines until they are closed.
      await workbench.press('Escape');
      await aim(workbench, some);
      await workbench.press(key);
    },
  };
};

/** What is done to a selected tag: what the tag is then, or `contents` where others change with it. */
interface Plan {
  readonly name: string;
  readonly tag?: Tag;
  readonly contents?: Contents;
  act(workbench: Workbench): Promise<void>;
}

const onTag =
  (fits: (tag: Tag) => boolean, plan: (words: string, tag: Tag, chance: Chance, contents: Contents) => Plan | null): Draw =>
  (work, chance) => {
    const [words, before] =
      picked(
        [...work.contents].filter(([, candidate]) => fits(candidate)),
        chance,
      ) ?? [];
    const planned = words !== undefined && before ? plan(words, before, chance, work.contents) : null;
    if (words === undefined || !before || !planned) return null;
    const { name, contents = new Map(work.contents).set(words, planned.tag ?? before), act } = planned;
    return {
      name: `${name} ${words}`,
      after: acted(work, contents),
      perform: async (workbench) => {
        await press(workbench.list.getByRole('button', { name: `“${words}”` }), workbench);
        await act(workbench);
      },
    };
  };

const any = () => true;

const note = onTag(any, (_, before, chance) => {
  const text = `note ${chance(1_000_000)}`;
  const act = async (workbench: Workbench) => {
    await workbench.annotation.getByLabel('Note').fill(text);
    // Leaving the field saves at once.
    await workbench.press('Tab');
  };
  return { name: 'note on', tag: { ...before, note: text }, act };
});

const value = onTag(any, (_, before, chance) => {
  const { attribute, values } = kindOf(before.type);
  const chosen = picked(values, chance) ?? '';
  // A key for the value that is there already does nothing.
  if (before.attributes[attribute] === chosen) return null;
  const attributes = { ...before.attributes, [attribute]: chosen };
  return { name: attribute, tag: { ...before, attributes }, act: (workbench) => workbench.press(String(values.indexOf(chosen) + 1)) };
});

const unsure = onTag(any, (_, before) => ({
  name: 'unsure about',
  tag: { ...before, unsure: !before.unsure },
  act: (workbench) => workbench.press('f'),
}));

const lacksSpeaker = ({ type, links }: Tag) => kindOf(type).speaker !== undefined && links.length === 0;

const link = onTag(lacksSpeaker, (_, before, chance, contents) => {
  const [source] =
    picked(
      [...contents].filter(([, { type }]) => type === 'source'),
      chance,
    ) ?? [];
  const { speaker } = kindOf(before.type);
  if (source === undefined || !speaker) return null;
  // A claim that is linked to who claims it says so in an attribute, until the link goes.
  const attributes = before.type === 'claim' ? { ...before.attributes, voice: 'attributed' } : before.attributes;
  const act = async (workbench: Workbench) => {
    await workbench.press('b');
    const choices = workbench.annotation.getByRole('listbox', { name: speaker.label }).getByRole('option', { name: source });
    await choices.filter({ hasNotText: 'not tagged yet' }).first().click();
  };
  return { name: 'link', tag: { ...before, attributes, links: [`${speaker.relation} ${source}`] }, act };
});

function unlinked(before: Tag): Tag {
  const { voice: _, ...attributes } = before.attributes;
  return { ...before, attributes, links: [] };
}

const isLinked = ({ links }: Tag) => links.length > 0;

const unlink = onTag(isLinked, (_, before) => ({
  name: 'unlink',
  tag: unlinked(before),
  act: (workbench) => press(workbench.annotation.getByRole('button', { name: 'Remove link' }), workbench),
}));

const remove = onTag(any, (words, _, __, contents) => {
  const left = [...contents].filter(([some]) => some !== words);
  const linkedHere = ({ links }: Tag) => links.some((some) => some.endsWith(` ${words}`));
  return {
    name: 'delete',
    contents: new Map(left.map(([some, other]) => [some, linkedHere(other) ? unlinked(other) : other])),
    act: (workbench) => workbench.press('Delete'),
  };
});

const stepThrough =
  (name: string, keys: string, move: (work: Work) => Work | null): Draw =>
  (work) => {
    const after = move(work);
    return after && { name, after, perform: (workbench) => workbench.press(keys) };
  };

/** The taking back of the last action; `null` where there is none. */
export const drawUndo = stepThrough('undo', 'Control+z', takenBack);
const redo = stepThrough('redo', 'Control+Shift+z', madeAgain);

// Each as often as it stands here.
const draws: readonly Draw[] = [
  tag,
  tag,
  tag,
  note,
  note,
  value,
  unsure,
  link,
  link,
  link,
  unlink,
  remove,
  remove,
  drawUndo,
  drawUndo,
  redo,
];

/** An action that can be done now; the same for the same chances. */
export function drawStep(work: Work, chance: Chance): Step {
  for (;;) {
    const step = picked(draws, chance)?.(work, chance);
    if (step) return step;
  }
}
