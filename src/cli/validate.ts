import type { Fault } from '../formats/fault.ts';
import { readPackage } from '../formats/package/read.ts';
import { cliMessages } from '../messages/cli.ts';
import { type FileOutcome, type InputFile, inAll, type Outcome } from './outcome.ts';

/** `attest validate`: everything that is wrong with each package, by place. */
export const validate = (files: readonly InputFile[]): Outcome => inAll(files.map(validateFile));

function validateFile({ name, bytes, problem = '' }: InputFile): FileOutcome {
  if (!bytes) return faultsOutcome(name, 2, [{ path: '', ...cliMessages.notRead(problem) }]);
  const read = readPackage(bytes);
  return 'faults' in read ? faultsOutcome(name, read.readable ? 1 : 2, read.faults) : faultsOutcome(name, 0, []);
}

/** What is said about one package, sound where there are no errors. */
export function faultsOutcome(file: string, exitCode: Outcome['exitCode'], errors: readonly Fault[]): FileOutcome {
  return {
    exitCode,
    json: [{ file, ok: errors.length === 0, errors }],
    lines:
      errors.length === 0 ? [cliMessages.good(file)] : errors.map(({ path, reason, fix }) => cliMessages.fault(file, path, reason, fix)),
  };
}
