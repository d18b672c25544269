import type { PackageContents } from '../../model/package-contents.ts';
import type { Annotation } from '../../model/records.ts';
import { beside } from '../companion.ts';
import type { WriteChoice, Written } from '../format.ts';
import { textFile } from '../json-file.ts';
import { carried, type Facet, lossesOf } from '../losses.ts';
import { nextPart } from '../next-part.ts';
import { type TaggedText, type TagsOfSet, taggedTexts } from '../tagged-texts.ts';

export const doccanoDrops: readonly Facet[] = [
  ...([
    'journal',
    'undecided',
    'withheld',
    'cross-links',
    'order',
    'suggested',
    'note',
    'flag',
    'acknowledged',
    'attributes',
    'origin',
    'codebook',
  ] as const),
  ...(['author', 'ids'] as const),
];

/** doccano: a line of JSON for each text of each set, in UTF-16 units, for projects that allow overlapping spans and relations. */
export function writeDoccano(contents: PackageContents, choice: WriteChoice): Written {
  const losses = lossesOf(contents, doccanoDrops);
  const tagged = taggedTexts(carried(contents, doccanoDrops));
  const lines = tagged.flatMap((text) => (text.sets.length === 0 ? [lineOf(text, null)] : text.sets.map((tags) => lineOf(text, tags))));
  const file = textFile('examples.jsonl', lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return { files: [file, ...beside(contents, losses, choice)], losses };
}

function lineOf({ text }: TaggedText, tags: TagsOfSet | null) {
  const { annotations = [], relations = [] } = tags ?? {};
  const parts = annotations.flatMap((tag) => tag.segments.map((segment) => ({ tag, segment })));
  const entities = parts.map(({ tag: { type }, segment: { start, end } }, index) => ({
    id: index + 1,
    label: type,
    start_offset: start,
    end_offset: end,
  }));
  const first = new Map<Annotation, number>();
  parts.forEach(({ tag }, index) => {
    if (!first.has(tag)) first.set(tag, index + 1);
  });
  const byId = new Map(annotations.map((tag) => [tag.id, first.get(tag)]));
  const joints = parts.flatMap(({ tag }, index) => (first.get(tag) === index + 1 ? [] : [{ from: index, to: index + 1, type: nextPart }]));
  const links = relations.map(({ from, to, type }) => ({ from: byId.get(from), to: byId.get(to), type }));
  return {
    text: text.content,
    entities,
    relations: [...joints, ...links].map(({ from, to, type }, index) => ({ id: index + 1, from_id: from, to_id: to, type })),
    Comments: [],
    // doccano keeps further members as they are.
    textHash: text.id,
    offsetUnit: 'utf-16',
    ...(tags && { set: tags.set.id }),
  };
}
