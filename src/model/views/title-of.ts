import type { AnyRecord } from '../records.ts';
import { wordsOf } from './tags.ts';

/** What a record is called where it stands alone: its words, title, name or kind. */
export function titleOf(record: AnyRecord): string {
  if ('segments' in record) return wordsOf(record);
  if ('title' in record) return record.title;
  if ('name' in record) return record.name;
  if ('comment' in record && record.comment !== undefined) return record.comment;
  return 'type' in record ? record.type : record.id;
}
