import { patience, timeBoxed } from '../errors.ts';
import { scriptUrl } from '../script-url.ts';
import workerUrl from './append.worker.ts?worker&url';
import type { AppendAnswer, AppendOrder } from './append-order.ts';

interface Waiting {
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

// Bytes a millisecond of the slowest disk that is still waited for: an old card.
const slowest = 1_000;

/** Appends to one file of the journal through a worker of its own, which alone can flush. */
export class Appender {
  readonly #folder: string;
  readonly #name: string;
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;

  constructor(folder: string, name: string) {
    this.#folder = folder;
    this.#name = name;
    // The policy hands out the one kind of address a worker may be started from.
    this.#worker = new Worker(scriptUrl(workerUrl), { type: 'module' });
    this.#worker.onmessage = ({ data }: MessageEvent<AppendAnswer>) => this.#answered(data);
    this.#worker.onerror = () => this.#failAll();
  }

  /** Resolves when the content is on the disk; rejects with a `StorageError`, after which nothing of it stands in the file. Bytes are gone from here then. */
  append(content: string | Uint8Array<ArrayBuffer>): Promise<void> {
    return this.#send({ content }, patience + Math.ceil(content.length / slowest), typeof content === 'string' ? [] : [content.buffer]);
  }

  /**
   * Resolves when nothing stands in the file any more. Needed before a file is removed: Chromium does not remember the space of
   * what is written here, but gives back that of a file removed whole, and a sum below zero is taken for four gigabytes.
   */
  empty(): Promise<void> {
    return this.#send({ empty: true });
  }

  /** Resolves when the file is let go, so that the next one can open it. */
  async close(): Promise<void> {
    await this.#send({ close: true });
    this.#worker.terminate();
  }

  /** Ends the writer without waiting for it; what it was asked fails. */
  stop(): void {
    this.#worker.terminate();
    this.#failAll();
  }

  #send(what: Pick<AppendOrder, 'content' | 'empty' | 'close'>, limit = patience, handedOver: ArrayBuffer[] = []): Promise<void> {
    this.#last += 1;
    const order = this.#last;
    const done = new Promise<void>((resolve, reject) => this.#waiting.set(order, { resolve, reject }));
    this.#worker.postMessage({ order, folder: this.#folder, name: this.#name, ...what } satisfies AppendOrder, handedOver);
    return timeBoxed(done, limit);
  }

  #answered({ order, failed }: AppendAnswer): void {
    const waiting = this.#waiting.get(order);
    this.#waiting.delete(order);
    if (failed) waiting?.reject(Object.assign(new Error(failed.message), { name: failed.name }));
    else waiting?.resolve();
  }

  #failAll(): void {
    for (const { reject } of this.#waiting.values()) reject(new Error('The writer of the journal stopped.'));
    this.#waiting.clear();
  }
}
