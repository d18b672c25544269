import { adjudicationMessages as words } from '../../messages/adjudication.ts';
import { reviewMessages } from '../../messages/review.ts';
import { attributeOf } from '../../model/codebooks/newsroom-core.ts';
import { codebookOf } from '../../model/commands/lookup.ts';
import type { Project } from '../../model/project.ts';
import type { Annotation } from '../../model/records.ts';
import { wordsOf } from '../../model/views/tags.ts';
import type { GoldCard } from '../../review/adjudicate/cards.ts';

/** The tag that stands for a card: what was decided, else what most sets have. */
export const tagOfCard = ({ tag, passage }: GoldCard): Annotation | null => tag ?? passage?.readings[0]?.tags[0] ?? null;

/** The words of a card. */
export function titleOfCard(card: GoldCard): string {
  const tag = tagOfCard(card);
  return tag ? wordsOf(tag) : '';
}

/** In what the sets differ on a passage, in words. */
export function differencesIn(project: Project, { passage }: GoldCard): string {
  if (!passage) return words.onlyGold;
  const [first] = passage.items;
  const said = passage.differences.map(({ kind, detail }) => {
    if (kind === 'missing' || kind === 'extra') return words.majority(passage.items.length, passage.items.length + passage.without.length);
    if (kind === 'attribute' && 'attribute' in detail && first)
      return attributeOf(codebookOf(project, first.codebook), first.type, detail.attribute)?.label ?? detail.attribute;
    return kind === 'same' ? words.standing.agreed : reviewMessages.difference(kind);
  });
  return [...new Set(said)].join('; ');
}
