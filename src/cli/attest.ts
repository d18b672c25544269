import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { largest } from '../formats/package/read.ts';
import { cliMessages } from '../messages/cli.ts';
import { check } from './check.ts';
import type { InputFile, Outcome } from './outcome.ts';
import { parse } from './parse.ts';
import { suggest } from './suggest.ts';
import { validate } from './validate.ts';

const commands: Readonly<Record<string, (files: readonly InputFile[]) => Outcome>> = { parse, suggest, validate, check };

function read(name: string): InputFile {
  try {
    const bytes = readFileSync(name);
    const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
    return { name, bytes: new Uint8Array(packed ? gunzipSync(bytes, { maxOutputLength: largest }) : bytes) };
  } catch (error) {
    return { name, bytes: null, problem: error instanceof Error ? error.message : String(error) };
  }
}

function misused(reason: string, json: boolean): number {
  console.error([reason, ...cliMessages.usage].join('\n'));
  if (json) console.log(JSON.stringify([], null, 1));
  return 2;
}

function main(words: readonly string[]): number {
  const json = words.includes('--json');
  const [command, ...files] = words.filter((word) => word !== '--json');
  if (command === '--help' || files.includes('--help')) {
    console.log(cliMessages.usage.join('\n'));
    return 0;
  }
  const option = files.find((word) => word.startsWith('--'));
  const run = Object.hasOwn(commands, command ?? '') ? commands[command ?? ''] : undefined;
  if (!run) return misused(command === undefined ? '' : cliMessages.unknownCommand(command), json);
  if (option !== undefined) return misused(cliMessages.unknownOption(option), json);
  if (files.length === 0) return misused(cliMessages.noFiles, json);
  const outcome = run(files.map(read));
  console.log(json ? JSON.stringify(outcome.json, null, 1) : outcome.lines.join('\n'));
  return outcome.exitCode;
}

process.exitCode = main(process.argv.slice(2));
