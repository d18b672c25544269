import { allows, newsroomCore, relationType } from '../model/codebooks/newsroom-core.ts';
import type { Id } from '../model/records.ts';
import type { Stretch } from '../text/stretch.ts';
import { hasOtherWord, isClear } from './planted-clear.ts';
import {
  type Item,
  type Link,
  leading,
  names,
  type Plant,
  pick,
  placesOf,
  randomStretches,
  randomValues,
  type State,
  sameWords,
  segmentsOf,
  type Tag,
  tagOf,
  twinsOf,
} from './planted-state.ts';

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

export const missing: Plant = (state) => {
  const item = fresh(state);
  if (!item?.first || !plant(state, item, null, `missing ${item.first.type} ${placesOf(item.first)}`)) return;
  dropLinks(state, item.first.id);
};

function dropLinks({ second, partner }: State, first: Id, unless: (link: Link) => boolean = () => false): void {
  const id = partner.get(first) ?? '';
  const kept = second.filter((link) => (link.from !== id && link.to !== id) || unless(link));
  second.splice(0, second.length, ...kept);
}

export const extra: Plant = (state) => {
  const twin = state.chance(4) === 0 ? pick(state, state.items).first : null;
  const second = tagOf(state, 'b', pick(state, ['claim', 'quote', 'source']), twin ? twin.segments : randomStretches(state));
  const item: Item = { first: null, second: null, used: false, moved: false };
  // Beside what already differs it would be open which of the two is new.
  if (twinsOf(state, { ...item, second }).some(({ used }) => used)) return;
  state.items.push(item);
  if (!plant(state, item, second, `extra ${second.type} ${placesOf(second)}`)) state.items.pop();
};

export const boundary: Plant = (state) => {
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

export const retag: Plant = (state) => {
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

export const value: Plant = (state) => {
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

export const source: Plant = (state) => {
  const item = fresh(state, ({ first }) => first?.type === 'source' && first.attributes.entity !== undefined);
  if (!item?.first || !item.second) return;
  const number = (Number(item.first.attributes.entity?.slice(1)) + 1 + state.chance(2)) % 3;
  const entity = `${state.apart ? 'f' : 'e'}${number}`;
  const second = { ...item.second, attributes: { ...item.second.attributes, entity } };
  plant(state, item, second, `source ${names[Number(item.first.attributes.entity?.slice(1))]} → ${names[number]} ${placesOf(item.first)}`);
};
