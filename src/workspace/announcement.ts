import { readerMessages } from '../messages/reader.ts';
import { annotationsInOrder } from '../model/views/tags.ts';
import type { Stretch } from '../text/stretch.ts';
import { wordsIn } from '../text/words.ts';
import { spanOf, type Unit } from './cursor.ts';
import { openTextIn } from './in-memory.ts';
import type { Layout } from './layout.ts';
import { layoutOf } from './open-layout.ts';
import { openArticle, shownParagraph } from './session.ts';
import type { WorkspaceState } from './state.ts';

/** What the range cursor spans, in words: “Sentence 3 of paragraph 4, 21 words; claim, quote”, and the text; empty without a cursor. */
export function announcement(state: WorkspaceState): string {
  const { cursor, set } = state.session;
  const layout = layoutOf(state);
  const [article, text] = [openArticle(state), openTextIn(state)];
  if (!cursor || !layout || !article || text === null) return '';
  const span = spanOf(cursor);
  const here = annotationsInOrder(state.project, text, set).filter(({ segments }) =>
    segments.some(({ start, end }) => start < span.end && span.start < end),
  );
  return readerMessages.announce({
    unit: cursor.unit,
    number: placeInParagraph(layout, cursor.unit, span),
    paragraph: shownParagraph(state, span.start),
    words: wordsIn(layout.text, span, article.language).length,
    tags: here.map(({ type }) => type),
    text: layout.text.slice(span.start, span.end),
  });
}

const counted: Partial<Record<Unit, 'sentences' | 'clauses' | 'words'>> = { sentence: 'sentences', clause: 'clauses', word: 'words' };

/** Which sentence, clause or word of its paragraph a span is, counted from 1; `null` where it is not exactly one. */
function placeInParagraph(layout: Layout, unit: Unit, span: Stretch): number | null {
  const name = counted[unit];
  const paragraph = layout.paragraphs.find(({ start, end }) => start <= span.start && span.end <= end);
  if (!name || !paragraph) return null;
  const within = layout[name].filter(({ start, end }) => paragraph.start <= start && end <= paragraph.end);
  const at = within.findIndex(({ start, end }) => start === span.start && end === span.end);
  return at < 0 ? null : at + 1;
}
