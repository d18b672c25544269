import type { Host } from '../host.ts';
import type { Exchange } from '../state.ts';

/** Shows how far an export or import has come; nothing more to show closes the panel. */
export function showExchange(host: Host, exchange: Exchange): void {
  host.state.setState({ exchange });
  host.show({ panel: exchange.kind === 'idle' ? 'annotation' : 'exchange' });
}
