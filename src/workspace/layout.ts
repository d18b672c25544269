import type { Article } from '../model/records.ts';
import { clausesIn } from '../text/clauses.ts';
import { type Quotation, quotationsIn } from '../text/quotations.ts';
import { sentencesIn } from '../text/sentences.ts';
import type { Stretch } from '../text/stretch.ts';
import { wordsIn } from '../text/words.ts';
import { openArticle } from './session.ts';
import type { WorkspaceState } from './state.ts';

/** A text cut into the units the range cursor moves by; each list in reading order, UTF-16 units. */
export interface Layout {
  readonly text: string;
  readonly paragraphs: readonly Stretch[];
  readonly sentences: readonly Stretch[];
  readonly clauses: readonly Stretch[];
  readonly words: readonly Stretch[];
  readonly quotations: readonly Quotation[];
}

const layouts = new WeakMap<Article, Layout>();

/** The open article's layout, computed once per article; `null` when no text is there. */
export function layoutOf(state: WorkspaceState): Layout | null {
  const article = openArticle(state);
  const version = article?.versions.at(-1);
  const text = version && state.project.texts.get(version.text)?.content;
  if (!article || !version || text === undefined) return null;
  const known = layouts.get(article);
  if (known) return known;
  const paragraphs = version.zones.length > 0 ? version.zones : [{ start: 0, end: text.length }];
  const cut = (units: (text: string, stretch: Stretch, language: string) => Stretch[]) => paragraphs.flatMap((zone) => units(text, zone, article.language));
  const layout = { text, paragraphs, sentences: cut(sentencesIn), clauses: cut(clausesIn), words: cut(wordsIn), quotations: quotationsIn(text, paragraphs).filter(({ depth }) => depth === 0) };
  layouts.set(article, layout);
  return layout;
}
