import type { PackageContents } from '../../model/package-contents.ts';
import type { Annotation, Relation } from '../../model/records.ts';
import type { Stretch } from '../../text/stretch.ts';
import { canonicalJson } from '../canonical.ts';
import { beside } from '../companion.ts';
import type { FormatFile, WriteChoice, Written } from '../format.ts';
import { textFile } from '../json-file.ts';
import { carried, type Facet, lossesOf } from '../losses.ts';
import { type TaggedText, type TagsOfSet, taggedTexts } from '../tagged-texts.ts';
import { featureOf, linkFeatures, linkLayer, tagFeatures, tagLayer } from './layers.ts';

export const casDrops: readonly Facet[] = ['journal', 'undecided', 'withheld', 'cross-links'];

/** One UIMA CAS (JSON 0.4, UTF-16 units) for each text of each set, as INCEpTION reads it. */
export function writeCas(contents: PackageContents, choice: WriteChoice): Written {
  const losses = lossesOf(contents, casDrops);
  const files = taggedTexts(carried(contents, casDrops)).flatMap((tagged) => {
    const name = `${tagged.text.id.slice(0, 16)}.json`;
    if (tagged.sets.length === 0) return [casFile(`untagged/${name}`, tagged, null)];
    return tagged.sets.map((tags) => casFile(`${tags.set.id}/${name}`, tagged, tags));
  });
  return { files: [...files, ...beside(contents, losses, choice)], losses };
}

// Ids of feature structures count from 1; the text is the first, the document the second.
const [sofa, whole] = [1, 2];

function casFile(name: string, { text: { content }, article }: TaggedText, tags: TagsOfSet | null): FormatFile {
  const annotations = tags?.annotations ?? [];
  const structures = [
    { '%ID': sofa, '%TYPE': 'uima.cas.Sofa', sofaNum: 1, sofaID: '_InitialView', mimeType: 'text', sofaString: content },
    placed(whole, 'uima.tcas.DocumentAnnotation', { start: 0, end: content.length }, { language: article?.language ?? 'und' }),
    ...marksAndLinks(annotations, tags?.relations ?? []),
  ];
  const members = structures.slice(1).map((structure) => structure['%ID']);
  const parts = [
    ['%TYPES', typesFor(annotations)],
    ['%FEATURE_STRUCTURES', structures],
    ['%VIEWS', { _InitialView: { '%SOFA': sofa, '%MEMBERS': members } }],
  ] as const;
  // Readers that stream have to know the types before the first structure: the order is not that of the names.
  return textFile(name, `{${parts.map(([key, value]) => `\n"${key}": ${canonicalJson(value).trimEnd()}`).join(',')}\n}\n`);
}

const placed = <M extends object>(id: number, type: string, { start, end }: Stretch, members: M) => ({
  ...{ '%ID': id, '%TYPE': type, '@sofa': sofa, begin: start, end },
  ...members,
});

function marksAndLinks(annotations: readonly Annotation[], relations: readonly Relation[]) {
  const heads = new Map<string, { readonly id: number; readonly place: Stretch }>();
  let last = whole;
  const marks = annotations.flatMap((tag) =>
    tag.segments.map((place, part) => {
      last += 1;
      if (part === 0) heads.set(tag.id, { id: last, place });
      return placed(last, tagLayer, place, tagMembers(tag, part));
    }),
  );
  const links = relations.flatMap((link) => {
    const [from, to] = [heads.get(link.from), heads.get(link.to)];
    if (!from || !to) return [];
    last += 1;
    return [placed(last, linkLayer, to.place, { '@Governor': from.id, '@Dependent': to.id, ...linkMembers(link) })];
  });
  return [...marks, ...links];
}

function tagMembers(tag: Annotation, part: number) {
  if (part > 0) return { attestId: tag.id, part: String(part + 1) };
  const { author, created, modifiedBy, modified, origin, codebook, note, flag, set } = tag;
  return {
    tag: tag.type,
    attestId: tag.id,
    ...Object.fromEntries(Object.entries(tag.attributes).map(([id, value]) => [featureOf(id), value])),
    ...{ set, author, created, modifiedBy, modified, origin, codebook, note, flag },
    suggested: tag.suggested && JSON.stringify(tag.suggested),
    acknowledged: tag.acknowledged && JSON.stringify(tag.acknowledged),
  };
}

const linkMembers = ({ type, id, set, author, created, order }: Relation) => ({
  link: type,
  attestId: id,
  ...{ set, author, created },
  order: order === undefined ? undefined : String(order),
});

function typesFor(annotations: readonly Annotation[]) {
  const attributes = new Set(annotations.flatMap((tag) => Object.keys(tag.attributes).map(featureOf)));
  const layer = (name: string, features: readonly string[], ends: readonly string[] = []) => ({
    '%NAME': name,
    '%SUPER_TYPE': 'uima.tcas.Annotation',
    ...Object.fromEntries(features.map((feature) => [feature, { '%NAME': feature, '%RANGE': 'uima.cas.String' }])),
    ...Object.fromEntries(ends.map((end) => [end, { '%NAME': end, '%RANGE': tagLayer }])),
  });
  return {
    [tagLayer]: layer(tagLayer, [...tagFeatures, ...attributes]),
    [linkLayer]: layer(linkLayer, linkFeatures, ['Dependent', 'Governor']),
  };
}
