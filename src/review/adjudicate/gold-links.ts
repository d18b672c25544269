import { relationsAt } from '../../model/commands/lookup.ts';
import type { Context } from '../../model/context.ts';
import { change, type Patch, patchOf } from '../../model/patch.ts';
import type { Project } from '../../model/project.ts';
import type { Annotation, Id, Relation } from '../../model/records.ts';
import type { Group } from '../align/groups.ts';
import { type Compared, mayLink } from '../compared.ts';
import type { VotedLink } from './votes.ts';

/** A passage as the gold set has it: its tag, and the tags whose reading was taken. */
export interface GoldEnd {
  readonly tag: Annotation;
  readonly taken: ReadonlySet<Id>;
}

/** The links of the gold set at the passages that were decided just now: those that no set contests, and of the others those that the taken reading has. Links that the adjudicator made stay, as far as they are allowed. */
export function goldLinks(
  project: Project,
  { compared, votes }: { readonly compared: Compared; readonly votes: readonly VotedLink[] },
  ends: ReadonlyMap<Group, GoldEnd>,
  decided: ReadonlySet<Group>,
  context: Context,
): Patch {
  const touched = votes.filter(({ link: { from, to } }) => (decided.has(from) || decided.has(to)) && ends.has(from) && ends.has(to));
  const begun = new Map<Id, VotedLink[]>();
  for (const vote of touched) {
    const from = ends.get(vote.link.from)?.tag.id ?? '';
    begun.set(from, [...(begun.get(from) ?? []), vote]);
  }
  return [...begun].flatMap(([from, own]) => linksFrom(project, compared, from, own, ends, context));
}

/** A link as it should be; `relation` where it is there already. */
interface Wanted {
  readonly type: string;
  readonly to: Id;
  readonly order: number;
  readonly relation: Relation | null;
}

function linksFrom(
  project: Project,
  compared: Compared,
  from: Id,
  votes: readonly VotedLink[],
  ends: ReadonlyMap<Group, GoldEnd>,
  context: Context,
): Patch {
  const tag = project.annotations.get(from);
  if (!tag) return [];
  const there = relationsAt(project, from).filter((relation) => relation.from === from);
  const known = new Map(there.map((relation) => [`${relation.type} ${relation.to}`, relation]));
  const voted = votes.map((vote) => ({ vote, to: ends.get(vote.link.to)?.tag.id ?? '' }));
  const about = new Set(voted.map(({ vote, to }) => `${vote.link.type} ${to}`));
  const kept = there.filter(({ type, to }) => !about.has(`${type} ${to}`));
  const wanted: Wanted[] = [
    ...kept.map((relation) => ({ type: relation.type, to: relation.to, order: relation.order ?? 0, relation })),
    ...voted.flatMap(({ vote: { link, by, contested }, to }): Wanted[] => {
      if (contested && !isTaken(link.from, by, ends)) return [];
      return [{ type: link.type, to, order: link.order, relation: known.get(`${link.type} ${to}`) ?? null }];
    }),
  ].filter(({ type, to }) => mayLink(compared, type, tag.type, project.annotations.get(to)?.type ?? ''));
  return difference(tag, there, inPaths(wanted), context);
}

/** True where the reading that was taken of a passage is that of one of the sets `by`. */
const isTaken = (from: Group, by: ReadonlySet<number>, ends: ReadonlyMap<Group, GoldEnd>): boolean =>
  [...from.members].some(([set, { id }]) => by.has(set) && ends.get(from)?.taken.has(id) === true);

/** Relays counted from 0 without gaps, in the order in which they were given. */
function inPaths(wanted: readonly Wanted[]): Wanted[] {
  const relays = wanted.filter(({ type }) => type === 'relayed-via').sort((a, b) => a.order - b.order);
  return [...wanted.filter(({ type }) => type !== 'relayed-via'), ...relays.map((relay, order) => ({ ...relay, order }))];
}

function difference({ id: from, set, text }: Annotation, there: readonly Relation[], wanted: readonly Wanted[], context: Context): Patch {
  const stay = new Set(wanted.flatMap(({ relation }) => relation?.id ?? []));
  const orderOf = ({ type, order }: Wanted) => (type === 'relayed-via' ? { order } : {});
  return patchOf(
    ...there.filter(({ id }) => !stay.has(id)).map((relation) => change('relations', relation.id, relation, null)),
    ...wanted.map((one) => {
      if (one.relation) return change('relations', one.relation.id, one.relation, { ...one.relation, ...orderOf(one) });
      const made = { set, text, type: one.type, from, to: one.to, ...orderOf(one), author: context.author, created: context.now() };
      const id = context.id();
      return change('relations', id, null, { id, ...made });
    }),
  );
}
