import { z } from 'zod';
import type { Codebook } from '../../model/codebooks/codebook.ts';
import { grouped } from '../../model/grouped.ts';
import { readForeign } from '../companion.ts';
import { derivedId } from '../derived-id.ts';
import { pointer } from '../fault.ts';
import type { ForeignDocument, ForeignPart, ForeignSet, ForeignTag, Found } from '../foreign.ts';
import type { FormatFile, Given, ReadOutcome } from '../format.ts';
import { eachChecked } from '../json-file.ts';
import { present } from '../present.ts';
import { typeNamed } from '../type-named.ts';

const time = z
  .string()
  .refine((value) => !Number.isNaN(Date.parse(value)), 'must be a time')
  .transform((value) => new Date(value).toISOString());
const selector = z.object({
  type: z.string(),
  start: z.int().min(0).optional(),
  end: z.int().min(0).optional(),
  exact: z.string().optional(),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
});
const annotation = z.object({
  id: z.string().min(1),
  uri: z.string(),
  text: z.string().optional(),
  tags: z.array(z.string()).optional(),
  target: z.array(z.object({ selector: z.array(selector).optional() })).optional(),
  user: z.string().optional(),
  group: z.string().optional(),
  created: time.optional(),
  updated: time.optional(),
  references: z.array(z.string()).optional(),
});
const exportSchema = z.object({ annotations: z.array(annotation) });
type Note = z.infer<typeof annotation>;

/**
 * Reads what Hypothesis exports, for articles that are here under the same address. The first tag that names a type of the codebook is the type;
 * other tags and the comment become the note. Each person keeps a set and a name; replies and notes on whole pages are left out.
 */
export const readHypothesis = (files: readonly FormatFile[], given: Given): ReadOutcome =>
  readForeign(files, given, (others) => find(others, given.codebook));

function find(files: readonly FormatFile[], codebook: Codebook): Found {
  const read = eachChecked(files, exportSchema);
  if ('faults' in read) return read;
  const notes = read.values.flatMap(({ file, value }) =>
    value.annotations.map((note, index) => ({ note, place: { file, path: pointer(['annotations', index]) } })),
  );
  const marks = notes.flatMap(({ note, place }) => {
    const parts = note.references?.length ? [] : partsOf(note);
    return parts.length === 0 ? [] : [{ ...place, uri: note.uri, tag: { ...place, ...tagOf(note, codebook), parts } }];
  });
  const documents = [...grouped(marks, ({ uri }) => uri)].map(([url, own]): ForeignDocument => {
    const { file, path } = own[0] ?? { file: '', path: '' };
    return { file, path, url, article: {}, tags: own.map(({ tag }) => tag), links: [] };
  });
  const users = new Set(marks.map(({ tag }) => tag.set));
  return {
    documents,
    sets: [...users].map(setOf),
    people: [],
    leftOut: notes.length - marks.length,
    nominal: { unit: 'utf-16', crlf: 2 },
    relaysInFileOrder: true,
  };
}

// Ids are made from the addresses of people and notes, so that a later export adds to the same set.
const authorOf = (user: string) => ({ id: derivedId('hypothesis', user), name: user.replace(/^acct:/u, '') });
const setOf = (user: string): ForeignSet => ({
  key: user,
  id: derivedId('hypothesis', 'set', user),
  author: authorOf(user),
  basis: 'independent',
});

function partsOf({ target = [] }: Note): ForeignPart[] {
  return target.flatMap(({ selector: selectors = [] }) => {
    const position = selectors.find(({ type }) => type === 'TextPositionSelector');
    const quote = selectors.find(({ type }) => type === 'TextQuoteSelector');
    const { start = -1, end = 0 } = position ?? {};
    const words = present<ForeignPart>({ exact: quote?.exact, prefix: quote?.prefix, suffix: quote?.suffix });
    return position || words.exact !== undefined ? [{ start, end, ...words }] : [];
  });
}

function tagOf(
  { id, text, tags = [], user = '', created, updated }: Note,
  codebook: Codebook,
): Omit<ForeignTag, 'file' | 'path' | 'parts'> {
  const type = tags.find((tag) => typeNamed(codebook, tag) !== null);
  const others = tags.filter((tag) => tag !== type).map((tag) => `#${tag}`);
  const note = [...(text ? [text] : []), ...others].join('\n');
  const changed = updated !== undefined && updated !== created;
  return {
    key: id,
    set: user,
    type: type ?? '',
    attributes: {},
    record: present({
      id: derivedId('hypothesis', 'note', id),
      author: authorOf(user).id,
      created,
      note: note === '' ? null : note,
      ...(changed && { modified: updated, modifiedBy: authorOf(user).id }),
    }),
  };
}
