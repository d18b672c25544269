import { anchorAnnotations } from '../anchoring/anchor-annotations.ts';
import type { Anchored } from '../anchoring/anchored.ts';
import { type AnchorCase, readAnchorCases } from '../formats/anchor-cases/read.ts';
import { cliMessages } from '../messages/cli.ts';
import { type FileOutcome, type InputFile, inAll, type Outcome } from './outcome.ts';
import { faultsOutcome } from './validate.ts';

/** `attest anchor`: where the words of each case stand in its edited text; offsets in UTF-16 units. Of a file that is not sound no case is answered. */
export const anchor = (files: readonly InputFile[]): Outcome => inAll(files.map(anchorFile));

function anchorFile({ name, bytes, problem = '' }: InputFile): FileOutcome {
  if (!bytes) return faultsOutcome(name, 2, [{ path: '', ...cliMessages.notRead(problem) }]);
  const read = readAnchorCases(bytes);
  if ('faults' in read) return faultsOutcome(name, read.readable ? 1 : 2, read.faults);
  const found = answers(read.cases);
  return {
    exitCode: 0,
    json: found.map(([{ id }, { status, score, changed, ...place }]) => ({ id, status, ...place, score, changed })),
    lines: found.map(([each, anchored]) => lineOf(each, anchored)),
  };
}

/** Every case with its answer, in order. Cases with the same two texts are answered by one comparison. */
function answers(cases: readonly AnchorCase[]): [AnchorCase, Anchored][] {
  const groups = new Map<string, AnchorCase[]>();
  for (const each of cases) {
    const texts = JSON.stringify([each.text, each.editedText]);
    groups.set(texts, [...(groups.get(texts) ?? []), each]);
  }
  const found = new Map<AnchorCase, Anchored>();
  for (const group of groups.values()) {
    const stretches = group.map(({ stretch }) => stretch);
    const anchored = anchorAnnotations(group[0]?.text ?? '', group[0]?.editedText ?? '', stretches);
    group.forEach((each, index) => anchored[index] && found.set(each, anchored[index]));
  }
  return cases.flatMap((each): [AnchorCase, Anchored][] => {
    const anchored = found.get(each);
    return anchored ? [[each, anchored]] : [];
  });
}

function lineOf({ id, editedText }: AnchorCase, anchored: Anchored): string {
  const { status, score } = anchored;
  const words = anchored.status === 'lost' ? '' : editedText.slice(anchored.start, anchored.end).replaceAll(/\s+/gu, ' ');
  return cliMessages.anchored(String(id), status, score, words);
}
