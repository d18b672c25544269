import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../text/article.ts';
import { quotationsIn } from '../text/quotations.ts';
import { agencySpeakers } from './agency.cases.ts';
import { attributionsIn } from './attributions.ts';
import { offersFor } from './offers.ts';
import { speakers } from './speakers.cases.ts';
import { suggestionsIn } from './suggestions.ts';

interface Asked {
  readonly words: string;
  readonly offered: readonly string[];
  /** True where a rule names a speaker, and not nearness alone. */
  readonly ruled: boolean;
}

/** For each outermost quotation of an article the speakers it is offered, best first; with `language` read as that one. */
function offeredIn(file: string, language?: string): Asked[] {
  const text = readFileSync(file, 'utf8');
  const parsed = parseArticle(text);
  const suggestions = suggestionsIn({ text, zones: parsed.zones, language: language ?? parsed.language });
  const outermost = quotationsIn(text, parsed.zones).filter(({ depth }) => depth === 0);
  return outermost.map(({ start, end }) => {
    const target = { id: 'quote', type: 'quote', stretches: [{ start, end }] };
    const offers = offersFor({ suggestions, tags: [target], links: [], register: [] }, target);
    const offered = offers.filter(({ kind }) => kind === 'speaker').map(({ words }) => words.normalize());
    const ruled = offers.some(({ kind, rule }) => kind === 'speaker' && rule !== 'near');
    return { words: text.slice(start, end).normalize(), offered, ruled };
  });
}

function judge(cases: typeof speakers, language?: string) {
  return Object.entries(cases).flatMap(([file, rows]) => {
    const asked = offeredIn(file, language);
    return rows.map(([begins, speaker]) => {
      const found = asked.find(({ words }) => words.startsWith(begins.normalize()));
      const { offered = [], ruled = true } = found ?? {};
      const right = (words = '') => speaker.split('|').includes(words);
      const nobody = speaker === '';
      const first = nobody ? !ruled : right(offered[0]);
      return { file, nobody, first, listed: nobody ? !ruled : offered.some(right), miss: `${file}: ${begins} → ${offered[0]}` };
    });
  });
}

type Judged = ReturnType<typeof judge>;
const share = (all: Judged, part: 'first' | 'listed') => all.filter((one) => one[part]).length / all.length;
const misses = (all: Judged, part: 'first' | 'listed') => all.flatMap((one) => (one[part] ? [] : [one.miss])).join('\n');

describe('the speakers of the sample articles', () => {
  const judged = judge(speakers);

  it('are read by hand for a hundred quotations', () => {
    expect(judged.length).toBeGreaterThan(100);
  });

  it('are offered first, as whole mentions, for nine quotations of ten', () => {
    expect(share(judged, 'first'), misses(judged, 'first')).toBeGreaterThanOrEqual(0.9);
  });

  it('are in the list for 97 of 100', () => {
    expect(share(judged, 'listed'), misses(judged, 'listed')).toBeGreaterThanOrEqual(0.97);
  });

  it('would be missed without the verbs of their languages', () => {
    expect(share(judge(speakers, 'und'), 'first')).toBeLessThan(0.3);
  });
});

// The language stands at the beginning of the file's name.
const languages = [...new Set(Object.keys(agencySpeakers).map((file) => /(\w\w)-\d+\.txt$/u.exec(file)?.[1] ?? ''))];

describe.each(languages)('the speakers of the agency articles (%s)', (language) => {
  const group = Object.fromEntries(Object.entries(agencySpeakers).filter(([file]) => file.includes(`/${language}-`)));
  const judged = judge(group);
  const spoken = judged.filter(({ nobody }) => !nobody);

  it('are offered first for nine quotations of ten', () => {
    expect(spoken.length).toBeGreaterThan(10);
    expect(share(spoken, 'first'), misses(spoken, 'first')).toBeGreaterThanOrEqual(0.9);
  });

  it('are in the list for 97 of 100', () => {
    expect(share(spoken, 'listed'), misses(spoken, 'listed')).toBeGreaterThanOrEqual(0.97);
  });

  it('are none where a title, a name or a word stands in marks', () => {
    const silent = judged.filter(({ nobody }) => nobody);
    expect(silent.length).toBeGreaterThan(0);
    expect(misses(silent, 'first')).toBe('');
  });

  it('would be missed without the verbs of the language', () => {
    expect(
      share(
        judge(group, 'und').filter(({ nobody }) => !nobody),
        'first',
      ),
    ).toBeLessThan(0.5);
  });
});

// The sentences the long read is composed of, each with its speaker.
const name = String.raw`(?:[A-Z]\p{L}+(?: [A-Z]\p{L}+)?|the [\p{L}’ ]+?)`;
const forms = [
  new RegExp(`“[^”]*”,? said (${name})(?=[,.])`, 'gu'),
  new RegExp(`“[^”]*” (${name}) said(?=[,.])`, 'gu'),
  new RegExp(`(?<=[.”] |\\n)(${name}), [\\p{L} ]+, said: “[^”]*”`, 'gu'),
  new RegExp(`(?<=[.”] |\\n)(${name}) called it “[^”]*”`, 'gu'),
];

describe('the speakers of the long read', () => {
  const text = readFileSync('public/seeds/long-read.txt', 'utf8');
  const { zones, language } = parseArticle(text);
  const attributions = attributionsIn({ text, zones, language });
  const composed = forms.flatMap((form) =>
    [...text.matchAll(form)].map(({ 0: all, 1: speaker = '', index }) => ({ at: index + all.indexOf('“'), speaker })),
  );

  it('are found in its sentences', () => {
    expect(composed.length).toBeGreaterThan(600);
    const missed = composed.filter(({ at, speaker }) => {
      const found = attributions.find(({ content }) => content.some(({ start }) => start === at));
      const [source] = found?.source ?? [];
      return !source || !text.slice(source.start, source.end).startsWith(speaker);
    });
    expect(missed.map(({ at, speaker }) => `${speaker}: ${text.slice(at, at + 90)}`)).toEqual([]);
  });
});
