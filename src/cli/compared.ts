import type { FileFault } from '../formats/format.ts';
import { readPackage } from '../formats/package/read.ts';
import { cliMessages } from '../messages/cli.ts';
import { compareMessages } from '../messages/compare.ts';
import type { PackageContents } from '../model/package-contents.ts';
import type { Compared } from '../review/compared.ts';
import { comparedOf, type NotCompared } from '../review/compared-of.ts';
import { failed } from './convert.ts';
import type { InputFile, Outcome } from './outcome.ts';

/** The packages in these files, and the sets in them over the same texts; or the outcome that says why there are none. */
export function comparedOnText(
  files: readonly InputFile[],
): { readonly packages: readonly PackageContents[]; readonly compared: Compared } | { readonly outcome: Outcome } {
  const read = files.map(({ name, bytes, problem = '' }) => {
    if (!bytes) return { readable: false, faults: [{ file: name, path: '', ...cliMessages.notRead(problem) }] };
    const found = readPackage(bytes);
    return 'faults' in found
      ? { readable: found.readable, faults: found.faults.map((fault): FileFault => ({ file: name, ...fault })) }
      : { readable: true, faults: [], contents: found.contents };
  });
  const faults = read.flatMap((one) => one.faults);
  if (faults.length > 0) return { outcome: failed(read.some(({ readable }) => !readable) ? 2 : 1, faults) };
  const packages = read.flatMap(({ contents }) => contents ?? []);
  const compared = comparedOf(packages);
  if ('problem' in compared) return { outcome: failed(1, [{ file: files.at(-1)?.name ?? '', path: '', ...said(compared) }]) };
  return { packages, compared };
}

function said(not: NotCompared) {
  if (not.problem === 'forks') return compareMessages.grewApart(not.set);
  return not.problem === 'sets' ? compareMessages.tooFewSets : compareMessages.noCommonText;
}
