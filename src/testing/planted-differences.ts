import { codebookRef, newsroomCore } from '../model/codebooks/newsroom-core.ts';
import type { AnnotationSet, Entity } from '../model/records.ts';
import type { Compared } from '../review/compared.ts';
import type { Chance } from './chance.ts';
import { addedLink, relink, rename, reorder, unlink } from './planted-links.ts';
import { addItem, addLink, copyLink, copyTag, names, type Plant, pick, type State, textId, textOf, time } from './planted-state.ts';
import { boundary, extra, missing, retag, source, value } from './planted-tags.ts';

/** Two sets over one text, and every difference that was planted into the second, in words that `wordsOfDifference` also gives. */
export interface PlantedPair {
  readonly compared: Compared;
  readonly planted: readonly string[];
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
