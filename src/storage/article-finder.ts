import type { AnyRecord, Article, Id, TextHash } from '../model/records.ts';
import type { ProjectDatabase } from './project-database.ts';

/** Tells whether a text belongs to an article. Remembers which one it was, so that asking again costs one look-up; what is remembered is checked each time. */
export class ArticleFinder {
  readonly #homes = new Map<TextHash, Id>();

  /** Takes notice of a record that was read, which may be an article. */
  notice(record: AnyRecord): void {
    if ('versions' in record) for (const { text } of record.versions) this.#homes.set(text, record.id);
  }

  /** True when an article has the text as one of its versions. Runs inside the transaction. */
  async hasText(database: ProjectDatabase, text: TextHash): Promise<boolean> {
    const home = this.#homes.get(text);
    const row = home === undefined ? undefined : await database.rows.get(`articles/${home}`);
    if (row && isOf(row.record, text)) return true;
    const found = await this.#search(database, text);
    if (found) this.notice(found);
    return found !== null;
  }

  async #search(database: ProjectDatabase, text: TextHash): Promise<Article | null> {
    const row = await database.rows
      .where('key')
      .startsWith('articles/')
      .and(({ record }) => isOf(record, text))
      .first();
    return row && 'versions' in row.record ? row.record : null;
  }
}

const isOf = (record: AnyRecord, text: TextHash): boolean =>
  'versions' in record && record.versions.some((version) => version.text === text);
