import type { CountingReport, FileFault, Format, ReadContents } from '../formats/format.ts';
import type { Loss } from '../formats/losses.ts';
import { application } from '../formats/package/write.ts';
import { formatNamed, formats } from '../formats/table.ts';
import { cliMessages } from '../messages/cli.ts';
import { formatMessages } from '../messages/formats.ts';
import type { InputFile, Outcome } from './outcome.ts';
import { readFormat } from './read-format.ts';
import type { Options } from './words.ts';
import { writeFiles } from './write-files.ts';

type Say = (line: string) => void;

/** `attest convert`: files of one format in another. What gets lost is said; where anything is wrong, nothing is written. */
export function convert(inputs: readonly InputFile[], options: Options, say: Say): Outcome {
  const target = formatNamed(options.to ?? '');
  const writable = formats.flatMap(({ id, write }) => (write ? [id] : [])).join(', ');
  if (!target?.write) return failed(2, [{ file: '', path: '', ...cliMessages.noTarget(writable) }]);
  if (options.out === undefined) return failed(2, [{ file: '', path: '', ...cliMessages.noOut }]);
  say(cliMessages.reading(inputs.length));
  const read = readFormat(inputs, options);
  if ('faults' in read) return failed(2, read.faults);
  const { outcome } = read;
  if (outcome.outcome === 'refused') return failed(1, outcome.faults);
  if (outcome.outcome === 'unanchored') return unanchored(outcome.report);
  say(cliMessages.converting(formatMessages.labels[read.format.id] ?? '', formatMessages.labels[target.id] ?? ''));
  return write(target, outcome, options, say);
}

function write({ id, write: writeAs }: Format, { contents, notes }: ReadContents, { out = '', exact }: Options, say: Say): Outcome {
  const written = writeAs?.(contents, { application, ...(exact !== undefined && { exact: true }) });
  if (!written) return failed(2, []);
  const losses = [...notes, ...written.losses];
  const problem = writeFiles(out, written.files, say);
  if (problem !== null) return failed(2, [{ file: out, path: '', reason: problem, fix: cliMessages.otherOut }]);
  const names = written.files.map(({ name }) => name);
  return {
    exitCode: 0,
    json: { out, format: id, files: names, losses: losses.map(told) },
    lines: [cliMessages.written(out, names.length), ...losses.map(({ facet, count }) => `  ${formatMessages.loss(facet, count)}`)],
  };
}

/** A loss in numbers and words. */
export const told = ({ facet, count }: Loss) => ({ facet, count, message: formatMessages.loss(facet, count) });

/** How the passages of files stand when counted in each way. */
const reported = (report: readonly CountingReport[]): string[] =>
  report.map(({ counting: { unit, crlf }, fitting, of }) => formatMessages.report(formatMessages.counting(unit, crlf), fitting, of));

/** The outcome of files whose passages stand nowhere as the files say. */
export function unanchored(report: readonly CountingReport[]): Outcome {
  return {
    exitCode: 1,
    json: { unanchored: report },
    lines: [cliMessages.unanchored, ...reported(report).map((line) => `  ${line}`)],
  };
}

/** The outcome of files that were not taken. */
export function failed(exitCode: 1 | 2, faults: readonly FileFault[]): Outcome {
  return {
    exitCode,
    json: { errors: faults },
    lines: faults.map(({ file, path, reason, fix }) => cliMessages.fault(file, path, reason, fix)),
  };
}
