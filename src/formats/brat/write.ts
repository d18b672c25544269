import type { Codebook } from '../../model/codebooks/codebook.ts';
import type { PackageContents } from '../../model/package-contents.ts';
import type { Annotation, Relation } from '../../model/records.ts';
import { type Offsets, offsetsOf } from '../../text/offset-units.ts';
import { beside } from '../companion.ts';
import { isId } from '../derived-id.ts';
import type { FormatFile, WriteChoice, Written } from '../format.ts';
import { textFile } from '../json-file.ts';
import { onOneLine, withoutLineEnds } from '../line-ends.ts';
import { carried, type Facet, lossesOf } from '../losses.ts';
import { type TaggedText, taggedTexts } from '../tagged-texts.ts';
import { attributeName, isPlain, noteType } from './names.ts';

export const bratDrops: readonly Facet[] = [
  'journal',
  'undecided',
  'withheld',
  'line-ends',
  'cross-links',
  'order',
  'suggested',
  'acknowledged',
  'origin',
  'codebook',
  'author',
  'ids',
];

/** brat standoff: a .txt and an .ann file for each text of each set, in code points, and the configuration they need. */
export function writeBrat(contents: PackageContents, choice: WriteChoice): Written {
  const losses = lossesOf(contents, bratDrops);
  const left = carried(contents, bratDrops);
  const folders = taggedTexts(left).flatMap(foldersOf);
  const configuration = textFile('annotation.conf', configurationOf(left.codebooks ?? []));
  return { files: [configuration, ...folders, ...beside(contents, losses, choice)], losses };
}

function foldersOf({ text, sets }: TaggedText): FormatFile[] {
  const name = text.id.slice(0, 16);
  const offsets = offsetsOf(text.content, { unit: 'code-point', crlf: 2 });
  const pair = (folder: string, lines: readonly string[]) => [
    textFile(`${folder}/${name}.ann`, lines.map((line) => `${line}\n`).join('')),
    textFile(`${folder}/${name}.txt`, text.content),
  ];
  if (sets.length === 0) return pair('untagged', []);
  return sets.flatMap(({ set, annotations, relations }) => pair(set.id, new Lines(text.content, offsets).of(annotations, relations)));
}

class Lines {
  readonly #content: string;
  readonly #offsets: Offsets;
  readonly #lines: string[] = [];
  readonly #counts = new Map<string, number>();

  constructor(content: string, offsets: Offsets) {
    this.#content = content;
    this.#offsets = offsets;
  }

  of(annotations: readonly Annotation[], relations: readonly Relation[]): readonly string[] {
    const names = new Map(annotations.map((tag) => [tag.id, this.#tag(tag)]));
    for (const { type, from, to } of relations) this.#add('R', `${type} Arg1:${names.get(from)} Arg2:${names.get(to)}\t`);
    return this.#lines;
  }

  #tag({ type, segments, attributes, note, flag }: Annotation): string {
    const parts = withoutLineEnds(this.#content, segments);
    const places = parts.map(({ start, end }) => `${this.#offsets.fromUtf16(start)} ${this.#offsets.fromUtf16(end)}`);
    const words = parts.map(({ start, end }) => this.#content.slice(start, end)).join(' ');
    const name = this.#add('T', `${type} ${places.join(';')}\t${words}`);
    for (const [id, value] of Object.entries(attributes)) {
      if (isPlain(value) && !isId(value)) this.#add('A', `${attributeName(type, id)} ${name} ${value}`);
      else this.#add('#', `${noteType(id)} ${name}\t${onOneLine(value)}`);
    }
    if (flag) this.#add('A', `${flag} ${name}`);
    if (note !== undefined) this.#add('#', `AnnotatorNotes ${name}\t${onOneLine(note)}`);
    return name;
  }

  #add(kind: string, rest: string): string {
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    this.#lines.push(`${kind}${count}\t${rest}`);
    return `${kind}${count}`;
  }
}

function configurationOf(codebooks: readonly Codebook[]): string {
  const types = [...new Map(codebooks.flatMap((codebook) => codebook.types.map((type) => [type.id, type]))).values()];
  const relations = [...new Map(codebooks.flatMap((codebook) => codebook.relations.map((relation) => [relation.id, relation]))).values()];
  const attributes = types.flatMap(({ id: type, attributes: own }) =>
    own.flatMap(({ id, values = [] }) => {
      const plain = values.map((value) => value.id).filter(isPlain);
      return plain.length === 0 ? [] : [`${attributeName(type, id)}\tArg:${type}, Value:${plain.join('|')}`];
    }),
  );
  const sections = [
    ['[entities]', ...types.map(({ id }) => id)],
    [
      '[relations]',
      ...relations.map(({ id, from, to }) => `${id}\tArg1:${from.join('|')}, Arg2:${to.join('|')}`),
      '<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>',
    ],
    ['[events]'],
    ['[attributes]', ...attributes, 'unsure\tArg:<ENTITY>'],
  ];
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
