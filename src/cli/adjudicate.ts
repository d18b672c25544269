import { derivedId } from '../formats/derived-id.ts';
import { mergePackages } from '../formats/package/merge.ts';
import { application, writePackage } from '../formats/package/write.ts';
import { cliMessages } from '../messages/cli.ts';
import { compareMessages } from '../messages/compare.ts';
import type { PackageContents } from '../model/package-contents.ts';
import { type Gold, goldOf } from '../review/adjudicate/gold.ts';
import { policies } from '../review/adjudicate/policy.ts';
import { comparedOnText } from './compared.ts';
import { failed } from './convert.ts';
import type { InputFile, Outcome } from './outcome.ts';
import type { Options } from './words.ts';
import { writeFiles } from './write-files.ts';

/** `attest adjudicate`: writes what the sets of packages decide by a policy as a package with a set of its own. Exit 1 while something is open, which is printed and not in the package. */
export function adjudicate(
  files: readonly InputFile[],
  { policy: named, out, author = '' }: Options,
  say: (line: string) => void,
): Outcome {
  const policy = policies.find((one) => one === named);
  if (policy === undefined) return failed(2, [{ file: '', path: '', ...compareMessages.noPolicy(policies.join(', ')) }]);
  if (out === undefined) return failed(2, [{ file: '', path: '', ...cliMessages.noOut }]);
  say(cliMessages.reading(files.length));
  const read = comparedOnText(files);
  if ('outcome' in read) return read.outcome;
  const signer = { id: derivedId('author', author), name: author };
  const gold = goldOf(read.compared, policy, signer);
  const { codebooks = [], texts = [], articles = [], entities = [] } = mergePackages(read.packages);
  const { set, annotations, relations } = gold;
  const contents: PackageContents = { codebooks, texts, articles, entities, authors: [signer], sets: [set], annotations, relations };
  const problem = writeFiles(out, [{ name: out, bytes: writePackage(contents, application).bytes }], say);
  return problem === null ? written(out, gold) : failed(2, [{ file: out, path: '', reason: problem, fix: cliMessages.otherOut }]);
}

function written(out: string, { annotations, relations, open }: Gold): Outcome {
  return {
    exitCode: open.length > 0 ? 1 : 0,
    json: { out, decided: { annotations: annotations.length, relations: relations.length }, open },
    lines: [cliMessages.written(out, 1), compareMessages.adjudicated(annotations.length, open.length)],
  };
}
