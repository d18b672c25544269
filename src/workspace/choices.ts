import { panelMessages } from '../messages/panel.ts';
import type { RelationType } from '../model/codebooks/codebook.ts';
import { codebookOf } from '../model/commands/lookup.ts';
import type { Annotation } from '../model/records.ts';
import { endOf, relationsFrom, startOf, targetsNear, wordsOf } from '../model/views/tags.ts';
import { untaggedSpeakers } from './offers.ts';
import type { WorkspaceState } from './state.ts';

/** One line of the list of what an annotation can be linked to, and the action that choosing it performs. */
export interface Choice {
  readonly id: string;
  readonly words: string;
  /** Where it stands (UTF-16 units); `null` for what stands nowhere. */
  readonly at: number | null;
  /** False for words that become a tag when they are chosen. */
  readonly tagged: boolean;
  readonly action: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** The links that say where a statement comes from; each has a key of its own. */
const ofStatements = new Set(['said-by', 'claimed-by', 'relayed-via']);

/** What a link of this type may lead to: tags and proposed sources, the nearest first, and in the end what stands for no source at all. */
export function choicesFor(state: WorkspaceState, from: Annotation, relation: RelationType): readonly Choice[] {
  const tags = targetsNear(state.project, from, relation).map((target): Choice => {
    const parameters = { from: from.id, to: target.id, relation: relation.id };
    return { id: target.id, words: wordsOf(target), at: target.segments[0].start, tagged: true, action: 'link', parameters };
  });
  const proposed = ofStatements.has(relation.id) ? untaggedSpeakers(state, from) : [];
  const untagged = proposed.map(({ words, stretches }): Choice => {
    const start = stretches[0]?.start ?? 0;
    const parameters = { annotation: from.id, relation: relation.id, start };
    return { id: `at-${start}`, words, at: start, tagged: false, action: 'link-untagged', parameters };
  });
  const distance = ({ at }: Choice): number => Math.max(0, startOf(from) - (at ?? 0), (at ?? 0) - endOf(from));
  return [...[...tags, ...untagged].sort((a, b) => distance(a) - distance(b)), ...withoutSource(from, relation)];
}

/** The first other link of an annotation for which there is something to choose, else the first that the codebook allows; `null` where it allows none. */
export function otherRelation(state: WorkspaceState, from: Annotation): string | null {
  const { relations } = codebookOf(state.project, from.codebook);
  const others = relationsFrom(relations, from.type).filter(({ id }) => !ofStatements.has(id));
  return (others.find((relation) => choicesFor(state, from, relation).length > 0) ?? others[0])?.id ?? null;
}

function withoutSource({ id, attributes }: Annotation, { id: relation }: RelationType): readonly Choice[] {
  const plain = { at: null, tagged: true, parameters: { annotation: id } };
  if (relation === 'said-by') return [{ ...plain, id: 'nobody', words: panelMessages.noSpeaker, action: 'no-speaker' }];
  if (relation === 'claimed-by' && attributes.voice !== 'article')
    return [{ ...plain, id: 'article', words: panelMessages.articleItself, action: 'article-voice' }];
  return [];
}
