import type { ReadContents } from '../formats/format.ts';
import { phraseOf } from '../formats/package/phrase.ts';
import { cliMessages } from '../messages/cli.ts';
import { exchangeMessages } from '../messages/exchange.ts';
import { formatMessages } from '../messages/formats.ts';
import { peopleMessages } from '../messages/people.ts';
import type { PackageContents } from '../model/package-contents.ts';
import { homesOf } from '../model/views/statements.ts';
import { failed, told, unanchored } from './convert.ts';
import type { InputFile, Outcome } from './outcome.ts';
import { readFormat } from './read-format.ts';
import type { Options } from './words.ts';

/** `attest inspect`: what files hold, without changing anything: format, how it counts, texts with their hashes, people and their sets. */
export function inspect(inputs: readonly InputFile[], options: Options, say: (line: string) => void): Outcome {
  say(cliMessages.reading(inputs.length));
  const read = readFormat(inputs, options);
  if ('faults' in read) return failed(2, read.faults);
  const { outcome } = read;
  if (outcome.outcome === 'refused') return failed(1, outcome.faults);
  return outcome.outcome === 'unanchored' ? unanchored(outcome.report) : described(read.format.id, outcome);
}

function described(format: string, { contents, counting, checksum, notes }: ReadContents): Outcome {
  const counts = Object.fromEntries(
    Object.entries(contents).flatMap(([table, records]) => (records.length > 0 ? [[table, records.length]] : [])),
  );
  const phrase = checksum === undefined ? undefined : phraseOf(checksum);
  const json = { format, counting, checksum, phrase, counts, texts: textsIn(contents), sets: setsIn(contents), notes: notes.map(told) };
  const { texts: _, journal: __, ...counted } = counts;
  const lines = [
    formatMessages.labels[format] ?? format,
    cliMessages.counted(formatMessages.counting(counting.unit, counting.crlf)),
    ...(checksum === undefined ? [] : [cliMessages.checksum(checksum, phrase ?? '')]),
    exchangeMessages.counts(counted),
    ...json.texts.map(({ title, hash, length, withheld }) => cliMessages.text(title, hash, length, withheld)),
    ...json.sets.map(({ name, basis, tags }) => cliMessages.set(name || formatMessages.unnamed, basis, peopleMessages.setCounts(tags))),
    ...json.notes.map(({ message }) => message),
  ];
  return { exitCode: 0, json, lines };
}

function textsIn({ texts = [], articles = [] }: PackageContents) {
  const homes = homesOf(new Map(articles.map((article) => [article.id, article])));
  return texts.map(({ id: hash, length, withheld }) => ({ title: homes.get(hash)?.title ?? '', hash, length, withheld }));
}

function setsIn({ sets = [], authors = [], annotations = [] }: PackageContents) {
  return sets.map(({ id, author, basis }) => ({
    ...{ id, author, basis },
    name: authors.find((one) => one.id === author)?.name ?? '',
    tags: annotations.filter(({ set }) => set === id).length,
  }));
}
