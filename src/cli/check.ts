import type { Fault } from '../formats/fault.ts';
import { readPackage } from '../formats/package/read.ts';
import { checkMessages } from '../messages/checks.ts';
import { cliMessages } from '../messages/cli.ts';
import type { Finding } from '../model/checks/finding.ts';
import { findingsInProject } from '../model/checks/project.ts';
import type { PackageContents } from '../model/package-contents.ts';
import type { Project } from '../model/project.ts';
import { projectOf } from '../model/project-of.ts';
import { type FileOutcome, type InputFile, inAll, type Outcome } from './outcome.ts';
import { faultsOutcome } from './validate.ts';

/** `attest check`: what is missing or wrong in the tags of each package, of all its sets. Exit 1 while there are errors; a file that is not sound is reported as by `attest validate`. */
export const check = (files: readonly InputFile[]): Outcome => inAll(files.map(checkFile));

function checkFile(file: InputFile): FileOutcome {
  const contents = contentsOf(file);
  return 'outcome' in contents ? contents.outcome : outcomeOf(projectOf(contents));
}

function contentsOf({ name, bytes, problem = '' }: InputFile): PackageContents | { readonly outcome: FileOutcome } {
  if (!bytes) return { outcome: faultsOutcome(name, 2, [{ path: '', ...cliMessages.notRead(problem) }]) };
  const read = readPackage(bytes);
  if (!('faults' in read)) return read.contents;
  if (read.contents && read.faults.every(isFoundByCheck)) return read.contents;
  return { outcome: faultsOutcome(name, read.readable ? 1 : 2, read.faults) };
}

/** Words that do not stand in the text, and links that lead nowhere, are what two of the checks are for. */
const isFoundByCheck = ({ path }: Fault): boolean =>
  /^\/annotations\/\d+\/segments\/\d+\/exact$|^\/relations\/\d+\/(?:from|to)$/u.test(path);

function outcomeOf(project: Project): FileOutcome {
  const findings = findingsInProject(project).filter(({ acknowledged }) => acknowledged === null);
  // Where two sets leave the same place untagged, it is said once.
  const rows = new Map(findings.map((finding) => [JSON.stringify(rowOf(finding)), finding]));
  const told = [...rows.values()];
  return {
    exitCode: told.some(({ level }) => level === 'error') ? 1 : 0,
    json: told.map(rowOf),
    lines: told.length === 0 ? [checkMessages.nothing] : told.map((finding) => lineOf(project, finding)),
  };
}

const rowOf = ({ check: id, level, article, start, end, annotation, message, params }: Finding) => ({
  check: id,
  level,
  article,
  start,
  end,
  annotation,
  message: checkMessages.sentence(message, params),
});

// As much as tells one place from another in a list.
const shownWords = 60;

function lineOf({ articles, texts, annotations }: Project, { level, article, start, end, annotation, message, params }: Finding): string {
  const { title = article, versions } = articles.get(article) ?? {};
  const hash = annotations.get(annotation ?? '')?.text ?? versions?.at(-1)?.text ?? '';
  const words =
    texts
      .get(hash)
      ?.content?.slice(start, Math.min(end, start + shownWords))
      .replaceAll(/\s+/gu, ' ') ?? '';
  return checkMessages.line(title, level, `${start}–${end}`, words, checkMessages.sentence(message, params));
}
