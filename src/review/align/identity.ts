import type { Entity, Id } from '../../model/records.ts';
import type { Compared } from '../compared.ts';

const plain = (name: string): string => name.normalize('NFC').trim().toLocaleLowerCase('en').replaceAll(/\s+/gu, ' ');

/** True where two entries are one: the same id, a common identifier, or a common name where nobody kept both apart. */
export function sameEntry(
  a: Id | undefined,
  b: Id | undefined,
  { entities, keptApart }: Pick<Compared, 'entities' | 'keptApart'>,
): boolean {
  if (a === b) return true;
  const [one, other] = [entities.get(a ?? ''), entities.get(b ?? '')];
  if (!one || !other || keptApart(one.id, other.id)) return false;
  const namesOf = ({ name, aliases }: Entity) => [name, ...aliases].map(plain).filter(Boolean);
  return one.identifiers.some((id) => other.identifiers.includes(id)) || namesOf(one).some((name) => namesOf(other).includes(name));
}
