import { expect, it } from 'vitest';
import { needs, relationKeys, takenKeys } from '../model/codebooks/needs.ts';
import { actionsForKey } from './actions/table.ts';
import { usualKeys } from './own-keys.ts';

const letters = [...'abcdefghijklmnopqrstuvwxyz'];

it('a codebook may take the letters that no action has, and those alone', () => {
  const fixed = new Set<string>(needs.types.map(({ key }) => key));
  const used = letters.filter((letter) => actionsForKey(letter, usualKeys).length > 0);
  expect(used.length).toBeGreaterThan(15);
  expect(used.filter((letter) => !takenKeys.has(letter) && !fixed.has(letter))).toEqual([]);
  expect([...takenKeys].filter((letter) => fixed.has(letter))).toEqual([]);
  expect(letters.filter((letter) => !takenKeys.has(letter) && !fixed.has(letter))).toEqual(['i', 'x']);
  for (const key of [...relationKeys, ...fixed]) expect(actionsForKey(key, usualKeys)).not.toEqual([]);
});
