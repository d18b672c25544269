import type { SetCopy } from '../package-contents.ts';
import type { AnnotationSet, Edition } from '../records.ts';
import { coversPart, hasHeadsOf, isAhead, unitedPart } from '../set-copy.ts';

/** How the copies of a set in the file stand to ours. */
export interface Coming {
  readonly ours: AnnotationSet | null;
  readonly how: 'add' | 'replace' | 'unite' | 'stay';
  /** Those that hold something we may not have. */
  readonly copies: readonly SetCopy[];
}

/** How the copies of one set in a file stand to ours, whose last work has the journal head `head`. */
export function comingOf(ours: AnnotationSet | null, head: string | null, copies: readonly SetCopy[]): Coming {
  if (!ours) return { ours: null, how: copies.length === 1 ? 'add' : 'unite', copies };
  const others = copies.filter(({ set }) => !isOlder(ours, head, set));
  const [first, ...more] = others;
  if (!first) return { ours, how: 'stay', copies };
  return { ours, how: more.length === 0 && isNewer(ours, head, first.set) ? 'replace' : 'unite', copies: others };
}

// Each export adds the head of the journal to those of the exports before it: the copy that has all heads of the other is the newer one.
function isNewer(ours: AnnotationSet, head: string | null, theirs: AnnotationSet): boolean {
  const more = theirs.heads.length > ours.heads.length || !coversPart(ours, theirs);
  return more && hasHeadsOf(theirs, ours) && (head === null || theirs.heads.includes(head));
}

function isOlder(ours: AnnotationSet, head: string | null, theirs: AnnotationSet): boolean {
  const weWentOn = ours.heads.length > theirs.heads.length || (head !== null && !ours.heads.includes(head));
  return !isAhead(theirs) && hasHeadsOf(ours, theirs) && coversPart(ours, theirs) && weWentOn;
}

/** True where what comes is work that no head names: both sides' put together, or a copy that is ahead of its own exports. */
export const bringsWork = ({ how, copies }: Coming): boolean =>
  how === 'unite' || (how !== 'stay' && copies.some(({ set }) => isAhead(set)));

/** The set itself once its copies are taken in. */
export function setAfter({ ours, how, copies }: Coming): AnnotationSet {
  const theirs = how === 'stay' ? [] : copies.map(({ set }) => set);
  const sets = ours ? [ours, ...theirs] : theirs;
  const { ahead: _, ...set } = sets.reduce((so, other) => (how === 'replace' && coversPart(other, so) ? other : unitedSet(so, other)));
  return set;
}

/** A copy of a part says nothing of the rest: for that ours stays as old as it was. */
function unitedSet({ part, ...ours }: AnnotationSet, theirs: AnnotationSet): AnnotationSet {
  const heads = coversPart(theirs, { ...ours, ...(part && { part }) }) ? [...new Set([...ours.heads, ...theirs.heads])] : ours.heads;
  return { ...ours, heads, ...unitedPart({ ...(part && { part }) }, theirs), ...unitedGold(ours, theirs) };
}

/** The editions of both; of one that only one side has finished the finished one. */
function unitedGold({ gold: ours }: Pick<AnnotationSet, 'gold'>, { gold: theirs }: AnnotationSet): Pick<AnnotationSet, 'gold'> {
  if (!ours && !theirs) return {};
  const all = [...(ours?.editions ?? []), ...(theirs?.editions ?? [])];
  const editions = new Map<string, Edition>();
  for (const edition of all) {
    const key = `${edition.text} ${edition.version}`;
    if (!editions.get(key)?.finished) editions.set(key, edition);
  }
  return { gold: { editions: [...editions.values()] } };
}
