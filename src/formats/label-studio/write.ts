import type { AttributeDefinition, Codebook, TagType } from '../../model/codebooks/codebook.ts';
import { attributeOf } from '../../model/codebooks/newsroom-core.ts';
import type { PackageContents } from '../../model/package-contents.ts';
import type { Annotation, Article } from '../../model/records.ts';
import { type Offsets, offsetsOf } from '../../text/offset-units.ts';
import { beside } from '../companion.ts';
import type { WriteChoice, Written } from '../format.ts';
import { jsonFile, textFile } from '../json-file.ts';
import { carried, type Facet, lossesOf } from '../losses.ts';
import { nextPart } from '../next-part.ts';
import { present } from '../present.ts';
import { type TaggedText, type TagsOfSet, taggedTexts } from '../tagged-texts.ts';
import { controlOf } from './names.ts';

export const labelStudioDrops: readonly Facet[] = [
  ...([
    'journal',
    'undecided',
    'withheld',
    'cross-links',
    'order',
    'suggested',
    'acknowledged',
    'origin',
    'codebook',
    'author',
    'ids',
  ] as const),
];

/** Label Studio: one task for each text (code points), one annotation in it for each set, and the labelling configuration they need. */
export function writeLabelStudio(contents: PackageContents, choice: WriteChoice): Written {
  const losses = lossesOf(contents, labelStudioDrops);
  const left = carried(contents, labelStudioDrops);
  const tasks = taggedTexts(left).map((tagged) => taskOf(tagged, left));
  const files = [jsonFile('tasks.json', tasks), textFile('labelling-config.xml', configurationOf(left.codebooks ?? []))];
  return { files: [...files, ...beside(contents, losses, choice)], losses };
}

function taskOf({ text, article, sets }: TaggedText, { codebooks = [], sets: all = [] }: PackageContents) {
  const offsets = offsetsOf(text.content, { unit: 'code-point', crlf: 2 });
  const data = { text: text.content, textHash: text.id, offsetUnit: 'code-point', ...factsOf(article) };
  const annotations = sets.map((tags) => ({ completed_by: all.indexOf(tags.set) + 1, result: resultsOf(tags, offsets, codebooks) }));
  return { data, annotations, predictions: [] };
}

/** What is shown beside the text, and known of the article when it comes back alone. */
const factsOf = (article: Article | null) =>
  article &&
  present<Article>({
    title: article.title,
    byline: article.byline,
    publisher: article.publisher,
    date: article.date,
    url: article.url,
    language: article.language,
  });

type Region = { readonly id: string; readonly value: { readonly start: number; readonly end: number } };

function resultsOf({ annotations, relations }: TagsOfSet, offsets: Offsets, codebooks: readonly Codebook[]): object[] {
  const names = new Map(annotations.map(({ id }, index) => [id, `r${index + 1}`]));
  const regions = annotations.flatMap((tag) => regionsOf(tag, names.get(tag.id) ?? '', offsets, codebooks));
  const links = relations.map(({ type, from, to }) => linkOf(names.get(from) ?? '', names.get(to) ?? '', type));
  return [...regions, ...links];
}

const linkOf = (from: string, to: string, label: string) => ({
  type: 'relation',
  from_id: from,
  to_id: to,
  direction: 'right',
  labels: [label],
});

function regionsOf(tag: Annotation, name: string, offsets: Offsets, codebooks: readonly Codebook[]): object[] {
  const places = tag.segments.map(
    ({ start, end }, part): Region => ({
      id: part === 0 ? name : `${name}.${part + 1}`,
      value: { start: offsets.fromUtf16(start) ?? 0, end: offsets.fromUtf16(end) ?? 0 },
    }),
  );
  const [first] = places;
  const labels = places.map(({ id, value }, part) => ({
    ...{ id, from_name: 'label', to_name: 'article', type: 'labels' },
    value: { ...value, text: tag.segments[part]?.exact, labels: [tag.type] },
    ...(part === 0 && tag.note !== undefined && { meta: { text: [tag.note] } }),
  }));
  const links = places.slice(1).map(({ id }, index) => linkOf(places[index]?.id ?? '', id, nextPart));
  return first ? [...labels, ...links, ...valuesOf(tag, first, codebooks)] : [];
}

function valuesOf({ type, attributes, flag }: Annotation, { id, value }: Region, codebooks: readonly Codebook[]): object[] {
  const choice = (from: string, words: string) => ({
    id,
    from_name: from,
    to_name: 'article',
    type: 'choices',
    value: { ...value, choices: [words] },
  });
  const values = Object.entries(attributes).map(([attribute, words]) => {
    const from = controlOf(type, attribute);
    const listed = codebooks.some((codebook) => attributeOf(codebook, type, attribute)?.type === 'enum');
    return listed ? choice(from, words) : { id, from_name: from, to_name: 'article', type: 'textarea', value: { ...value, text: [words] } };
  });
  return flag ? [...values, choice('flag', flag)] : values;
}

function configurationOf(codebooks: readonly Codebook[]): string {
  const types = [...new Map(codebooks.flatMap((codebook) => codebook.types.map((type) => [type.id, type] as const))).values()];
  const relations = [...new Set(codebooks.flatMap((codebook) => codebook.relations.map(({ id }) => id)))];
  const lines = [
    '<View>',
    '  <Labels name="label" toName="article">',
    ...types.map(
      ({ id, letter, colour }) =>
        `    <Label value=${quoted(id)} hotkey=${quoted(letter.toLowerCase())} background=${quoted(colour.light.line)}/>`,
    ),
    '  </Labels>',
    '  <Text name="article" value="$text"/>',
    ...types.flatMap((type) => type.attributes.flatMap((attribute) => controlFor(type, attribute))),
    '  <Choices name="flag" toName="article" perRegion="true">',
    '    <Choice value="unsure"/>',
    '  </Choices>',
    '  <Relations>',
    ...[...relations, nextPart].map((id) => `    <Relation value=${quoted(id)}/>`),
    '  </Relations>',
    '</View>',
  ];
  return `${lines.join('\n')}\n`;
}

function controlFor({ id: type }: TagType, { id, values = [], type: kind }: AttributeDefinition): string[] {
  const members = `name=${quoted(controlOf(type, id))} toName="article" perRegion="true" whenTagName="label" whenLabelValue=${quoted(type)}`;
  if (kind !== 'enum') return [`  <TextArea ${members} maxSubmissions="1"/>`];
  return [`  <Choices ${members}>`, ...values.map((value) => `    <Choice value=${quoted(value.id)}/>`), '  </Choices>'];
}

/** A value of an XML attribute. Signs that XML cannot hold at all become U+FFFD. */
function quoted(words: string): string {
  const marks: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    '\n': '&#10;',
    '\r': '&#13;',
    '\t': '&#9;',
  };
  const escaped = words.replaceAll(/[&<>"\n\r\t]/gu, (sign) => marks[sign] ?? '');
  return `"${escaped.replaceAll(/[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')}"`;
}
