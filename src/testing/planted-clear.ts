import { type State, sameWords, type Tag } from './planted-state.ts';

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
export function isClear({ items }: State): boolean {
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
