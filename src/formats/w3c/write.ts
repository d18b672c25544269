import { grouped } from '../../model/grouped.ts';
import type { PackageContents } from '../../model/package-contents.ts';
import type { Acknowledgements, Annotation, AnnotationSet, Author, Id, Relation } from '../../model/records.ts';
import { type Offsets, offsetsOf } from '../../text/offset-units.ts';
import { beside } from '../companion.ts';
import { isId } from '../derived-id.ts';
import type { FormatFile, WriteChoice, Written } from '../format.ts';
import { jsonFile } from '../json-file.ts';
import { carried, type Facet, lossesOf } from '../losses.ts';
import { contexts, textUrn, urnOf } from './terms.ts';

export const w3cDrops: readonly Facet[] = ['journal', 'undecided', 'withheld'];

/** How many annotations a page holds: enough for an article, few enough to be read at once. */
const pageSize = 1_000;

type Names = ReadonlyMap<Id, Author>;

/** One collection for each set, in pages, after the W3C Web Annotation model: tags with quote and position selectors (code points), links as annotations that link. */
export function writeW3c(contents: PackageContents, choice: WriteChoice): Written {
  const { texts = [], sets = [], authors = [], annotations = [], relations = [] } = carried(contents, w3cDrops);
  const counted = new Map(
    texts.flatMap(({ id, content }) => (content === undefined ? [] : [[id, offsetsOf(content, { unit: 'code-point', crlf: 2 })] as const])),
  );
  const names: Names = new Map(authors.map((author) => [author.id, author]));
  const [tags, links] = [grouped(annotations, ({ set }) => set), grouped<Id, Relation>(relations, ({ set }) => set)];
  const losses = lossesOf(contents, w3cDrops);
  const collections = sets.flatMap((set) => {
    const items = [
      ...(tags.get(set.id) ?? []).map((tag) => tagItem(tag, counted.get(tag.text), names)),
      ...(links.get(set.id) ?? []).map((link) => linkItem(link, names)),
    ];
    return collectionFiles(set, items, names, choice);
  });
  return { files: [...collections, ...beside(contents, losses, choice)], losses };
}

const agent = (id: Id, names: Names) => ({ id: urnOf(id), type: 'Person', name: names.get(id)?.name || undefined });

function tagItem(tag: Annotation, offsets: Offsets | undefined, names: Names) {
  return {
    id: urnOf(tag.id),
    type: 'Annotation',
    motivation: tag.type === 'source' ? 'identifying' : 'classifying',
    creator: agent(tag.author, names),
    created: tag.created,
    modified: tag.modified,
    body: bodiesOf(tag),
    target: tag.segments.map(({ start, end, exact, prefix, suffix }) => ({
      type: 'SpecificResource',
      source: textUrn(tag.text),
      selector: [
        { type: 'TextQuoteSelector', exact, prefix, suffix },
        { type: 'TextPositionSelector', start: offsets?.fromUtf16(start) ?? undefined, end: offsets?.fromUtf16(end) ?? undefined },
      ],
    })),
    'attest:modifiedBy': tag.modifiedBy && urnOf(tag.modifiedBy),
    'attest:origin': tag.origin,
    'attest:codebook': tag.codebook,
    'attest:flag': tag.flag,
    'attest:suggested': tag.suggested,
    'attest:acknowledged': tag.acknowledged && findingsOf(tag.acknowledged),
  };
}

const findingsOf = (acknowledged: Acknowledgements) =>
  Object.entries(acknowledged).map(([finding, { reason, author, at }]) => ({
    'attest:finding': finding,
    'attest:reason': reason,
    creator: urnOf(author),
    created: at,
  }));

const body = (purpose: string, value: string, attribute?: string) => ({
  type: 'TextualBody',
  purpose,
  value,
  'attest:attribute': attribute,
});

function bodiesOf({ type, attributes, note }: Annotation) {
  const values = Object.entries(attributes).map(([id, value]) =>
    isId(value)
      ? { type: 'SpecificResource', purpose: 'identifying', source: urnOf(value), 'attest:attribute': id }
      : body('tagging', value, id),
  );
  return [body('classifying', type), ...values, ...(note === undefined ? [] : [body('commenting', note)])];
}

function linkItem(link: Relation, names: Names) {
  return {
    id: urnOf(link.id),
    type: 'Annotation',
    motivation: 'linking',
    creator: agent(link.author, names),
    created: link.created,
    body: [urnOf(link.to), body('classifying', link.type)],
    // An object, because a reader that is widely used cannot take a bare address.
    target: { type: 'SpecificResource', purpose: 'linking', source: urnOf(link.from) },
    'attest:order': link.order,
  };
}

function collectionFiles(set: AnnotationSet, items: readonly object[], names: Names, { application }: WriteChoice): FormatFile[] {
  const id = urnOf(set.id);
  const pages = Math.ceil(items.length / pageSize);
  const pageId = (page: number) => `${id}#page-${page}`;
  const head = { id, type: 'AnnotationCollection', label: names.get(set.author)?.name || application, total: items.length };
  const page = (at: number) => ({
    id: pageId(at),
    type: 'AnnotationPage',
    partOf: head,
    startIndex: (at - 1) * pageSize,
    items: items.slice((at - 1) * pageSize, at * pageSize),
    prev: at > 1 ? pageId(at - 1) : undefined,
    next: at < pages ? pageId(at + 1) : undefined,
  });
  const collection = {
    '@context': contexts,
    ...head,
    creator: agent(set.author, names),
    created: set.created,
    generator: { id: 'urn:attest:application', type: 'Software', name: application },
    'attest:basis': set.basis,
    first: pages > 0 ? page(1) : undefined,
    last: pages > 0 ? pageId(pages) : undefined,
  };
  const further = Array.from({ length: Math.max(0, pages - 1) }, (_, at) =>
    jsonFile(`${set.id}-page-${at + 2}.jsonld`, { '@context': contexts, ...page(at + 2) }),
  );
  return [jsonFile(`${set.id}.jsonld`, collection), ...further];
}
