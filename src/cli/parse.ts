import { cliMessages } from '../messages/cli.ts';
import { parseArticle } from '../text/article.ts';
import { sha256 } from '../text/hash.ts';
import { type InputFile, type Outcome, worst } from './outcome.ts';
import { readText } from './read-text.ts';

interface Parsed {
  readonly exitCode: Outcome['exitCode'];
  readonly json: Readonly<Record<string, unknown>>;
  readonly lines: readonly string[];
}

/** `attest parse`: metadata and zones of each article; offsets in UTF-16 units of the untouched text. */
export function parse(files: readonly InputFile[]): Outcome {
  const parsed = files.map(parseFile);
  const json = parsed.map((file) => file.json);
  return {
    exitCode: worst(parsed.map((file) => file.exitCode)),
    json: json.length === 1 ? json[0] : json,
    lines: parsed.flatMap((file) => file.lines),
  };
}

function parseFile(input: InputFile): Parsed {
  const { name } = input;
  const read = readText(input);
  if ('error' in read) return unreadable(name, read.error);
  const { text } = read;
  const article = parseArticle(text);
  const { zones, confidence, ...found } = article;
  const findings = text.trim() === '' ? [cliMessages.empty] : article.title === null ? [cliMessages.noHeadline] : [];
  const json = { file: name, ...found, textHash: sha256(text), length: text.length, zones, confidence, findings };
  const lines = [
    name,
    ...Object.entries(found).map(([key, value]) => `  ${key}: ${String(value ?? '–')}`),
    ...zones.map(({ kind, start, end }) => `  ${kind} ${start}–${end}`),
    ...findings.map((finding) => `  ${finding}`),
  ];
  return { exitCode: findings.length > 0 ? 1 : 0, json, lines };
}

function unreadable(file: string, reason: string): Parsed {
  return { exitCode: 2, json: { file, error: reason }, lines: [`${file}: ${reason}`] };
}
