import type { Project } from '../../model/project.ts';
import { wordsOf } from '../../model/views/tags.ts';
import type { Row } from './cells.ts';

const head = [
  'link_id',
  'type',
  'order',
  'from_id',
  'from_type',
  'from_text',
  'to_id',
  'to_type',
  'to_text',
  'text_hash',
  'set',
  'annotator',
  'created',
];

/** One row for each link, with the words at both ends, under a row of names. */
export function linkRows({ annotations, relations, authors }: Project): Row[] {
  const end = (id: string): Row => {
    const tag = annotations.get(id);
    return [id, tag?.type, tag && wordsOf(tag)];
  };
  const rows = [...relations.values()].map(
    ({ id, type, order, from, to, text, set, author, created }): Row => [
      ...[id, type, order],
      ...end(from),
      ...end(to),
      ...[text, set, authors.get(author)?.name, created],
    ],
  );
  return [head, ...rows];
}
