import type { Host } from '../host.ts';
import type { CodebookState } from './codebook-state.ts';

/** Changes what the panel shows beside the codebook itself. */
export function showCodebook(host: Host, change: Partial<CodebookState>): void {
  host.state.setState(({ codebook }) => ({ codebook: { ...codebook, ...change } }));
}
