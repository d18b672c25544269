import { relationsAt } from '../../model/commands/lookup.ts';
import type { Patch } from '../../model/patch.ts';
import type { Project } from '../../model/project.ts';
import type { Annotation, Id, Relation, TextHash, Verdict } from '../../model/records.ts';
import { annotationsInOrder, startOf } from '../../model/views/tags.ts';
import type { Difference } from '../align/difference.ts';
import { differencesByGroup } from '../align/differences.ts';
import { comparedOnText } from '../compared-on-text.ts';
import type { Decision } from './commands.ts';
import { decisionsFrom } from './derive.ts';

/** What is reviewed: a colleague’s set on a text, beside one’s own set where that has tags there. */
export interface ReviewScope {
  readonly text: TextHash;
  readonly set: Id;
  /** `null` where nothing is compared. */
  readonly mine: Id | null;
}

/** One attribution: a statement with the links that begin at it and the sources they lead to, or a source by itself. */
interface Attribution {
  readonly tag: Annotation;
  readonly links: readonly Relation[];
  readonly sources: readonly Annotation[];
}

/** One card of a review. `theirs` is `null` where only we have it, `mine` where only they do or nothing is compared; both, where somebody says that a tag is missing. */
export interface Card {
  readonly id: Id;
  readonly start: number;
  readonly theirs: Attribution | null;
  readonly mine: Annotation | null;
  readonly missing: Verdict | null;
  /** In what the sets differ, over statement and sources; none where they agree. */
  readonly differences: readonly Difference[];
}

const heavy: readonly Difference['kind'][] = ['missing', 'extra', 'type', 'link', 'source'];
const weightOf = ({ kind }: Difference): number => (heavy.includes(kind) ? 0 : kind === 'attribute' ? 1 : 2);

/** How much the differences of a card matter: 0 who said what, 1 values, 2 edges, 3 nothing differs. */
const rankOf = ({ differences }: Card): number => Math.min(3, ...differences.map(weightOf));

/** All cards: where something is compared the differences first, the heaviest before the others; else as the text goes. `missing`: standing verdicts that say that a tag is missing. */
export function cardsOf(project: Project, scope: ReviewScope, missing: readonly Verdict[]): Card[] {
  const pairs = pairsOf(project, scope);
  const theirs = attributionsOf(project, scope.text, scope.set).map((one) => cardOf(one, pairs));
  const ours = pairs.onlyMine.map(
    (tag): Card => ({ ...emptyCard, id: tag.id, start: startOf(tag), mine: tag, differences: pairs.of(tag.id) }),
  );
  const own = missing.filter((verdict) => !ours.some((card) => isAbout(verdict, card)));
  const proposed = own.map(
    (verdict): Card => ({ ...emptyCard, id: verdict.id, start: verdict.proposal?.segments?.[0].start ?? 0, missing: verdict }),
  );
  return [...theirs, ...ours, ...proposed].sort(
    (a, b) => (scope.mine === null ? 0 : rankOf(a) - rankOf(b)) || a.start - b.start || (a.id < b.id ? -1 : 1),
  );
}

const emptyCard = { theirs: null, mine: null, missing: null, differences: [] };

/** True for a verdict on anything of a card. */
export function isAbout({ id, kind, target, proposal }: Verdict, { theirs, mine, missing }: Card): boolean {
  if (missing?.id === id) return true;
  if (kind === 'missing') return theirs === null && mine !== null && sameEdges(proposal?.segments ?? [], mine.segments);
  return theirs !== null && membersOf(theirs).includes(target[0] ?? '');
}

const sameEdges = (one: readonly { start: number; end: number }[], other: typeof one): boolean =>
  one.length === other.length && one.every(({ start, end }, at) => other[at]?.start === start && other[at]?.end === end);

/** The ids of an attribution’s tags and links, the statement first. */
export const membersOf = ({ tag, links, sources }: Attribution): Id[] => [
  tag.id,
  ...links.map(({ id }) => id),
  ...sources.map(({ id }) => id),
];

function attributionsOf(project: Project, text: TextHash, set: Id): Attribution[] {
  const tags = annotationsInOrder(project, text, set);
  return tags.flatMap((tag): Attribution[] => {
    const at = relationsAt(project, tag.id);
    if (tag.type === 'source') return at.length === 0 ? [{ tag, links: [], sources: [] }] : [];
    const links = at.filter(({ from }) => from === tag.id);
    const ends = links.flatMap(({ to }) => project.annotations.get(to) ?? []);
    return [{ tag, links, sources: [...new Set(ends)].filter(({ type }) => type === 'source') }];
  });
}

interface Pairs {
  of(tag: Id): readonly Difference[];
  readonly counterparts: ReadonlyMap<Id, Annotation>;
  readonly onlyMine: readonly Annotation[];
}

const noPairs: Pairs = { of: () => [], counterparts: new Map(), onlyMine: [] };

function cardOf(theirs: Attribution, pairs: Pairs): Card {
  const { tag, sources } = theirs;
  const differences = [tag, ...sources].flatMap(({ id }) => pairs.of(id));
  return {
    ...emptyCard,
    id: tag.id,
    start: startOf(tag),
    theirs,
    mine: pairs.counterparts.get(tag.id) ?? null,
    differences: [...new Set(differences)],
  };
}

const known = new WeakMap<
  Project['annotations'],
  { readonly relations: Project['relations']; readonly key: string; readonly pairs: Pairs }
>();

/** How both sets’ tags on a text go together. Found once for each table of tags and links. */
function pairsOf(project: Project, scope: ReviewScope): Pairs {
  const key = JSON.stringify(scope);
  const before = known.get(project.annotations);
  if (before?.key === key && before.relations === project.relations) return before.pairs;
  const pairs = foundPairs(project, scope);
  known.set(project.annotations, { relations: project.relations, key, pairs });
  return pairs;
}

function foundPairs(project: Project, { text, set, mine }: ReviewScope): Pairs {
  const compared = mine === null ? null : comparedOnText(project, text, [set, mine]);
  if (!compared) return noPairs;
  const differences = new Map<Id, Difference[]>();
  const counterparts = new Map<Id, Annotation>();
  const onlyMine: Annotation[] = [];
  for (const { group, differences: found } of differencesByGroup(compared)) {
    const [one, other] = [group.members.get(0), group.members.get(1)];
    const differing = found.filter(
      ({ kind, detail }) => kind !== 'same' && (kind !== 'attribute' || ('counted' in detail && detail.counted)),
    );
    for (const tag of [one, other]) if (tag) differences.set(tag.id, differing);
    if (one && other) counterparts.set(one.id, other);
    else if (other && (other.type !== 'source' || relationsAt(project, other.id).length === 0)) onlyMine.push(other);
  }
  return { of: (tag) => differences.get(tag) ?? [], counterparts, onlyMine };
}

/** What rejecting a card says: that their reading should be ours; without one of ours, that it should go. */
export function decisionsAgainst(project: Project, scope: ReviewScope, card: Card): Decision[] {
  const { theirs, mine } = card;
  if (!theirs) return mine ? decisionsFrom(project, addedLike(project, mine)) : [];
  const asOurs = mine ? decisionsFrom(project, changedLike(project, theirs, pairsOf(project, scope).counterparts)) : [];
  return asOurs.length > 0 ? asOurs : [{ kind: 'remove', target: membersOf(theirs) }];
}

/** The patch that would give them a tag of ours, with its sources. */
function addedLike(project: Project, mine: Annotation): Patch {
  const links = relationsAt(project, mine.id).filter(({ from }) => from === mine.id);
  const ends = new Set(links.flatMap(({ to }) => project.annotations.get(to) ?? []));
  return [
    ...[mine, ...ends].map((after) => ({ table: 'annotations' as const, id: after.id, before: null, after })),
    ...links.map((after) => ({ table: 'relations' as const, id: after.id, before: null, after })),
  ];
}

/** The patch that would make an attribution of theirs like ours. */
function changedLike(project: Project, { tag, sources, links }: Attribution, counterparts: ReadonlyMap<Id, Annotation>): Patch {
  const mine = counterparts.get(tag.id);
  if (!mine) return [];
  const theirsOf = new Map([...counterparts].map(([theirs, { id }]) => [id, theirs]));
  const ours = relationsAt(project, mine.id).filter(({ from }) => from === mine.id);
  const same = (one: Relation, own: Relation) => one.type === own.type && counterparts.get(one.to)?.id === own.to;
  const begun = ours.filter((own) => !links.some((one) => same(one, own)));
  const added = begun.flatMap(({ to }) => (theirsOf.has(to) ? [] : (project.annotations.get(to) ?? [])));
  return [
    ...[tag, ...sources].flatMap((before) => {
      const { type, segments, attributes } = counterparts.get(before.id) ?? before;
      return [{ table: 'annotations' as const, id: before.id, before, after: { ...before, type, segments, attributes } }];
    }),
    ...added.map((after) => ({ table: 'annotations' as const, id: after.id, before: null, after })),
    ...begun.map((own) => ({
      table: 'relations' as const,
      id: own.id,
      before: null,
      after: { ...own, from: tag.id, to: theirsOf.get(own.to) ?? own.to },
    })),
    ...links.flatMap((one) =>
      ours.some((own) => same(one, own)) ? [] : [{ table: 'relations' as const, id: one.id, before: one, after: null }],
    ),
  ];
}
