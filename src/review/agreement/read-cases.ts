import type { Fault } from '../../formats/fault.ts';
import { faultsOfIssues, readJson } from '../../formats/read-json.ts';
import { casesFileMessages } from '../../messages/cases-file.ts';
import { type CaseResult, casesSchema, resultsOf } from './cases.ts';

/** How many bytes a file of cases may have: a thousand times the published one. */
const largest = 40 * 1024 * 1024;

/** The results of all cases in a file, in their order; or everything that is wrong with it. Never throws on bad input. */
export function resultsIn(bytes: Uint8Array): { readonly results: readonly CaseResult[] } | { readonly faults: readonly Fault[] } {
  const json = readJson(bytes, largest, casesFileMessages);
  if ('fault' in json) return { faults: [json.fault] };
  const parsed = casesSchema.safeParse(json.value);
  return parsed.success ? { results: resultsOf(parsed.data) } : { faults: faultsOfIssues(parsed.error.issues, casesFileMessages) };
}
