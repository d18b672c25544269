import type { Host } from '../host.ts';
import { showExchange } from './show-exchange.ts';

// What is done by then needs no words.
const patience = 500;

/** Shows the words while something large takes its time to be written, unless something else is shown. */
export async function whileWriting<T>(host: Host, words: string, written: Promise<T>): Promise<T> {
  const writing = { kind: 'writing', words } as const;
  const isShown = () => host.state.getState().exchange === writing;
  const timer = setTimeout(() => host.state.getState().exchange.kind === 'idle' && showExchange(host, writing), patience);
  try {
    return await written;
  } finally {
    clearTimeout(timer);
    if (isShown()) showExchange(host, { kind: 'idle' });
  }
}
