import { casesFileMessages } from '../messages/cases-file.ts';
import { cliMessages } from '../messages/cli.ts';
import { resultsIn } from '../review/agreement/read-cases.ts';
import { failed } from './convert.ts';
import type { InputFile, Outcome } from './outcome.ts';
import { readFiles } from './read-files.ts';
import type { Options } from './words.ts';

/** `attest agreement`: with `--cases` the value of each case, or why it has none. */
export function agreement(_: readonly InputFile[], { cases = '' }: Options): Outcome {
  return casesOutcome(cases);
}

function casesOutcome(path: string): Outcome {
  const [{ bytes, problem = '' } = { bytes: null }] = readFiles([path]);
  if (!bytes) return failed(2, [{ file: path, path: '', ...cliMessages.notRead(problem) }]);
  const read = resultsIn(bytes);
  if ('faults' in read)
    return failed(
      2,
      read.faults.map((fault) => ({ file: path, ...fault })),
    );
  return {
    exitCode: 0,
    json: read.results,
    lines: read.results.map(({ id, value, reason = '' }) =>
      value === null ? casesFileMessages.undefinedBecause(id, reason) : casesFileMessages.line(id, JSON.stringify(value)),
    ),
  };
}
