import type { Annotation, Relation } from '../model/records.ts';
import type { Compared, ComparedSet } from '../review/compared.ts';
import { chanceFrom } from './chance.ts';
import { plantedPair } from './planted-differences.ts';

/** Comparisons of one text each as one of all texts: the same sets, every text and tag with an id of its own. */
function togetherOf(all: readonly Compared[]): Compared {
  const [first] = all;
  if (!first) throw new Error('There is nothing to put together.');
  const renamed = all.map((one, number) => one.sets.map((set) => renamedSet(set, number)));
  return {
    ...first,
    texts: all.flatMap(({ texts }, number) =>
      texts.map((text) => ({ ...text, text: nameOf(text.text, number), article: `article ${number}` })),
    ),
    sets: first.sets.map(({ set }, at) => ({
      set,
      annotations: new Map(renamed.flatMap((sets) => [...(sets[at]?.annotations ?? [])])),
      relations: renamed.flatMap((sets) => sets[at]?.relations ?? []),
    })),
  };
}

const nameOf = (id: string, number: number): string => `${id} ${number}`;

function renamedSet({ set, annotations, relations }: ComparedSet, number: number): ComparedSet {
  const tagOf = (tag: Annotation) => ({ ...tag, id: nameOf(tag.id, number), text: nameOf(tag.text, number) });
  const linkOf = (link: Relation) => ({ ...link, from: nameOf(link.from, number), to: nameOf(link.to, number) });
  return {
    set,
    annotations: new Map([...annotations].map(([text, tags]) => [nameOf(text, number), tags.map(tagOf)])),
    relations: relations.map(linkOf),
  };
}

/** Two sets that differ here and there over so many texts, the same for the same seed. */
export const generatedTexts = (texts: number, seed: number): Compared =>
  togetherOf(Array.from({ length: texts }, (_, number) => plantedPair(chanceFrom(seed + number)).compared));
