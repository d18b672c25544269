import { change, type Patch, patchOf } from './patch.ts';
import type { Id, Relation } from './records.ts';

type Relations = Iterable<Relation>;

/** The relays of a statement in the order of its path; those that claim the same place, the older first. */
function pathOf(relations: Relations, statement: Id): Relation[] {
  return [...relations]
    .filter(({ type, from }) => type === 'relayed-via' && from === statement)
    .sort((a, b) => (a.order ?? 0) - (b.order ?? 0) || (a.created < b.created ? -1 : a.created > b.created ? 1 : a.id < b.id ? -1 : 1));
}

/** True when the relays of a statement count from 0 without gaps. */
export const isWholePath = (relations: Relations, statement: Id): boolean =>
  pathOf(relations, statement).every(({ order }, index) => order === index);

/** The statements whose relays a patch adds, moves or takes away. */
export function statementsRelayed(patch: Patch): ReadonlySet<Id> {
  const relays = patch.flatMap((item) => (item.table === 'relations' ? [item.before, item.after] : []));
  return new Set(relays.flatMap((relation) => (relation?.type === 'relayed-via' ? [relation.from] : [])));
}

/** The changes after which the relays of a statement count from 0 without gaps; empty where they do. */
export const closedPath = (relations: Relations, statement: Id): Patch =>
  patchOf(...pathOf(relations, statement).map((relay, order) => change('relations', relay.id, relay, { ...relay, order })));
