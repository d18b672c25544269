import { writePackage } from '../formats/package/write.ts';
import { newsroomCore } from '../model/codebooks/newsroom-core.ts';
import { link } from '../model/commands/links.ts';
import { addTag } from '../model/commands/tags.ts';
import { applyPatch } from '../model/patch.ts';
import { sampleProject } from './sample-project.ts';

/** The text of the sample package: its tags are the quotation, Kim, and a claim in two parts. */
export const sampleText = 'Headline of a sample\n\n“It is safe 👩‍👩‍👧,” Kim said.\n\nThe bridge, she added, is new.';

/** A sound package as plain JSON, to be broken in one place. */
export function samplePackage() {
  const { project, context, texts } = sampleProject(sampleText);
  const text = texts[0] ?? '';
  const at = (words: string) => ({ start: sampleText.indexOf(words), end: sampleText.indexOf(words) + words.length });
  const tags = [
    ['quote', [at('“It is safe 👩‍👩‍👧,”')]],
    ['source', [at('Kim')]],
    ['claim', [at('The bridge'), at('is new')]],
  ] as const;
  const tagged = tags.reduce((so, [type, stretches]) => applyPatch(so, addTag(so, { text, type, stretches }, context)), project);
  const [quote, source] = [...tagged.annotations.keys()];
  const linked = applyPatch(tagged, link(tagged, { type: 'said-by', from: quote ?? '', to: source ?? '' }, context));
  const { bytes, checksum } = writePackage(
    {
      codebooks: [newsroomCore],
      texts: [...linked.texts.values()],
      articles: [...linked.articles.values()],
      authors: [...linked.authors.values()],
      sets: [...linked.sets.values()],
      annotations: [...linked.annotations.values()],
      relations: [...linked.relations.values()],
    },
    'Attest',
  );
  return { bytes, checksum, json: JSON.parse(new TextDecoder().decode(bytes)) };
}
