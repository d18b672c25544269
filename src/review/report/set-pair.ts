import type { Id } from '../../model/records.ts';
import type { Compared } from '../compared.ts';

/** Two sets by their places. */
export interface SetPair {
  readonly first: number;
  readonly second: number;
}

/** The name that counts of two sets have in a sheet. */
export const nameOf = ({ first, second }: SetPair): string => `${first}-${second}`;

/** The ids of the two sets. */
export const idsOf = ({ sets }: Pick<Compared, 'sets'>, { first, second }: SetPair): readonly [Id, Id] => [
  sets[first]?.set.id ?? '',
  sets[second]?.set.id ?? '',
];
