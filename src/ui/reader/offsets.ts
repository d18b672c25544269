import { firstIndex } from '../../model/first-index.ts';
import type { Stretch } from '../../text/stretch.ts';

/** The attribute that carries a block's first offset; all other offsets follow from the text in it. */
export const blockStart = 'data-start';

const blockOf = (node: Node): HTMLElement | null =>
  (node instanceof HTMLElement ? node : node.parentElement)?.closest<HTMLElement>(`[${blockStart}]`) ?? null;

const beginOf = (block: Element | undefined): number => Number(block?.getAttribute(blockStart));

/** The offset (UTF-16 units) of a point in the article; `null` outside its blocks. */
export function offsetOf(node: Node, offset: number): number | null {
  const block = blockOf(node);
  if (!block) return null;
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(node, offset);
  return beginOf(block) + before.toString().length;
}

/** The offset under a point of the window (CSS pixels); `null` where no text is. */
export function offsetAtPoint(x: number, y: number): number | null {
  const position = document.caretPositionFromPoint?.(x, y);
  return position ? offsetOf(position.offsetNode, position.offset) : null;
}

/** The DOM ranges of a stretch of an article, one in each block it touches. */
export function rangesOf(article: Element, stretch: Stretch): Range[] {
  const sections = touched([...article.children], (section) => beginOf(section.children[0]), stretch);
  const blocks = sections.flatMap((section) => [...section.children]);
  return touched(blocks, beginOf, stretch).flatMap((block) => {
    const from = beginOf(block);
    const length = block.textContent.length;
    if (stretch.start >= from + length) return [];
    const range = document.createRange();
    const [first, last] = [pointIn(block, Math.max(0, stretch.start - from)), pointIn(block, Math.min(length, stretch.end - from))];
    range.setStart(first.node, first.offset);
    range.setEnd(last.node, last.offset);
    return [range];
  });
}

/** Of parts in order, the last one that begins at or before the stretch and those behind it up to its end. */
function touched<T>(parts: readonly T[], begin: (part: T) => number, { start, end }: Stretch): T[] {
  const first = firstIndex(parts, (part) => begin(part) > start) - 1;
  const behind = firstIndex(parts, (part) => begin(part) >= end);
  return parts.slice(Math.max(0, first), behind);
}

function pointIn(block: Element, offset: number): { node: Node; offset: number } {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let left = offset;
  let last: Node = block;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (left <= length) return { node, offset: left };
    left -= length;
    last = node;
  }
  return { node: last, offset: last.textContent?.length ?? 0 };
}
