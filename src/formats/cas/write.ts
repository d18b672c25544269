import type { PackageContents } from '../../model/package-contents.ts';
import type { Annotation, Relation } from '../../model/records.ts';
import { beside } from '../companion.ts';
import type { FormatFile, WriteChoice, Written } from '../format.ts';
import { jsonFile } from '../json-file.ts';
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
  const { annotations = [], relations = [] } = tags ?? {};
  const ids = new Map<string, number>();
  let last = whole;
  const marks = annotations.flatMap((tag) =>
    tag.segments.map(({ start, end }, part) => {
      last += 1;
      if (part === 0) ids.set(tag.id, last);
      return { '%ID': last, '%TYPE': tagLayer, '@sofa': sofa, begin: start, end, ...tagMembers(tag, part) };
    }),
  );
  const begins = new Map(annotations.map(({ id, segments: [first] }) => [id, first]));
  const links = relations.map((link) => {
    last += 1;
    const place = begins.get(link.to);
    const ends = { '@Governor': ids.get(link.from), '@Dependent': ids.get(link.to) };
    return { '%ID': last, '%TYPE': linkLayer, '@sofa': sofa, begin: place?.start, end: place?.end, ...ends, ...linkMembers(link) };
  });
  const document = {
    '%ID': whole,
    '%TYPE': 'uima.tcas.DocumentAnnotation',
    '@sofa': sofa,
    begin: 0,
    end: content.length,
    language: article?.language ?? 'und',
  };
  const structures = [
    { '%ID': sofa, '%TYPE': 'uima.cas.Sofa', sofaNum: 1, sofaID: '_InitialView', mimeType: 'text', sofaString: content },
    document,
    ...marks,
    ...links,
  ];
  const members = structures.slice(1).map((structure) => structure['%ID']);
  return jsonFile(name, {
    '%TYPES': typesFor(annotations),
    '%FEATURE_STRUCTURES': structures,
    '%VIEWS': { _InitialView: { '%SOFA': sofa, '%MEMBERS': members } },
  });
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
