import type { Id } from '../../model/records.ts';

/** The id of a tag's entry in the annotation list, which its marks in the text name as their details. */
export const entryId = (annotation: Id): string => `tag-${annotation}`;
