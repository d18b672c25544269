import { describe, expect, it } from 'vitest';
import { renameAuthor } from '../../model/commands/people.ts';
import { applyPatch } from '../../model/patch.ts';
import { sampleProject } from '../../testing/sample-project.ts';
import { connect, entryFor, fill } from '../../testing/sample-store.ts';
import { Appender } from './appender.ts';
import { baseName, folderName, JournalFolder } from './folder.ts';
import { following, lineOf, noHead } from './line.ts';
import { scrub } from './scrub.ts';

/** A database of three actions and a base with them, in which `damaged` may have changed a line. */
async function copies(damaged: (line: string, index: number) => string) {
  const project = crypto.randomUUID();
  const start = sampleProject('Headline\n\nKim said so.');
  const lines: string[] = [];
  const { store, database } = await connect(`attest-${project}`, {
    append: async (action) => void lines.push(lineOf(action)),
    appendLine: async (line) => void lines.push(new TextDecoder().decode(line)),
  });
  await fill(store, start);
  let current = start.project;
  for (const name of ['One', 'Two']) {
    const patch = renameAuthor(current, { author: start.context.author, name });
    current = applyPatch(current, patch);
    await store.commit(entryFor(patch));
  }
  const base = new Appender(folderName(project), baseName);
  await base.append(lines.map(damaged).join(''));
  await base.close();
  return { project, database, folder: await JournalFolder.open(project) };
}

async function scrubbed({ project, database, folder }: Awaited<ReturnType<typeof copies>>): Promise<boolean> {
  const base = new Appender(folderName(project), baseName);
  try {
    return await scrub({ folder, base }, database);
  } finally {
    await base.close();
  }
}

const numbers = async (folder: JournalFolder) => following(noHead, await folder.actions(baseName)).map(({ entry }) => entry.seq);

describe('a base', () => {
  it('that is whole is left alone', async () => {
    const both = await copies((line) => line);
    expect(await scrubbed(both)).toBe(false);
    expect(await scrubbed(both)).toBe(false);
    expect(await numbers(both.folder)).toEqual([1, 2, 3]);
  });

  it('that is damaged in its middle is written again from the database', async () => {
    const both = await copies((line, index) => (index === 1 ? line.replace('One', 'Onf') : line));
    expect((await both.folder.baseHead()).seq).toBe(3);
    expect(await numbers(both.folder)).toEqual([1]);
    expect(await scrubbed(both)).toBe(true);
    expect(await numbers(both.folder)).toEqual([1, 2, 3]);
    expect(await scrubbed(both)).toBe(false);
  });
});
