/** What a command found: 0 good, 1 readable but with findings, 2 unreadable or wrong usage. */
export interface Outcome {
  readonly exitCode: 0 | 1 | 2;
  /** What `--json` prints. */
  readonly json: unknown;
  /** What is printed otherwise. */
  readonly lines: readonly string[];
}

/** What was found in one of several files. */
export interface FileOutcome extends Outcome {
  readonly json: readonly unknown[];
}

/** A file named on the command line; `bytes` is `null` where it could not be read, with the reason. */
export interface InputFile {
  readonly name: string;
  readonly bytes: Uint8Array | null;
  readonly problem?: string;
  /** When it was last written. */
  readonly modified?: string;
}

/** The outcome of several files: the highest exit code. */
export function worst(codes: readonly Outcome['exitCode'][]): Outcome['exitCode'] {
  return codes.includes(2) ? 2 : codes.includes(1) ? 1 : 0;
}

/** What was found in all of them, in order. */
export const inAll = (outcomes: readonly FileOutcome[]): Outcome => ({
  exitCode: worst(outcomes.map(({ exitCode }) => exitCode)),
  json: outcomes.flatMap(({ json }) => json),
  lines: outcomes.flatMap(({ lines }) => lines),
});
