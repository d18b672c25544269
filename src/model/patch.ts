import type { Id, TableName, Tables } from './records.ts';

/** One record before and after; `null` where it does not exist. */
export type Change = {
  [N in TableName]: { readonly table: N; readonly id: Id; readonly before: Tables[N] | null; readonly after: Tables[N] | null };
}[TableName];

/** The only form in which anything changes. Each record occurs at most once. Empty: nothing to do. */
export type Patch = readonly Change[];
