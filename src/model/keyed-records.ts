import { codebookRef } from './codebooks/newsroom-core.ts';
import type { PackageContents } from './package-contents.ts';
import type { AnyRecord, Id, TableName } from './records.ts';

/** A record with the table and key it has in a project. */
export interface KeyedRecord {
  readonly table: TableName;
  readonly id: Id;
  readonly record: AnyRecord;
}

const tables = [
  'codebooks',
  'articles',
  'authors',
  'sets',
  'entities',
  'annotations',
  'relations',
  'reviews',
] as const satisfies readonly TableName[];

/** All records of a package. Of what merged packages could not agree on, one content each. */
export function recordsIn(contents: PackageContents): KeyedRecord[] {
  return tables.flatMap((table) => {
    const records: readonly AnyRecord[] = contents[table] ?? [];
    return records.map((record) => keyed(table, record));
  });
}

// Two versions of one codebook live side by side, so a codebook's key names its version.
const keyed = (table: TableName, record: AnyRecord): KeyedRecord => ({
  table,
  id: 'checks' in record ? codebookRef(record) : record.id,
  record,
});

/** All contents of all records of a package, those it could not agree on included. */
export function contentsIn(contents: PackageContents): KeyedRecord[] {
  const { forks = [], variants = [] } = contents;
  return [
    ...recordsIn(contents),
    ...variants.map(({ table, record }) => keyed(table, record)),
    ...forks.flatMap(({ annotations, relations }) => [
      ...annotations.map((record) => keyed('annotations', record)),
      ...relations.map((record) => keyed('relations', record)),
    ]),
  ];
}
