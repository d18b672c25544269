import type { Project } from '../../model/project.ts';
import { homesOf } from '../../model/views/statements.ts';
import type { Row } from './cells.ts';

const before = [
  'tag_id',
  'part',
  'article',
  'text_hash',
  'type',
  'start',
  'end',
  'offset_unit',
  'exact',
  'note',
  'flag',
  'origin',
  'suggested',
];
const after = ['set', 'annotator', 'created', 'modified_by', 'modified', 'codebook'];

/** One row for each part of each tag, one column for each attribute, under a row of names. */
export function tagRows({ annotations, articles, authors }: Project): Row[] {
  const homes = homesOf(articles);
  const attributes = [...new Set([...annotations.values()].flatMap((tag) => Object.keys(tag.attributes)))].sort();
  const rows = [...annotations.values()].flatMap((tag) =>
    tag.segments.map(
      ({ start, end, exact }, part): Row => [
        ...[tag.id, part + 1, homes.get(tag.text)?.title, tag.text, tag.type, start, end, 'utf-16', exact, tag.note, tag.flag, tag.origin],
        tag.suggested?.join('; '),
        ...attributes.map((id) => tag.attributes[id]),
        ...[tag.set, authors.get(tag.author)?.name, tag.created, authors.get(tag.modifiedBy ?? '')?.name, tag.modified, tag.codebook],
      ],
    ),
  );
  return [[...before, ...attributes, ...after], ...rows];
}
