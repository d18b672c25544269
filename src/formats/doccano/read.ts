import { z } from 'zod';
import { formatMessages as said } from '../../messages/formats.ts';
import { readForeign } from '../companion.ts';
import { isId } from '../derived-id.ts';
import type { ForeignDocument, ForeignSet, ForeignTag, Found } from '../foreign.ts';
import type { FileFault, FormatFile, Given, ReadOutcome } from '../format.ts';
import { readChecked } from '../json-file.ts';
import { chainFrom, nextPart } from '../next-part.ts';

const span = z.union([
  z
    .tuple([z.int(), z.int(), z.string()])
    .transform(([start, end, label]) => ({ id: undefined, label, start_offset: start, end_offset: end })),
  z.object({ id: z.int().optional(), label: z.string(), start_offset: z.int(), end_offset: z.int() }),
]);
const exampleSchema = z.object({
  text: z.string(),
  entities: z.array(span).optional(),
  label: z.array(span).optional(),
  relations: z.array(z.object({ from_id: z.int(), to_id: z.int(), type: z.string() })).optional(),
  Comments: z.array(z.unknown()).optional(),
  set: z.string().optional(),
});
type Example = z.infer<typeof exampleSchema>;
type Span = z.infer<typeof span>;

/** Reads doccano JSONL, with relations or without. The file says nowhere how it counts and quotes nothing: UTF-16 units, unless these cannot be. */
export const readDoccano = (files: readonly FormatFile[], given: Given): ReadOutcome => readForeign(files, given, find);

function find(files: readonly FormatFile[]): Found {
  const read = files
    .flatMap(linesIn)
    .map(({ file, path, bytes }) => ({ file, path, ...readChecked({ name: file, bytes }, exampleSchema) }));
  const faults = read.flatMap((line): FileFault[] =>
    'faults' in line ? line.faults.map((fault) => ({ ...fault, path: `${line.path} ${fault.path}`.trim() })) : [],
  );
  if (faults.length > 0) return { faults };
  const documents = read.flatMap((line) => ('value' in line ? [documentOf(line.file, line.path, line.value)] : []));
  const keys = new Set(documents.flatMap(({ tags }) => tags.map(({ set }) => set)));
  const sets = [...keys].map((key): ForeignSet => ({ key, ...(isId(key) && { from: key }) }));
  const leftOut = read.reduce((sum, line) => sum + ('value' in line ? (line.value.Comments?.length ?? 0) : 0), 0);
  return { documents, sets, people: [], leftOut, nominal: { unit: 'utf-16', crlf: 2 }, relaysInFileOrder: true };
}

/** The lines of a file that are not empty, as bytes. */
function linesIn({ name: file, bytes }: FormatFile): { file: string; path: string; bytes: Uint8Array }[] {
  const lines: { file: string; path: string; bytes: Uint8Array }[] = [];
  const lineFeed = 0x0a;
  for (let [start, number] = [0, 1]; start < bytes.length; number += 1) {
    const found = bytes.indexOf(lineFeed, start);
    const end = found < 0 ? bytes.length : found;
    if (end > start) lines.push({ file, path: said.line(number), bytes: bytes.subarray(start, end) });
    start = end + 1;
  }
  return lines;
}

function documentOf(file: string, path: string, { text, entities, label, relations = [], set = '' }: Example): ForeignDocument {
  const spans = (entities ?? label ?? []).map((one, index) => ({ ...one, id: one.id ?? -1 - index }));
  const joints = relations.filter(({ type }) => type === nextPart);
  const next = new Map(joints.map(({ from_id: from, to_id: to }) => [from, to]));
  const later = new Set(next.values());
  const byId = new Map(spans.map((one) => [one.id, one]));
  const key = (id: number) => `${file} ${path} ${id}`;
  const tags = spans
    .filter(({ id }) => !later.has(id))
    .map(
      (one): ForeignTag => ({
        ...{ file, path, set, key: key(one.id), type: one.label, attributes: {}, record: {} },
        parts: chainFrom(one, ({ id }) => id, next, byId).map(partOf),
      }),
    );
  const links = relations
    .filter(({ type }) => type !== nextPart)
    .map(({ from_id: from, to_id: to, type }) => ({ file, path, set, type, from: key(from), to: key(to), record: {} }));
  return { file, path, text, article: {}, tags, links };
}

const partOf = ({ start_offset: start, end_offset: end }: Span) => ({ start, end });
