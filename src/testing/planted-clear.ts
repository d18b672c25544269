import type { Stretch } from '../text/stretch.ts';
import { leading, type State, sameWords, type Tag } from './planted-state.ts';

/** How much of two tags lies in both, counted unit by unit. */
function common(a: Tag, b: Tag): number {
  const unitsOf = ({ segments }: Tag) =>
    segments.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, index) => start + index));
  const [one, other] = [unitsOf(a), new Set(unitsOf(b))];
  const both = one.filter((at) => other.has(at)).length;
  return both / (one.length + other.size - both);
}

/** True where a word that is no article lies in only one of both. */
export function hasOtherWord({ words, content }: Pick<State, 'words' | 'content'>, a: readonly Stretch[], b: readonly Stretch[]): boolean {
  const covers = (list: readonly Stretch[], word: Stretch) => list.some(({ start, end }) => start <= word.start && word.end <= end);
  return words.some((word) => !leading.includes(content.slice(word.start, word.end)) && covers(a, word) !== covers(b, word));
}

function mayBe(state: State, a: Tag, b: Tag): boolean {
  const shared = common(a, b);
  return shared >= (a.type === b.type ? 0.25 : 0.5) || (shared > 0 && !hasOtherWord(state, a.segments, b.segments));
}

const alike = (state: State, a: Tag, b: Tag): number => (mayBe(state, a, b) ? common(a, b) + (a.type === b.type ? 0.5 : 0) : 0);

/**
 * True where the planted differences are the plainest explanation of both sets. They are not where something missing or extra could
 * be what was moved elsewhere, where something was moved onto a like tag, or away from what it was nearer to another that moved.
 */
export function isClear(state: State): boolean {
  const { items } = state;
  const moved = items.filter((item) => item.moved);
  const lost = items.flatMap(({ first, second }) => (first && !second ? [first] : []));
  const added = items.flatMap(({ first, second }) => (second && !first ? [second] : []));
  if (lost.some((tag) => added.some((other) => mayBe(state, tag, other)))) return false;
  return moved.every((item) => {
    const { first, second } = item;
    if (!first || !second || !mayBe(state, first, second)) return false;
    if (lost.some((tag) => mayBe(state, tag, second)) || added.some((tag) => mayBe(state, first, tag))) return false;
    const onto = (tag: Tag | null) => tag !== null && tag.type === second.type && sameWords(tag, second);
    if (items.some((other) => other !== item && (onto(other.first) || onto(other.second)))) return false;
    const nearer = (a: Tag | null, b: Tag | null) => a !== null && b !== null && alike(state, a, b) + 0.1 >= alike(state, first, second);
    return moved.every((other) => other === item || !(nearer(first, other.second) || nearer(other.first, second)));
  });
}
