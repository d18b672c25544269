import { cliMessages } from '../messages/cli.ts';
import { adjudicate } from './adjudicate.ts';
import { agreement } from './agreement.ts';
import { anchor } from './anchor.ts';
import { check } from './check.ts';
import { compare } from './compare.ts';
import { convert } from './convert.ts';
import { inspect } from './inspect.ts';
import { merge } from './merge.ts';
import type { InputFile, Outcome } from './outcome.ts';
import { parse } from './parse.ts';
import { readFiles } from './read-files.ts';
import { suggest } from './suggest.ts';
import { validate } from './validate.ts';
import { verify } from './verify.ts';
import { type Options, wordsIn } from './words.ts';

/** Where a command tells what it found, and what it is doing. */
export interface Voice {
  out(line: string): void;
  err(line: string): void;
}

type Command = (files: readonly InputFile[], options: Options, say: (line: string) => void) => Outcome;

interface CommandRow {
  readonly run: Command;
  readonly options: readonly string[];
  readonly flags: readonly string[];
  /** An option that names what is read in the place of files. */
  readonly instead?: string;
}

const commands: Readonly<Record<string, CommandRow>> = {
  parse: { run: parse, options: [], flags: [] },
  suggest: { run: suggest, options: [], flags: [] },
  validate: { run: validate, options: [], flags: [] },
  verify: { run: verify, options: [], flags: [] },
  check: { run: check, options: [], flags: [] },
  anchor: { run: anchor, options: [], flags: [] },
  convert: { run: convert, options: ['to', 'out', 'from', 'known', 'codebook', 'author', 'type'], flags: ['exact'] },
  merge: { run: merge, options: ['out'], flags: [] },
  inspect: { run: inspect, options: ['from', 'known', 'codebook', 'type'], flags: [] },
  compare: { run: compare, options: [], flags: [] },
  adjudicate: { run: adjudicate, options: ['policy', 'out', 'author'], flags: [] },
  agreement: { run: agreement, options: ['cases'], flags: [], instead: 'cases' },
};

/** Runs one command; gives the exit code. */
export function main(words: readonly string[], voice: Voice): number {
  const json = words.includes('--json');
  const [name, ...rest] = words.filter((word) => word !== '--json');
  if (words.includes('--help')) {
    voice.out(cliMessages.usage.join('\n'));
    return 0;
  }
  const command = Object.hasOwn(commands, name ?? '') ? commands[name ?? ''] : undefined;
  if (!command) return misused(name === undefined ? '' : cliMessages.unknownCommand(name), json, voice);
  const { files, options, problem } = wordsIn(rest, command.options, command.flags);
  if (problem !== null) return misused(problem, json, voice);
  if (files.length === 0 && options[command.instead ?? ''] === undefined) return misused(cliMessages.noFiles, json, voice);
  const outcome = command.run(readFiles(files), options, (line) => voice.err(line));
  voice.out(json ? JSON.stringify(outcome.json, null, 1) : outcome.lines.join('\n'));
  return outcome.exitCode;
}

function misused(reason: string, json: boolean, voice: Voice): number {
  voice.err([reason, ...cliMessages.usage].join('\n'));
  if (json) voice.out(JSON.stringify([], null, 1));
  return 2;
}
