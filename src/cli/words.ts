import { cliMessages } from '../messages/cli.ts';

/** Options by name, without the hyphens; a flag that is given has the value of its name. */
export type Options = Readonly<Record<string, string>>;

interface Words {
  readonly files: readonly string[];
  readonly options: Options;
  /** What is wrong with the words; `null` where nothing is. */
  readonly problem: string | null;
}

/** The files and options among the words behind a command: `--to csv`, or a flag alone. */
export function wordsIn(words: readonly string[], options: readonly string[], flags: readonly string[]): Words {
  const files: string[] = [];
  const found = new Map<string, string>();
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const name = word.slice(2);
    if (!word.startsWith('--')) files.push(word);
    else if (flags.includes(name)) found.set(name, name);
    else if (options.includes(name)) {
      const value = words[at + 1];
      if (value === undefined || value.startsWith('--')) return { files, options: {}, problem: cliMessages.noValue(word) };
      found.set(name, value);
      at += 1;
    } else return { files, options: {}, problem: cliMessages.unknownOption(word) };
  }
  return { files, options: Object.fromEntries(found), problem: null };
}
