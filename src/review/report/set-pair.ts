import { grouped } from '../../model/grouped.ts';
import type { Id } from '../../model/records.ts';
import type { Compared } from '../compared.ts';

/** Two sets by their places. */
export interface SetPair {
  readonly first: number;
  readonly second: number;
}

/** What is of each two sets. */
export const byPair = <T extends SetPair>(all: readonly T[]): { readonly pair: SetPair; readonly own: readonly T[] }[] =>
  [...grouped(all, nameOf).values()].flatMap((own) => (own[0] ? [{ pair: own[0], own }] : []));

/** The name that counts of two sets have in a sheet. */
export const nameOf = ({ first, second }: SetPair): string => `${first}-${second}`;

/** The ids of the two sets. */
export const idsOf = ({ sets }: Pick<Compared, 'sets'>, { first, second }: SetPair): readonly [Id, Id] => [
  sets[first]?.set.id ?? '',
  sets[second]?.set.id ?? '',
];
