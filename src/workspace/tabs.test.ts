import { afterEach, describe, expect, it, vi } from 'vitest';
import { wholeDocumentWriter } from '../../e2e/controls/whole-document.ts';
import { chained } from '../formats/chain.ts';
import { ManyTabs, movesFor, type Storing } from '../testing/many-tabs.ts';
import { count, seed } from '../testing/test-length.ts';
import { Arrivals } from './arrivals.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const honest: Storing = (store) => store.commit.bind(store);

/** Each tab puts the whole document as it has seen it. */
const wholeDocuments: Storing = (_, database) => {
  const write = wholeDocumentWriter();
  return (draft) =>
    database.transaction('rw', database.contents, async () => {
      await write(database, draft.patch);
      await database.rows.bulkPut(
        draft.patch.flatMap(({ table, id, after }) =>
          after && !('set' in after) ? [{ key: `${table}/${id}`, table, record: after }] : [],
        ),
      );
      const entry = chained(draft, (await database.journal.orderBy('seq').last()) ?? null);
      await database.journal.add({ ...entry, sets: [] });
      return entry;
    });
};

describe('several tabs that write at once', () => {
  it.each([2, 3, 5])(
    '%i of them lose nothing, agree in the end, and leave the project whole',
    async (tabs) => {
      const moves = movesFor(seed + tabs, count(600, 15_000));
      const { faults, acknowledged, refused } = await new ManyTabs(`many-${tabs}`, honest).play(moves, tabs);
      expect(faults).toEqual([]);
      expect(acknowledged).toBeGreaterThan(moves.length / 4);
      expect(refused).toBeGreaterThan(0);
    },
    1_800_000,
  );

  it('lose tags where each puts the whole document it has seen, as one alone does not', async () => {
    const lost = async (tabs: number) => {
      const { faults } = await new ManyTabs(`whole-${tabs}`, wholeDocuments).play(movesFor(seed, 150), tabs);
      return faults.filter((fault) => /^annotations.*is not stored|has overwritten/.test(fault));
    };
    expect(await lost(1)).toEqual([]);
    expect(await lost(3)).not.toEqual([]);
  }, 60_000);

  it('do not agree where nobody reads what was not heard', async () => {
    vi.spyOn(Arrivals.prototype, 'catchUp').mockResolvedValue();
    const { faults } = await new ManyTabs('unread', honest).play(movesFor(seed, 150), 3);
    expect(faults.filter((fault) => fault.startsWith('a tab does not show'))).not.toEqual([]);
  }, 60_000);
});
