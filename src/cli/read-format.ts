import { asWork } from '../formats/as-work.ts';
import { readCodebook } from '../formats/codebook/read.ts';
import { derivedId } from '../formats/derived-id.ts';
import type { FileFault, Format, FormatFile, Given, ReadOutcome } from '../formats/format.ts';
import { readPackage } from '../formats/package/read.ts';
import { formatNamed, formatOf, formats } from '../formats/table.ts';
import { cliMessages } from '../messages/cli.ts';
import { newsroomCore } from '../model/codebooks/newsroom-core.ts';
import type { InputFile } from './outcome.ts';
import { readFiles } from './read-files.ts';
import type { Options } from './words.ts';

/** Files read in the format that was named or found. */
export interface ReadFormat {
  readonly format: Format;
  readonly outcome: ReadOutcome;
}

type Said = { readonly reason: string; readonly fix: string };

const refusal = (file: string, said: Said): { readonly faults: readonly FileFault[] } => ({ faults: [{ file, path: '', ...said }] });

/** Reads files of one format, against the package, codebook, author and type that the options name; or what is wrong with them. */
export function readFormat(inputs: readonly InputFile[], options: Options): ReadFormat | { readonly faults: readonly FileFault[] } {
  const unread = inputs.find(({ bytes }) => bytes === null);
  if (unread) return refusal(unread.name, cliMessages.notRead(unread.problem ?? ''));
  const files = inputs.flatMap(({ name, bytes }): FormatFile[] => (bytes ? [{ name, bytes }] : []));
  const format = options.from === undefined ? formatOf(files) : formatNamed(options.from);
  const known = formats.flatMap(({ id, read }) => (read ? [id] : [])).join(', ');
  if (!format?.read) return refusal(inputs[0]?.name ?? '', cliMessages.unknownFormat(known));
  const given = givenBy(inputs, options);
  if ('faults' in given) return given;
  const outcome = format.read(files, given);
  return { format, outcome: format.id === 'attest' ? outcome : asWork(outcome) };
}

function givenBy(
  inputs: readonly InputFile[],
  { known, codebook, author = '', type }: Options,
): Given | { readonly faults: readonly FileFault[] } {
  const times = inputs.flatMap(({ modified }) => modified ?? []).sort();
  const [contents, types] = [
    known === undefined ? { contents: {} } : packageIn(known),
    codebook === undefined ? { codebook: newsroomCore } : codebookIn(codebook),
  ];
  if ('faults' in contents) return contents;
  if ('faults' in types) return types;
  return {
    known: contents.contents,
    codebook: types.codebook,
    author: { id: derivedId('author', author), name: author },
    at: times.at(-1) ?? new Date(0).toISOString(),
    ...(type !== undefined && { untyped: type }),
  };
}

const named = (file: string, faults: readonly Omit<FileFault, 'file'>[]) => ({ faults: faults.map((fault) => ({ file, ...fault })) });

function packageIn(path: string) {
  const [{ bytes, problem = '' } = { bytes: null }] = readFiles([path]);
  if (!bytes) return refusal(path, cliMessages.notRead(problem));
  const read = readPackage(bytes);
  return 'faults' in read ? named(path, read.faults) : { contents: read.contents };
}

function codebookIn(path: string) {
  const [{ bytes, problem = '' } = { bytes: null }] = readFiles([path]);
  if (!bytes) return refusal(path, cliMessages.notRead(problem));
  const read = readCodebook(bytes);
  return 'faults' in read ? named(path, read.faults) : { codebook: read.codebook };
}
