import { codebookFileMessages as words } from '../../messages/codebook-file.ts';
import type { Codebook } from '../../model/codebooks/codebook.ts';
import type { Fault } from '../fault.ts';
import { faultsOfIssues, readJson } from '../read-json.ts';
import { faultsInCodebook } from './check.ts';
import { codebookFileSchema } from './schema.ts';

/** How many bytes a codebook may have: a hundred times the default one. */
const largest = 2 * 1024 * 1024;
/** Reads a codebook, or says everything that is wrong with it. Never throws on bad input. */
export function readCodebook(bytes: Uint8Array): { readonly codebook: Codebook } | { readonly faults: readonly Fault[] } {
  const json = readJson(bytes, largest, words);
  if ('fault' in json) return { faults: [json.fault] };
  const head = faultInHead(json.value);
  if (head) return { faults: [head] };
  const parsed = codebookFileSchema.safeParse(json.value);
  if (!parsed.success) return { faults: faultsOfIssues(parsed.error.issues, words) };
  // The schema and the type say the same; the test beside the package's schema holds them together.
  const { format: _, formatVersion: __, ...rest } = parsed.data;
  const codebook = rest as Codebook;
  const faults = faultsInCodebook(codebook);
  return faults.length > 0 ? { faults } : { codebook };
}

function faultInHead(value: unknown): Fault | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { path: '', ...words.notCodebook };
  const { format, formatVersion, types } = value as Readonly<Record<string, unknown>>;
  if (format !== 'attest-codebook' && (format !== undefined || types === undefined)) return { path: '/format', ...words.notCodebook };
  return typeof formatVersion === 'number' && formatVersion > 1 ? { path: '/formatVersion', ...words.newer(formatVersion) } : null;
}
