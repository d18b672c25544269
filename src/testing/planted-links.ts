import { allows, newsroomCore, relationType } from '../model/codebooks/newsroom-core.ts';
import {
  exists,
  type Item,
  itemWith,
  type Link,
  type Plant,
  pick,
  placesOf,
  randomLink,
  type State,
  segmentsOf,
  twinsOf,
} from './planted-state.ts';

/** Items whose links can be changed: there in both sets, of the same type, and nothing planted into them. */
const linkable = (state: State): Item[] =>
  state.items.filter((item) => item.first && item.second && !item.moved && twinsOf(state, item).every(({ used }) => !used));

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

export const unlink = linkPlant((state, link) => {
  state.second.splice(state.second.indexOf(link), 1);
  return `link missing ${link.type} ${linkOf(state, link)}`;
});

export const relink = linkPlant((state, link) => {
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

export const rename = linkPlant((state, link, [from, to]) => {
  const before = link.type;
  const others = newsroomCore.relations.filter(({ id }) => id !== link.type && !exists(state.second, id, link.from, link.to));
  const fitting = others.filter((one) => allows(one, from?.second?.type ?? '', to?.second?.type ?? ''));
  if (fitting.length === 0 || link.type === 'relayed-via') return null;
  const words = linkOf(state, link);
  const { order: _, ...plain } = link;
  state.second.splice(state.second.indexOf(link), 1, { ...plain, type: pick(state, fitting).id, order: 9 });
  return `link relation ${before} → ${state.second.find(({ id }) => id === link.id)?.type} ${words}`;
});

export const reorder = linkPlant((state, link, [from]) => {
  const path = state.second.filter(({ type, from: start }) => type === 'relayed-via' && start === link.from);
  const relays = path.map(({ to }) => itemWith(state, to));
  if (link.type !== 'relayed-via' || path.length < 2 || relays.some((relay) => !relay || !linkable(state).includes(relay))) return null;
  // Relays on the same words in another order may be the same path.
  const places = relays.map((relay) => (relay?.first ? placesOf(relay.first) : ''));
  if (new Set(places).size < places.length) return null;
  path.forEach((one, index) => {
    one.order = path.length - 1 - index;
  });
  for (const relay of relays) if (relay) relay.used = true;
  return `link order relayed-via ${placesOf(from?.first ?? { segments: segmentsOf('', []) })}`;
});

export const addedLink: Plant = (state) => {
  const free = linkable(state);
  const link = free.length > 1 ? randomLink(state, 'b', free) : null;
  if (!link) return;
  state.second.push(link);
  state.planted.push(`link extra ${link.type} ${linkOf(state, link)}`);
  for (const id of [link.from, link.to]) Object.assign(itemWith(state, id) ?? {}, { used: true });
};
