import { agreementMessages } from '../messages/agreement.ts';
import { casesFileMessages } from '../messages/cases-file.ts';
import { cliMessages } from '../messages/cli.ts';
import { resultsIn } from '../review/agreement/read-cases.ts';
import type { Figure } from '../review/report/figures.ts';
import { type AgreementReport, agreementReport } from '../review/report/report.ts';
import { comparedOnText } from './compared.ts';
import { failed } from './convert.ts';
import type { InputFile, Outcome } from './outcome.ts';
import { readFiles } from './read-files.ts';
import type { Options } from './words.ts';

// The same report from the same files, on every machine.
const draws = { draws: 1_000, seed: 1 };

/** `attest agreement`: how far the sets of packages agree; with `--cases` the value of each case, or why it has none. */
export function agreement(files: readonly InputFile[], { cases }: Options, say: (line: string) => void): Outcome {
  if (cases !== undefined) return casesOutcome(cases);
  say(cliMessages.reading(files.length));
  const read = comparedOnText(files);
  if ('outcome' in read) return read.outcome;
  const report = agreementReport(read.compared, draws);
  return { exitCode: 0, json: report, lines: linesOf(report) };
}

function linesOf({ warnings, found, attributes, characters }: AgreementReport): string[] {
  return [
    ...warnings,
    ...found.map(({ type, level, mean }) => agreementMessages.found(type, level, wordsOf(mean))),
    ...attributes.map(({ type, attribute, n, alpha }) => agreementMessages.alpha(type, attribute, n, wordsOf(alpha))),
    ...characters.map(({ type, alpha }) => agreementMessages.characters(type, wordsOf(alpha))),
  ];
}

function wordsOf({ value, reason = '', interval }: Figure): string {
  if (value === null) return agreementMessages.undefinedBecause(reason);
  return agreementMessages.figure(value.toFixed(3), interval ? [interval[0].toFixed(3), interval[1].toFixed(3)] : null);
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
