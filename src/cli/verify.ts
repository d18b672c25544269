import { checkJournalLines, mayBeLines } from '../formats/journal-lines.ts';
import { readPackage } from '../formats/package/read.ts';
import { cliMessages } from '../messages/cli.ts';
import { packageMessages } from '../messages/package.ts';
import { type FileOutcome, type InputFile, inAll, type Outcome } from './outcome.ts';
import { faultsOutcome } from './validate.ts';

/** `attest verify`: whether every action of a journal, in a package or in lines, is the one its hash names and follows from the one before. */
export const verify = (files: readonly InputFile[]): Outcome => inAll(files.map(verifyFile));

function verifyFile({ name, bytes, problem = '' }: InputFile): FileOutcome {
  if (!bytes) return faultsOutcome(name, 2, [{ path: '', ...cliMessages.notRead(problem) }]);
  if (mayBeLines(bytes)) return verifyLines(name, bytes);
  const read = readPackage(bytes);
  if ('faults' in read) return faultsOutcome(name, read.readable ? 1 : 2, read.faults);
  const { journal = [] } = read.contents;
  const last = [...journal].sort((a, b) => a.seq - b.seq).at(-1);
  if (!last) return faultsOutcome(name, 1, [{ path: '/journal', ...packageMessages.noJournal }]);
  return sound(name, last.seq, last.hash);
}

function verifyLines(name: string, bytes: Uint8Array): FileOutcome {
  const checked = checkJournalLines(bytes);
  if (!('faults' in checked)) return sound(name, checked.actions, checked.head);
  const [first] = checked.faults;
  return faultsOutcome(name, first?.reason === packageMessages.journalHead.reason ? 2 : 1, checked.faults);
}

const sound = (file: string, actions: number, head: string): FileOutcome => ({
  exitCode: 0,
  json: [{ file, ok: true, actions, head, errors: [] }],
  lines: [cliMessages.chain(file, actions, head)],
});
