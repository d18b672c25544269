import type { Fault } from '../formats/package/fault.ts';
import { readPackage } from '../formats/package/read.ts';
import { cliMessages } from '../messages/cli.ts';
import { type InputFile, type Outcome, worst } from './outcome.ts';

/** `attest validate`: everything that is wrong with each package, by place. */
export function validate(files: readonly InputFile[]): Outcome {
  const results = files.map(validateFile);
  return {
    exitCode: worst(results.map(({ exitCode }) => exitCode)),
    json: results.map(({ file, errors }) => ({ file, ok: errors.length === 0, errors })),
    lines: results.flatMap(({ file, errors }) =>
      errors.length === 0 ? [cliMessages.good(file)] : errors.map(({ path, reason, fix }) => cliMessages.fault(file, path, reason, fix)),
    ),
  };
}

function validateFile({ name: file, bytes, problem = '' }: InputFile): {
  file: string;
  exitCode: Outcome['exitCode'];
  errors: readonly Fault[];
} {
  if (!bytes) return { file, exitCode: 2, errors: [{ path: '', ...cliMessages.notRead(problem) }] };
  const read = readPackage(bytes);
  if (!('faults' in read)) return { file, exitCode: 0, errors: [] };
  return { file, exitCode: read.readable ? 1 : 2, errors: read.faults };
}
