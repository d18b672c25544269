import { allows, codebookRef, newsroomCore } from '../model/codebooks/newsroom-core.ts';
import type { Annotation, Id, Relation } from '../model/records.ts';
import type { Stretch } from '../text/stretch.ts';
import type { Chance } from './chance.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export type Tag = Mutable<Annotation>;

export type Link = Mutable<Relation>;

export interface Item {
  first: Tag | null;
  second: Tag | null;
  /** Touched by a planted difference, so that no second one hides it. */
  used: boolean;
  /** In the second set its place or type is another. */
  moved: boolean;
}

export interface State {
  readonly chance: Chance;
  readonly content: string;
  readonly words: readonly Stretch[];
  readonly items: Item[];
  readonly first: Link[];
  readonly second: Link[];
  readonly partner: Map<Id, Id>;
  readonly planted: string[];
  readonly apart: boolean;
  count: number;
}

export type Plant = (state: State) => void;

const vocabulary = [
  'mayor',
  'bridge',
  'river',
  'officials',
  'Kim',
  'said',
  'safe',
  '2,000',
  'soldiers',
  'border',
  'the',
  'a',
  'that',
  'to',
];

export const leading = ['the', 'a', 'that', 'to'];

export const textId = 'f'.repeat(64);

export const time = '2026-02-16T08:00:00.000Z';

export const names = ['Kim Jong Un', 'KCNA', 'The mayor'];

export const pick = <T>({ chance }: Pick<State, 'chance'>, list: readonly T[]): T => list[chance(list.length)] as T;

/** Words that come again and again, some in marks, so that nothing is unique by what it says. */
export function textOf(chance: Chance): { content: string; words: Stretch[] } {
  const words: Stretch[] = [];
  let content = '';
  let open = false;
  for (let left = 25 + chance(50); left > 0; left -= 1) {
    if (!open && chance(7) === 0) {
      content += '“';
      open = true;
    }
    const word = vocabulary[chance(vocabulary.length)] ?? '';
    words.push({ start: content.length, end: content.length + word.length });
    content += word;
    if (open && chance(5) === 0) {
      content += chance(2) === 0 ? ',”' : '”';
      open = false;
    } else if (chance(8) === 0) content += '.';
    content += ' ';
  }
  return { content, words };
}

const newId = (state: State): Id => {
  state.count += 1;
  // The order of ids says nothing about the order of making.
  return `${(Math.imul(state.count, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0')}-0000-4000-8000-${String(state.count).padStart(12, '0')}`;
};

/** One to three segments of whole words. */
export function randomStretches(state: State): Stretch[] {
  const { words, chance } = state;
  let at = chance(words.length);
  const stretches: Stretch[] = [];
  for (let left = chance(4) === 0 ? 1 + chance(3) : 1; left > 0 && at < words.length; left -= 1) {
    const last = Math.min(words.length - 1, at + (chance(3) === 0 ? chance(14) : chance(4)));
    stretches.push({ start: words[at]?.start ?? 0, end: words[last]?.end ?? 0 });
    at = last + 2 + chance(3);
  }
  return stretches;
}

export const segmentsOf = (content: string, stretches: readonly Stretch[]): Annotation['segments'] =>
  stretches.map(({ start, end }) => ({
    start,
    end,
    exact: content.slice(start, end),
    prefix: '',
    suffix: '',
  })) as unknown as Annotation['segments'];

export function tagOf(state: State, set: string, type: string, stretches: readonly Stretch[]): Tag {
  return {
    ...{ id: newId(state), text: textId, set, type, segments: segmentsOf(state.content, stretches), attributes: randomValues(state, type) },
    ...{ origin: 'manual', codebook: codebookRef(newsroomCore), author: set, created: time },
  };
}

export function randomValues(state: State, type: string): Record<string, string> {
  const definitions = newsroomCore.types.find(({ id }) => id === type)?.attributes ?? [];
  return Object.fromEntries(
    definitions.flatMap(({ id, values, type: kind }) => {
      if (state.chance(3) === 0) return [];
      if (kind === 'entity') return [[id, `e${state.chance(3)}`]];
      return values ? [[id, pick(state, values).id]] : [];
    }),
  );
}

export function addItem(state: State): void {
  const twin = state.items.length > 0 && state.chance(4) === 0 ? pick(state, state.items).first : null;
  const type = twin && state.chance(2) === 0 ? twin.type : pick(state, ['claim', 'quote', 'source']);
  const first = tagOf(state, 'a', type, twin ? twin.segments : randomStretches(state));
  if (twin && state.chance(2) === 0 && twin.type === type) first.attributes = { ...twin.attributes };
  state.items.push({ first, second: null, used: false, moved: false });
}

export function copyTag(state: State, first: Tag): void {
  const item = state.items.find((one) => one.first === first);
  const attributes = { ...first.attributes };
  // Two people who each made a register of their own, with the same names in it.
  if (state.apart && attributes.entity) attributes.entity = attributes.entity.replace('e', 'f');
  const second = { ...first, id: newId(state), set: 'b', author: 'b', attributes };
  state.partner.set(first.id, second.id);
  if (item) item.second = second;
}

export const copyLink = (state: State, link: Link): Link => ({
  ...link,
  ...{ id: newId(state), set: 'b', author: 'b' },
  from: state.partner.get(link.from) ?? '',
  to: state.partner.get(link.to) ?? '',
});

/** A new link among the tags of one set that is not there yet; `null` where none was found. */
export function randomLink(state: State, set: 'a' | 'b', items: readonly Item[]): Link | null {
  const tagIn = ({ first, second }: Item) => (set === 'a' ? first : second);
  const type = pick(state, newsroomCore.relations);
  const ends = [pick(state, items), pick(state, items)].map(tagIn);
  const [from, to] = ends;
  const links = set === 'a' ? state.first : state.second;
  if (!from || !to || from === to || !allows(type, from.type, to.type) || exists(links, type.id, from.id, to.id)) return null;
  const order = links.filter((link) => link.type === type.id && link.from === from.id).length;
  return {
    ...{ id: newId(state), set, text: textId, type: type.id, from: from.id, to: to.id, author: set, created: time },
    ...(type.id === 'relayed-via' && { order }),
  };
}

export const exists = (links: readonly Link[], type: string, from: Id, to: Id): boolean =>
  links.some((link) => link.type === type && ((link.from === from && link.to === to) || (link.from === to && link.to === from)));

export function addLink(state: State): void {
  const link = randomLink(state, 'a', state.items);
  if (link) state.first.push(link);
}

/** Twins of an item, itself among them: the tags on the same words. */
export const twinsOf = ({ items }: State, item: Item): Item[] => {
  const tag = item.first ?? item.second;
  return items.filter((one) => [one.first, one.second].some((other) => other && tag && sameWords(other, tag)));
};

export const placesOf = ({ segments }: Pick<Annotation, 'segments'>): string =>
  segments.map(({ start, end }) => `${start}–${end}`).join('+');

export const sameWords = (a: Tag, b: Tag): boolean => placesOf(a) === placesOf(b);

export const itemWith = (state: State, second: Id): Item | undefined => state.items.find((item) => item.second?.id === second);
