import { disagreements, mergePackages } from '../formats/package/merge.ts';
import { readPackage } from '../formats/package/read.ts';
import { application, writePackage } from '../formats/package/write.ts';
import { cliMessages } from '../messages/cli.ts';
import { contentsIn } from '../model/keyed-records.ts';
import type { PackageContents } from '../model/package-contents.ts';
import { titleOf } from '../model/views/title-of.ts';
import { failed } from './convert.ts';
import type { InputFile, Outcome } from './outcome.ts';
import type { Options } from './words.ts';
import { writeFiles } from './write-files.ts';

/** `attest merge`: unites packages; where they differ all variants are written, and the exit code is 1. */
export function merge(files: readonly InputFile[], { out }: Options, say: (line: string) => void): Outcome {
  if (out === undefined) return failed(2, [{ file: '', path: '', ...cliMessages.noOut }]);
  say(cliMessages.reading(files.length));
  const read = files.map((file) => ({ name: file.name, ...readFile(file) }));
  const faults = read.flatMap(({ name, faults = [] }) => faults.map((fault) => ({ file: name, ...fault })));
  if (faults.length > 0) return failed(read.some(({ readable }) => !readable) ? 2 : 1, faults);
  const contents = mergePackages(read.flatMap((one) => one.contents ?? []));
  const problem = writeFiles(out, [{ name: out, bytes: writePackage(contents, application).bytes }], say);
  if (problem !== null) return failed(2, [{ file: out, path: '', reason: problem, fix: cliMessages.otherOut }]);
  return outcome(out, contents);
}

function readFile({ bytes, problem = '' }: InputFile) {
  if (!bytes) return { readable: false, faults: [{ path: '', ...cliMessages.notRead(problem) }] };
  const read = readPackage(bytes);
  return 'faults' in read ? { readable: read.readable, faults: read.faults } : { readable: true, contents: read.contents };
}

function outcome(out: string, contents: PackageContents): Outcome {
  const differing = disagreements(contents);
  const known = new Map(contentsIn(contents).map(({ table, id, record }) => [`${table}/${id}`, titleOf(record)]));
  return {
    exitCode: differing.length > 0 ? 1 : 0,
    json: { out, variants: differing },
    lines: [
      cliMessages.written(out, 1),
      ...differing.map(({ table, id, contents: count }) => cliMessages.variants(table, id, known.get(`${table}/${id}`) ?? '', count)),
    ],
  };
}
