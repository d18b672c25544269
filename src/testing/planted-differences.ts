import { allows, codebookRef, newsroomCore, relationType } from '../model/codebooks/newsroom-core.ts';
import type { Annotation, AnnotationSet, Entity, Id, Relation } from '../model/records.ts';
import type { Compared } from '../review/compared.ts';
import type { Stretch } from '../text/stretch.ts';
import type { Chance } from './chance.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Tag = Mutable<Annotation>;
type Link = Mutable<Relation>;

/** Two sets over one text, and every difference that was planted into the second, in words that `wordsOfDifference` also gives. */
export interface PlantedPair {
  readonly compared: Compared;
  readonly planted: readonly string[];
}

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
const leading = ['the', 'a', 'that', 'to'];
const textId = 'f'.repeat(64);
const time = '2026-02-16T08:00:00.000Z';

interface Item {
  first: Tag | null;
  second: Tag | null;
  /** Touched by a planted difference, so that no second one hides it. */
  used: boolean;
  /** In the second set its place or type is another. */
  moved: boolean;
}

interface State {
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

/** One pair, the same for the same numbers. */
export function plantedPair(chance: Chance): PlantedPair {
  const state: State = {
    ...textOf(chance),
    chance,
    items: [],
    first: [],
    second: [],
    partner: new Map(),
    planted: [],
    apart: chance(2) === 0,
    count: 0,
  };
  for (let left = 3 + chance(12); left > 0; left -= 1) addItem(state);
  for (let left = chance(18); left > 0; left -= 1) addLink(state);
  for (const { first } of state.items) if (first) copyTag(state, first);
  for (const link of state.first) state.second.push(copyLink(state, link));
  for (let left = chance(7); left > 0; left -= 1) pick(state, plants)(state);
  return { compared: comparedOf(state), planted: [...state.planted].sort() };
}

const pick = <T>({ chance }: Pick<State, 'chance'>, list: readonly T[]): T => list[chance(list.length)] as T;

/** Words that come again and again, some in marks, so that nothing is unique by what it says. */
function textOf(chance: Chance): { content: string; words: Stretch[] } {
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
function randomStretches(state: State): Stretch[] {
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

const segmentsOf = (content: string, stretches: readonly Stretch[]): Annotation['segments'] =>
  stretches.map(({ start, end }) => ({
    start,
    end,
    exact: content.slice(start, end),
    prefix: '',
    suffix: '',
  })) as unknown as Annotation['segments'];

function tagOf(state: State, set: string, type: string, stretches: readonly Stretch[]): Tag {
  return {
    ...{ id: newId(state), text: textId, set, type, segments: segmentsOf(state.content, stretches), attributes: randomValues(state, type) },
    ...{ origin: 'manual', codebook: codebookRef(newsroomCore), author: set, created: time },
  };
}

function randomValues(state: State, type: string): Record<string, string> {
  const definitions = newsroomCore.types.find(({ id }) => id === type)?.attributes ?? [];
  return Object.fromEntries(
    definitions.flatMap(({ id, values, type: kind }) => {
      if (state.chance(3) === 0) return [];
      if (kind === 'entity') return [[id, `e${state.chance(3)}`]];
      return values ? [[id, pick(state, values).id]] : [];
    }),
  );
}

function addItem(state: State): void {
  const twin = state.items.length > 0 && state.chance(4) === 0 ? pick(state, state.items).first : null;
  const type = twin && state.chance(2) === 0 ? twin.type : pick(state, ['claim', 'quote', 'source']);
  const first = tagOf(state, 'a', type, twin ? twin.segments : randomStretches(state));
  if (twin && state.chance(2) === 0 && twin.type === type) first.attributes = { ...twin.attributes };
  state.items.push({ first, second: null, used: false, moved: false });
}

function copyTag(state: State, first: Tag): void {
  const item = state.items.find((one) => one.first === first);
  const attributes = { ...first.attributes };
  // Two people who each made a register of their own, with the same names in it.
  if (state.apart && attributes.entity) attributes.entity = attributes.entity.replace('e', 'f');
  const second = { ...first, id: newId(state), set: 'b', author: 'b', attributes };
  state.partner.set(first.id, second.id);
  if (item) item.second = second;
}

const copyLink = (state: State, link: Link): Link => ({
  ...link,
  ...{ id: newId(state), set: 'b', author: 'b' },
  from: state.partner.get(link.from) ?? '',
  to: state.partner.get(link.to) ?? '',
});

/** A new link among the tags of one set that is not there yet; `null` where none was found. */
function randomLink(state: State, set: 'a' | 'b', items: readonly Item[]): Link | null {
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

const exists = (links: readonly Link[], type: string, from: Id, to: Id): boolean =>
  links.some((link) => link.type === type && ((link.from === from && link.to === to) || (link.from === to && link.to === from)));

function addLink(state: State): void {
  const link = randomLink(state, 'a', state.items);
  if (link) state.first.push(link);
}

type Plant = (state: State) => void;

/** Twins of an item, itself among them: the tags on the same words. */
const twinsOf = ({ items }: State, item: Item): Item[] => {
  const tag = item.first ?? item.second;
  return items.filter((one) => [one.first, one.second].some((other) => other && tag && sameWords(other, tag)));
};

const placesOf = ({ segments }: Pick<Annotation, 'segments'>): string => segments.map(({ start, end }) => `${start}–${end}`).join('+');
const sameWords = (a: Tag, b: Tag): boolean => placesOf(a) === placesOf(b);

/** An item that nothing was planted into, nor into another on the same words. */
function fresh(state: State, fits: (item: Item) => boolean = () => true): Item | null {
  const free = state.items.filter((item) => item.first && item.second && fits(item) && twinsOf(state, item).every(({ used }) => !used));
  return free.length > 0 ? pick(state, free) : null;
}

/** Makes a change, and takes it back where somebody could explain both sets by other differences as well. */
function plant(state: State, item: Item, second: Tag | null, words: string): boolean {
  const before = { ...item };
  Object.assign(item, { second, used: true, moved: second !== null && item.first !== null && isMoved(item.first, second) });
  if (isClear(state)) {
    state.planted.push(words);
    return true;
  }
  Object.assign(item, before);
  return false;
}

const isMoved = (first: Tag, second: Tag): boolean => first.type !== second.type || !sameWords(first, second);

const missing: Plant = (state) => {
  const item = fresh(state);
  if (!item?.first || !plant(state, item, null, `missing ${item.first.type} ${placesOf(item.first)}`)) return;
  dropLinks(state, item.first.id);
};

function dropLinks({ second, partner }: State, first: Id, unless: (link: Link) => boolean = () => false): void {
  const id = partner.get(first) ?? '';
  const kept = second.filter((link) => (link.from !== id && link.to !== id) || unless(link));
  second.splice(0, second.length, ...kept);
}

const extra: Plant = (state) => {
  const twin = state.chance(4) === 0 ? pick(state, state.items).first : null;
  const second = tagOf(state, 'b', pick(state, ['claim', 'quote', 'source']), twin ? twin.segments : randomStretches(state));
  const item: Item = { first: null, second: null, used: false, moved: false };
  // Beside what already differs it would be open which of the two is new.
  if (twinsOf(state, { ...item, second }).some(({ used }) => used)) return;
  state.items.push(item);
  if (!plant(state, item, second, `extra ${second.type} ${placesOf(second)}`)) state.items.pop();
};

const boundary: Plant = (state) => {
  const item = fresh(state);
  if (!item?.first || !item.second) return;
  const moved = state.chance(3) === 0 ? movedSlightly(state, item.first) : movedByWords(state, item.first);
  if (!moved) return;
  const second = { ...item.second, segments: segmentsOf(state.content, moved.stretches) };
  plant(state, item, second, `boundary ${item.first.type} ${placesOf(item.first)} → ${placesOf(second)} ${moved.only}`);
};

/** Edges that differ in a mark or a leading word alone. */
function movedSlightly({ content, chance }: State, { segments }: Tag): { stretches: Stretch[]; only: string } | null {
  const stretches = segments.map(({ start, end }) => ({ start, end }));
  const [first, last] = [stretches[0], stretches.at(-1)];
  if (!first || !last) return null;
  const mark = /^[“”,.]+/u.exec(content.slice(last.end))?.[0];
  if (mark && chance(2) === 0) {
    last.end += mark.length;
    return { stretches, only: 'marks' };
  }
  const [, word = '', space = ''] = /^(\S+)( )/u.exec(content.slice(first.start, first.end)) ?? [];
  if (!leading.includes(word)) return null;
  first.start += word.length + space.length;
  return { stretches, only: 'articles' };
}

/** Edges that differ in at least one other word; sometimes a segment that is cut in two, or two made one. */
function movedByWords(state: State, { segments }: Tag): { stretches: Stretch[]; only: string } | null {
  const { words, chance, content } = state;
  const stretches = segments.map(({ start, end }) => ({ start, end }));
  const [at, which] = [chance(words.length), chance(4)];
  const [word, last] = [words[at], stretches.at(-1)];
  if (!word || !last || leading.includes(content.slice(word.start, word.end))) return null;
  if (which === 0 && word.start < (stretches[0]?.start ?? 0)) Object.assign(stretches[0] ?? {}, { start: word.start });
  else if (which === 1 && word.end > last.end) last.end = word.end;
  else if (which === 2 && word.end < last.end && word.end > last.start && words[at + 1])
    cutBehind(stretches, last, word, words[at + 1] ?? word);
  else if (which === 3 && word.start > last.start && word.end < last.end)
    stretches.push({ start: words[at + 1]?.start ?? 0, end: last.end });
  else return null;
  if (which === 3) last.end = words[at - 1]?.end ?? 0;
  const whole = stretches.every(({ start, end }, index) => start < end && (index === 0 || (stretches[index - 1]?.end ?? 0) < start));
  return whole && hasOtherWord(state, segments, stretches) ? { stretches, only: 'null' } : null;
}

function cutBehind(stretches: Stretch[], last: Stretch, word: Stretch, next: Stretch): void {
  // The tail goes, and with it the word that follows.
  if (next.start < last.end) stretches[stretches.length - 1] = { start: last.start, end: word.end };
}

/** True where a word that is no article lies in only one of both. */
function hasOtherWord({ words, content }: State, a: readonly Stretch[], b: readonly Stretch[]): boolean {
  const covers = (list: readonly Stretch[], word: Stretch) => list.some(({ start, end }) => start <= word.start && word.end <= end);
  return words.some((word) => !leading.includes(content.slice(word.start, word.end)) && covers(a, word) !== covers(b, word));
}

const retag: Plant = (state) => {
  const item = fresh(state);
  // With both ends of one type again, a link that went with the first would be missing.
  if (!item?.first || !item.second || isLinkedToMoved(state, item.first.id)) return;
  const type = pick(
    state,
    ['claim', 'quote', 'source'].filter((other) => other !== item.first?.type),
  );
  const second = { ...item.second, type, attributes: randomValues(state, type) };
  if (!plant(state, item, second, `type ${item.first.type} → ${type} ${placesOf(item.first)}`)) return;
  dropLinks(state, item.first.id, (link) => {
    const [from, to] = [link.from, link.to].map((id) => state.items.find((one) => one.second?.id === id)?.second?.type ?? '');
    const known = relationType(newsroomCore, link.type);
    return known !== null && allows(known, from ?? '', to ?? '');
  });
};

function isLinkedToMoved({ first, items }: State, id: Id): boolean {
  const ends = first.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : []));
  return items.some((item) => item.moved && item.first && ends.includes(item.first.id));
}

const value: Plant = (state) => {
  const item = fresh(state);
  if (!item?.first || !item.second) return;
  const definitions = newsroomCore.types.find(({ id }) => id === item.first?.type)?.attributes ?? [];
  const definition = pick(
    state,
    definitions.filter(({ values }) => values),
  );
  const before = item.first.attributes[definition.id] ?? definition.default;
  const after = pick(state, [undefined, ...(definition.values ?? []).map(({ id }) => id)]);
  if ((after ?? definition.default) === before) return;
  const { [definition.id]: _, ...others } = item.second.attributes;
  const second = { ...item.second, attributes: after === undefined ? others : { ...others, [definition.id]: after } };
  const words = `attribute ${definition.id} ${before ?? null} → ${after ?? definition.default ?? null} ${placesOf(item.first)}`;
  plant(state, item, second, words);
};

const source: Plant = (state) => {
  const item = fresh(state, ({ first }) => first?.type === 'source' && first.attributes.entity !== undefined);
  if (!item?.first || !item.second) return;
  const number = (Number(item.first.attributes.entity?.slice(1)) + 1 + state.chance(2)) % 3;
  const entity = `${state.apart ? 'f' : 'e'}${number}`;
  const second = { ...item.second, attributes: { ...item.second.attributes, entity } };
  plant(state, item, second, `source ${names[Number(item.first.attributes.entity?.slice(1))]} → ${names[number]} ${placesOf(item.first)}`);
};

const names = ['Kim Jong Un', 'KCNA', 'The mayor'];

/** Items whose links can be changed: there in both sets, of the same type, and nothing planted into them. */
const linkable = (state: State): Item[] =>
  state.items.filter((item) => item.first && item.second && !item.moved && twinsOf(state, item).every(({ used }) => !used));

const itemWith = (state: State, second: Id): Item | undefined => state.items.find((item) => item.second?.id === second);

const linkOf = (state: State, { type, from, to }: Pick<Link, 'type' | 'from' | 'to'>): string => {
  const [one, other] = [from, to].map((id) => placesOf(itemWith(state, id)?.first ?? { segments: segmentsOf('', []) }));
  const symmetric = relationType(newsroomCore, type)?.symmetric === true;
  return symmetric ? [one, other].sort().join(' = ') : `${one} > ${other}`;
};

function linkPlant(change: (state: State, link: Link, ends: readonly Item[]) => string | null): Plant {
  return (state) => {
    const free = linkable(state);
    const links = state.second.filter(({ from, to }) => [from, to].every((id) => free.some(({ second }) => second?.id === id)));
    const link = links.length > 0 ? pick(state, links) : null;
    const ends = link ? [link.from, link.to].flatMap((id) => itemWith(state, id) ?? []) : [];
    const words = link && change(state, link, ends);
    if (!words) return;
    for (const item of ends) item.used = true;
    state.planted.push(words);
  };
}

const unlink = linkPlant((state, link) => {
  state.second.splice(state.second.indexOf(link), 1);
  return `link missing ${link.type} ${linkOf(state, link)}`;
});

const relink = linkPlant((state, link) => {
  const before = linkOf(state, link);
  const known = relationType(newsroomCore, link.type);
  const far = pick(state, linkable(state));
  const id = far.second?.id ?? '';
  const type = itemWith(state, link.from)?.second?.type ?? '';
  // Twins stand in the same place: between them the link would seem the same.
  if (!known || !far.first || id === link.from || !allows(known, type, far.second?.type ?? '')) return null;
  if (exists(state.second, link.type, link.from, id) || twinsOf(state, far).length > 1) return null;
  far.used = true;
  link.to = id;
  return `link target ${link.type} ${before} → ${linkOf(state, link)}`;
});

const rename = linkPlant((state, link, [from, to]) => {
  const before = link.type;
  const others = newsroomCore.relations.filter(({ id }) => id !== link.type && !exists(state.second, id, link.from, link.to));
  const fitting = others.filter((one) => allows(one, from?.second?.type ?? '', to?.second?.type ?? ''));
  if (fitting.length === 0 || link.type === 'relayed-via') return null;
  const words = linkOf(state, link);
  const { order: _, ...plain } = link;
  state.second.splice(state.second.indexOf(link), 1, { ...plain, type: pick(state, fitting).id, order: 9 });
  return `link relation ${before} → ${state.second.find(({ id }) => id === link.id)?.type} ${words}`;
});

const reorder = linkPlant((state, link, [from]) => {
  const path = state.second.filter(({ type, from: start }) => type === 'relayed-via' && start === link.from);
  const relays = path.map(({ to }) => itemWith(state, to));
  if (link.type !== 'relayed-via' || path.length < 2 || relays.some((relay) => !relay || !linkable(state).includes(relay))) return null;
  path.forEach((one, index) => {
    one.order = path.length - 1 - index;
  });
  for (const relay of relays) if (relay) relay.used = true;
  return `link order relayed-via ${placesOf(from?.first ?? { segments: segmentsOf('', []) })}`;
});

const addedLink: Plant = (state) => {
  const free = linkable(state);
  const link = free.length > 1 ? randomLink(state, 'b', free) : null;
  if (!link) return;
  state.second.push(link);
  state.planted.push(`link extra ${link.type} ${linkOf(state, link)}`);
  for (const id of [link.from, link.to]) Object.assign(itemWith(state, id) ?? {}, { used: true });
};

const plants: readonly Plant[] = [
  missing,
  extra,
  boundary,
  boundary,
  retag,
  value,
  value,
  source,
  unlink,
  addedLink,
  relink,
  rename,
  reorder,
];

/** How much of two tags lies in both, counted unit by unit. */
function common(a: Tag, b: Tag): number {
  const unitsOf = ({ segments }: Tag) =>
    segments.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, index) => start + index));
  const [one, other] = [unitsOf(a), new Set(unitsOf(b))];
  const both = one.filter((at) => other.has(at)).length;
  return both / (one.length + other.size - both);
}

const mayBe = (a: Tag, b: Tag): boolean => common(a, b) >= (a.type === b.type ? 0.25 : 0.5);
const alike = (a: Tag, b: Tag): number => (mayBe(a, b) ? common(a, b) + (a.type === b.type ? 0.5 : 0) : 0);

/**
 * True where the planted differences are the plainest explanation of both sets. They are not where something missing or extra could
 * be what was moved elsewhere, where something was moved onto a like tag, or away from what it was nearer to another that moved.
 */
function isClear({ items }: State): boolean {
  const moved = items.filter((item) => item.moved);
  const lost = items.flatMap(({ first, second }) => (first && !second ? [first] : []));
  const added = items.flatMap(({ first, second }) => (second && !first ? [second] : []));
  if (lost.some((tag) => added.some((other) => mayBe(tag, other)))) return false;
  return moved.every((item) => {
    const { first, second } = item;
    if (!first || !second || !mayBe(first, second)) return false;
    if (lost.some((tag) => mayBe(tag, second)) || added.some((tag) => mayBe(first, tag))) return false;
    const onto = (tag: Tag | null) => tag !== null && tag.type === second.type && sameWords(tag, second);
    if (items.some((other) => other !== item && (onto(other.first) || onto(other.second)))) return false;
    const nearer = (a: Tag | null, b: Tag | null) => a !== null && b !== null && alike(a, b) + 0.1 >= alike(first, second);
    return moved.every((other) => other === item || !(nearer(first, other.second) || nearer(other.first, second)));
  });
}

function comparedOf(state: State): Compared {
  const { items, content, chance } = state;
  const setOf = (id: string): AnnotationSet => ({ id, author: id, basis: 'independent', created: time, heads: [] });
  const shuffled = <T>(list: readonly T[]) => [...list].sort(() => chance(3) - 1);
  const tagsOf = (side: 'first' | 'second') => new Map([[textId, shuffled(items.flatMap((item) => item[side] ?? []))]]);
  const entry = (letter: string) => names.map((name, index): Entity => ({ id: `${letter}${index}`, name, aliases: [], identifiers: [] }));
  return {
    texts: [{ text: textId, article: 'article', language: 'en', length: content.length, content }],
    sets: [
      { set: setOf('a'), annotations: tagsOf('first'), relations: shuffled(state.first) },
      { set: setOf('b'), annotations: tagsOf('second'), relations: shuffled(state.second) },
    ],
    codebooks: new Map([[codebookRef(newsroomCore), newsroomCore]]),
    entities: new Map([...entry('e'), ...entry('f')].map((one) => [one.id, one])),
    authors: new Map(),
    keptApart: (a, b) => a.charAt(0) === b.charAt(0),
  };
}
