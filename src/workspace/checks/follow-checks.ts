import type { Host } from '../host.ts';
import { findingsNow, showChecks } from './findings.ts';

// Long enough that no key waits for the checks, short enough that a look at the list finds them done.
const pause = 250;

/** Checks the open article after each pause in the work, when the browser has nothing else to do. */
export function followChecks(host: Host): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const check = () => showChecks(host, { findings: findingsNow(host.state.getState()) });
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => ('requestIdleCallback' in globalThis ? requestIdleCallback(check, { timeout: pause }) : check()), pause);
  };
  host.state.subscribe(({ project, session }, before) => {
    if (session.article !== before.session.article || session.set !== before.session.set) {
      // What was found elsewhere says nothing here.
      showChecks(host, { findings: [], current: null, asking: null, confirming: false });
      soon();
    } else if (project !== before.project) soon();
  });
  soon();
}
