import { attributeOf } from '../codebooks/newsroom-core.ts';
import { codebookOf } from '../commands/lookup.ts';
import { differingFields } from '../merge.ts';
import type { Patch } from '../patch.ts';
import type { Project } from '../project.ts';
import type { Dispute } from '../rebase.ts';
import type { Annotation, AnyRecord } from '../records.ts';
import { wordsOf } from './tags.ts';

/** What a field of a record holds, or would hold. `label` is the codebook's name of an attribute, else `null`; `value` is `null` where the field would be empty. */
export interface FieldValue {
  readonly field: string;
  readonly label: string | null;
  readonly value: string | null;
}

/** What a refused patch would have changed in the records in dispute: where they were changed elsewhere, the fields in dispute; where they were deleted, all. */
export function myValues(project: Project, patch: Patch, disputes: readonly Dispute[]): FieldValue[] {
  return disputes.flatMap(({ table, id, ours, theirs, fields }) => {
    if (ours === null) return [];
    const before = patch.find((change) => change.table === table && change.id === id)?.before ?? null;
    const shown = theirs === null && before !== null ? differingFields(before, ours) : fields;
    return shown.map((field) => fieldValue(project, ours, field));
  });
}

const acknowledged = 'acknowledged.';

/** A field, as `merge` counts them, of a record. */
export function fieldValue(project: Project, record: AnyRecord, field: string): FieldValue {
  if ('segments' in record && field.startsWith('attributes.')) return attributeValue(project, record, field.slice('attributes.'.length));
  if ('segments' in record && field === 'segments') return { field, label: null, value: wordsOf(record) };
  if ('acknowledged' in record && field.startsWith(acknowledged))
    return { field, label: null, value: record.acknowledged?.[field.slice(acknowledged.length)]?.reason ?? null };
  const value: unknown = new Map(Object.entries(record)).get(field);
  return { field, label: null, value: typeof value === 'string' ? value : null };
}

function attributeValue(project: Project, annotation: Annotation, id: string): FieldValue {
  const definition = attributeOf(codebookOf(project, annotation.codebook), annotation.type, id);
  const value = new Map(Object.entries(annotation.attributes)).get(id) ?? null;
  const chosen = definition?.values?.find((allowed) => allowed.id === value)?.label;
  const entity = definition?.type === 'entity' ? project.entities.get(value ?? '')?.name : undefined;
  return { field: `attributes.${id}`, label: definition?.label ?? id, value: chosen ?? entity ?? value };
}
