import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Arrival, Arrivals } from './arrivals.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const arrival = (seq: number): Arrival => ({ seq, id: `${seq}`, patch: [], texts: [] });

/** Shows what it hears as it hears it, and asks nobody for the rest. */
class Hasty extends Arrivals {
  readonly #show: (arrivals: readonly Arrival[]) => void;

  constructor(...[seen, events]: ConstructorParameters<typeof Arrivals>) {
    super(seen, events);
    this.#show = events.show;
  }

  override add(...arrivals: readonly Arrival[]): void {
    this.#show(arrivals);
  }
}

/** Arrivals behind number 3 of a database that holds as many actions as told. */
function arrivalsOver(stored: number, failures = 0, Kind = Arrivals) {
  const shown: number[] = [];
  const read = vi.fn((after: number) =>
    Promise.resolve(Array.from({ length: Math.max(0, stored - after) }, (_, index) => arrival(after + 1 + index))),
  );
  for (let failure = 0; failure < failures; failure += 1) read.mockRejectedValueOnce(new Error('The database does not answer.'));
  const arrivals = new Kind(3, { read, show: (items) => shown.push(...items.map(({ seq }) => seq)) });
  return { arrivals, read, shown };
}

describe('what all tabs store', () => {
  it('is shown in the order of the journal, however it comes, and once', () => {
    const { arrivals, read, shown } = arrivalsOver(6);
    for (const seq of [5, 6, 3, 4, 5, 6]) arrivals.add(arrival(seq));
    expect(shown).toEqual([4, 5, 6]);
    expect(read).not.toHaveBeenCalled();
  });

  it('is read from the database where a message does not come', async () => {
    const { arrivals, read, shown } = arrivalsOver(6);
    arrivals.add(arrival(6));
    expect(shown).toEqual([]);
    await vi.advanceTimersByTimeAsync(60);
    expect(shown).toEqual([4, 5, 6]);
    expect(read).toHaveBeenCalledExactlyOnceWith(3);
  });

  it('would be shown out of order, twice and with gaps by one that does not wait', async () => {
    const { arrivals, read, shown } = arrivalsOver(6, 0, Hasty);
    for (const seq of [6, 3, 4, 4]) arrivals.add(arrival(seq));
    await vi.advanceTimersByTimeAsync(60);
    expect(shown).toEqual([6, 3, 4, 4]);
    expect(read).not.toHaveBeenCalled();
  });

  it('is not read where the message only came late', async () => {
    const { arrivals, read, shown } = arrivalsOver(5);
    arrivals.add(arrival(5));
    await vi.advanceTimersByTimeAsync(20);
    arrivals.add(arrival(4));
    await vi.advanceTimersByTimeAsync(500);
    expect(shown).toEqual([4, 5]);
    expect(read).not.toHaveBeenCalled();
  });

  it('is read up to the moment of asking, though a reading is under way', async () => {
    const shown: number[] = [];
    let stored = 4;
    const read = async (after: number) => {
      const there = stored;
      await new Promise((resolve) => setTimeout(resolve, 10));
      return Array.from({ length: there - after }, (_, index) => arrival(after + 1 + index));
    };
    const arrivals = new Arrivals(3, { read, show: (items) => shown.push(...items.map(({ seq }) => seq)) });
    void arrivals.catchUp();
    stored = 5;
    const asked = arrivals.catchUp();
    await vi.advanceTimersByTimeAsync(30);
    await asked;
    expect(shown).toEqual([4, 5]);
  });

  it('is read when asked to catch up, and again while the database fails', async () => {
    const { arrivals, shown } = arrivalsOver(5, 2);
    await arrivals.catchUp();
    expect(shown).toEqual([]);
    await vi.advanceTimersByTimeAsync(2_500);
    expect(shown).toEqual([4, 5]);
  });
});
