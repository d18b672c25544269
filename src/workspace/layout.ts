import type { Article, Zone } from '../model/records.ts';
import { clausesIn } from '../text/clauses.ts';
import { type Quotation, quotationsIn } from '../text/quotations.ts';
import { sentencesIn } from '../text/sentences.ts';
import type { Stretch } from '../text/stretch.ts';
import { wordsIn } from '../text/words.ts';

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

/** The layout of an article's text, computed once per article record. */
export function layoutFor(article: Article, zones: readonly Zone[], text: string): Layout {
  const known = layouts.get(article);
  if (known) return known;
  const paragraphs = zones.length > 0 ? zones : [{ start: 0, end: text.length }];
  const cut = (units: (text: string, stretch: Stretch, language: string) => Stretch[]) =>
    paragraphs.flatMap((zone) => units(text, zone, article.language));
  const quotations = quotationsIn(text, paragraphs).filter(({ depth }) => depth === 0);
  const layout = { text, paragraphs, sentences: cut(sentencesIn), clauses: cut(clausesIn), words: cut(wordsIn), quotations };
  layouts.set(article, layout);
  return layout;
}
