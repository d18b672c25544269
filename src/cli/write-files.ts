import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FormatFile } from '../formats/format.ts';
import { cliMessages } from '../messages/cli.ts';

/** Writes one file as `path`, several into a new folder of that name: all or none. Gives the reason where nothing was written, else `null`. */
export function writeFiles(path: string, files: readonly FormatFile[], say: (line: string) => void): string | null {
  if (existsSync(path)) return cliMessages.outExists(path);
  const waiting = `${path}.part`;
  const [only, ...others] = files;
  try {
    rmSync(waiting, { recursive: true, force: true });
    files.forEach(({ name, bytes }, index) => {
      say(cliMessages.writing(name, index + 1, files.length));
      const place = only && others.length === 0 ? waiting : join(waiting, name);
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, bytes);
    });
    renameSync(waiting, path);
    return null;
  } catch (error) {
    rmSync(waiting, { recursive: true, force: true });
    return cliMessages.notWritten(path, error instanceof Error ? error.message : String(error));
  }
}
