import type { AnyRecord, Id, TextHash } from '../model/records.ts';
import type { ProjectDatabase } from './project-database.ts';

/** Tells whether texts belong to articles. Remembers to which, so that asking again costs one look-up; what is remembered is checked each time. */
export class ArticleFinder {
  readonly #homes = new Map<TextHash, Id>();

  /** Takes notice of a record that was read or written, which may be an article. */
  notice(record: AnyRecord): void {
    if ('versions' in record) for (const { text } of record.versions) this.#homes.set(text, record.id);
  }

  /** Those of the texts that no article has as one of its versions. Runs inside the transaction. */
  async homeless({ rows }: ProjectDatabase, texts: ReadonlySet<TextHash>): Promise<TextHash[]> {
    if (texts.size === 0) return [];
    const asked = [...texts];
    const homes = await rows.bulkGet(asked.map((text) => `articles/${this.#homes.get(text) ?? ''}`));
    const lost = asked.filter((text, index) => !versionsOf(homes[index]?.record).includes(text));
    if (lost.length === 0) return [];
    // However many texts there are, all articles are read once.
    const articles = await rows.where('key').startsWith('articles/').toArray();
    for (const { record } of articles) this.notice(record);
    const known = new Set(articles.flatMap(({ record }) => versionsOf(record)));
    return lost.filter((text) => !known.has(text));
  }
}

const versionsOf = (record: AnyRecord | undefined): TextHash[] =>
  record && 'versions' in record ? record.versions.map(({ text }) => text) : [];
