import { cliMessages } from '../messages/cli.ts';
import { compareMessages } from '../messages/compare.ts';
import type { PackageContents } from '../model/package-contents.ts';
import type { Id } from '../model/records.ts';
import type { Difference, EdgeReading, LinkDetail, Reading } from '../review/align/difference.ts';
import { differencesIn } from '../review/align/differences.ts';
import type { Compared } from '../review/compared.ts';
import { comparedOnText } from './compared.ts';
import type { InputFile, Outcome } from './outcome.ts';
import type { Options } from './words.ts';

/** `attest compare`: what the sets of packages have the same and in what they differ, passage by passage. */
export function compare(files: readonly InputFile[], _: Options, say: (line: string) => void): Outcome {
  say(cliMessages.reading(files.length));
  const read = comparedOnText(files);
  if ('outcome' in read) return read.outcome;
  const differences = differencesIn(read.compared);
  const differing = differences.filter(({ kind }) => kind !== 'same');
  return {
    exitCode: 0,
    json: differences,
    lines: differing.length === 0 ? [compareMessages.nothing] : differing.map((one) => lineOf(read.compared, read.packages, one)),
  };
}

// As much as tells one place from another in a list.
const shownWords = 60;

function lineOf(compared: Compared, packages: readonly PackageContents[], difference: Difference): string {
  const { article, annotations, start, end } = difference;
  const title = packages.flatMap(({ articles = [] }) => articles).find(({ id }) => id === article)?.title ?? article;
  const text = compared.texts.find((one) =>
    compared.sets.some((set) => set.annotations.get(one.text)?.some(({ id }) => id === annotations[0])),
  );
  const words = text?.content?.slice(start, Math.min(end, start + shownWords)).replaceAll(/\s+/gu, ' ') ?? '';
  return compareMessages.line(title, `${start}–${end}`, words, sentenceOf(compared, difference));
}

function sentenceOf({ sets, authors }: Compared, { kind, detail }: Difference): string {
  const namesOf = (ids: readonly Id[]) =>
    ids.map((id) => authors.get(sets.find(({ set }) => set.id === id)?.set.author ?? '')?.name || compareMessages.unnamed);
  if ('notIn' in detail) return compareMessages.lacks(detail.type, kind, namesOf(detail.notIn));
  if (kind === 'link') return compareMessages.link((detail as LinkDetail).relation, (detail as LinkDetail).change);
  if (kind === 'boundary') {
    const by = (detail as { readings: readonly EdgeReading[] }).readings.at(-1)?.by;
    return compareMessages.edges(by?.units ?? 0, by?.only ?? null);
  }
  const { readings, names = [] } = detail as { readings: readonly Reading<string | null>[]; names?: readonly (string | null)[] };
  return compareMessages.readings(
    kind,
    readings.map((reading, index) => compareMessages.reading(namesOf(reading.sets), names[index] ?? reading.value)),
  );
}
