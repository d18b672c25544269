import type { Annotation } from '../../model/records.ts';
import { type Compared, definitionOf } from '../compared.ts';
import { sameEntry } from './identity.ts';

/** The value of an attribute: what is set, else what the codebook gives a tag where nobody has set one, else `null`. */
export const settingOf = (compared: Compared, tag: Annotation, id: string): string | null =>
  tag.attributes[id] ?? definitionOf(compared, tag, id)?.default ?? null;

/** The attributes in which two tags of one type differ, in order; the entry of the register among them. */
export function differingAttributes(compared: Compared, a: Annotation, b: Annotation): string[] {
  const ids = new Set([...Object.keys(a.attributes), ...Object.keys(b.attributes)]);
  return [...ids].sort().filter((id) => {
    if (a.attributes[id] === b.attributes[id]) return false;
    if (id === 'entity') return !sameEntry(a.attributes.entity, b.attributes.entity, compared);
    return settingOf(compared, a, id) !== settingOf(compared, b, id);
  });
}
