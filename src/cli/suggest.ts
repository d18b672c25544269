import { cliMessages } from '../messages/cli.ts';
import { suggestMessages } from '../messages/suggest.ts';
import type { Attribution } from '../suggest/attribution.ts';
import { attributionsIn } from '../suggest/attributions.ts';
import { parseArticle } from '../text/article.ts';
import { quotationsIn } from '../text/quotations.ts';
import type { Stretch } from '../text/stretch.ts';
import { type InputFile, type Outcome, worst } from './outcome.ts';
import { readText } from './read-text.ts';

interface Suggested {
  readonly exitCode: Outcome['exitCode'];
  readonly json: Readonly<Record<string, unknown>>;
  readonly lines: readonly string[];
}

/** `attest suggest`: outermost quotations and who says what in each article; offsets in UTF-16 units of the untouched text. */
export function suggest(files: readonly InputFile[]): Outcome {
  const suggested = files.map(suggestFile);
  return {
    exitCode: worst(suggested.map(({ exitCode }) => exitCode)),
    json: suggested.map(({ json }) => json),
    lines: suggested.flatMap(({ lines }) => lines),
  };
}

function suggestFile(input: InputFile): Suggested {
  const { name: file } = input;
  const read = readText(input);
  if ('error' in read)
    return { exitCode: 2, json: { file, error: read.error, quotes: [], attributions: [] }, lines: [`${file}: ${read.error}`] };
  const { text } = read;
  const { zones, language } = parseArticle(text);
  const attributions = attributionsIn({ text, zones, language });
  const outermost = quotationsIn(text, zones).filter(({ depth }) => depth === 0);
  const json = { file, quotes: pairs(outermost), attributions: attributions.map(asJson) };
  const findings = text.trim() === '' ? [cliMessages.empty] : attributions.length === 0 ? [suggestMessages.none] : [];
  const lines = [file, ...attributions.map((attribution) => asLine(text, attribution)), ...findings.map((finding) => `  ${finding}`)];
  return { exitCode: text.trim() === '' ? 1 : 0, json, lines };
}

const pairs = (stretches: readonly Stretch[]): [number, number][] => stretches.map(({ start, end }) => [start, end]);

const asJson = ({ source, cue, content, score, rule, relays }: Attribution) => ({
  source: pairs(source),
  cue: pairs(cue),
  content: pairs(content),
  score,
  rule,
  relays: relays.map((relay) => ({ source: pairs(relay.source), cue: pairs(relay.cue), rule: relay.rule })),
});

function asLine(text: string, { source, content, score, rule, relays }: Attribution): string {
  const words = (stretches: readonly Stretch[]) => stretches.map(({ start, end }) => text.slice(start, end)).join(' … ');
  const who = words(source) + relays.map((relay) => suggestMessages.via(words(relay.source))).join('');
  return suggestMessages.found(suggestMessages.rules[rule], score, who, words(content));
}
