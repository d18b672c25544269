import { cliMessages } from '../messages/cli.ts';
import type { InputFile } from './outcome.ts';

/** The text of a file, or why it has none: not read, or not UTF-8. */
export function readText({ bytes, problem = '' }: InputFile): { readonly text: string } | { readonly error: string } {
  if (!bytes) return { error: cliMessages.notRead(problem).reason };
  const text = utf8(bytes);
  return text === null ? { error: cliMessages.notUtf8 } : { text };
}

// A byte order mark is noted by the app, not stored: it is no part of the text.
function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
