import type { TextHash, TextRecord } from '../model/records.ts';
import { sha256 } from '../text/hash.ts';
import { StorageError } from './errors.ts';
import { type ProjectDatabase, partLength, type StoredText } from './project-database.ts';

/** The content of a stored text; `null` where it is withheld or unknown. Throws a StorageError of kind `corrupt-text` where it is not what its hash says. */
export async function contentOf(database: ProjectDatabase, text: TextHash): Promise<string | null> {
  const parts = await database.parts.where('[text+part]').between([text, 0], [text, Number.POSITIVE_INFINITY]).toArray();
  if (parts.length === 0) return null;
  const content = parts.map((part) => part.content).join('');
  if (!content.isWellFormed() || sha256(content) !== text) throw new StorageError('corrupt-text', `The stored text ${text} is damaged.`);
  return content;
}

/** The stored ones of these texts, with content where it is not withheld. */
export async function textsWithContent(database: ProjectDatabase, ids: readonly TextHash[]): Promise<TextRecord[]> {
  const rows = await database.texts.bulkGet([...new Set(ids)]);
  return Promise.all(rows.flatMap((row) => (row ? [withContent(database, row)] : [])));
}

async function withContent(database: ProjectDatabase, text: StoredText): Promise<TextRecord> {
  const content = await contentOf(database, text.id);
  return content === null ? text : { ...text, content };
}

/** Stores a text that is not stored yet, or only withheld. Runs inside the transaction. */
export async function writeText(database: ProjectDatabase, { content, ...text }: TextRecord): Promise<void> {
  const stored = await database.texts.get(text.id);
  if (stored && (stored.withheld === undefined || content === undefined)) return;
  await database.texts.put(text);
  if (content === undefined) return;
  const count = Math.ceil(content.length / partLength);
  const parts = Array.from({ length: count }, (_, part) => ({
    text: text.id,
    part,
    content: content.slice(part * partLength, (part + 1) * partLength),
  }));
  await database.parts.bulkPut(parts);
}
