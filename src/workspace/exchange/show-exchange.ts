import type { Host } from '../host.ts';
import type { Exchange } from '../state.ts';

/** Shows how far an export or import has come, and lets go of what was shown before; nothing more to show closes the panel. */
export function showExchange(host: Host, exchange: Exchange): void {
  const { exchange: before } = host.state.getState();
  if ('work' in before && !('work' in exchange && exchange.work === before.work)) before.work.end();
  host.state.setState({ exchange });
  host.show({ panel: exchange.kind === 'idle' ? 'annotation' : 'exchange' });
}
