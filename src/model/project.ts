import type { Id, TableName, Tables, TextHash, TextRecord } from './records.ts';

/** Records by id. Never changed in place. */
type Table<N extends TableName> = ReadonlyMap<Id, Tables[N]>;

/** What is in memory: all project-level records, and the texts, annotations and relations that were loaded. */
export type Project = { readonly [N in TableName]: Table<N> } & { readonly texts: ReadonlyMap<TextHash, TextRecord> };

export const emptyProject: Project = {
  texts: new Map(),
  articles: new Map(),
  authors: new Map(),
  sets: new Map(),
  annotations: new Map(),
  relations: new Map(),
  entities: new Map(),
  codebooks: new Map(),
  reviews: new Map(),
};
