import type { z } from 'zod';
import { formatMessages as said } from '../messages/formats.ts';
import { canonicalJson } from './canonical.ts';
import type { FileFault, FormatFile } from './format.ts';
import { largest } from './package/read.ts';
import { faultsOfIssues, readJson } from './read-json.ts';

/** What a file of JSON holds, checked against a schema that leaves unknown members out; or what is wrong with it. */
export function readChecked<S extends z.ZodType>(
  { name: file, bytes }: FormatFile,
  schema: S,
): { readonly value: z.infer<S> } | { readonly faults: readonly FileFault[] } {
  const json = readJson(bytes, largest, said);
  if ('fault' in json) return { faults: [{ file, ...json.fault }] };
  const parsed = schema.safeParse(json.value);
  if (parsed.success) return { value: parsed.data };
  return { faults: faultsOfIssues(parsed.error.issues, said).map((fault) => ({ file, ...fault })) };
}

/** What each of several files of JSON holds; or everything that is wrong with them. */
export function eachChecked<S extends z.ZodType>(
  files: readonly FormatFile[],
  schema: S,
): { readonly values: readonly { readonly file: string; readonly value: z.infer<S> }[] } | { readonly faults: readonly FileFault[] } {
  const read = files.map((file) => ({ file: file.name, ...readChecked(file, schema) }));
  const faults = read.flatMap((result): readonly FileFault[] => ('faults' in result ? result.faults : []));
  if (faults.length > 0) return { faults };
  return { values: read.flatMap((result) => ('value' in result ? [{ file: result.file, value: result.value }] : [])) };
}

/** A file of these values as canonical JSON. */
export const jsonFile = (name: string, value: unknown): FormatFile => ({ name, bytes: new TextEncoder().encode(canonicalJson(value)) });

/** A file of plain text. */
export const textFile = (name: string, text: string): FormatFile => ({ name, bytes: new TextEncoder().encode(text) });
