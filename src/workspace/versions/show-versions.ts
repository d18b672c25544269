import type { Host } from '../host.ts';
import type { VersionsState } from './versions-state.ts';

/** Changes what is shown of the versions of the open article. */
export const showVersions = (host: Host, change: Partial<VersionsState>): void =>
  host.state.setState(({ versions }) => ({ versions: { ...versions, ...change } }));
