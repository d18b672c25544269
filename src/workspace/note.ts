import { setNote } from '../model/commands/attributes.ts';
import type { Id } from '../model/records.ts';
import type { Host } from './host.ts';

// A pause in typing; leaving the field, hiding or closing the page saves at once.
const pause = 250;

interface Typed {
  readonly annotation: Id;
  readonly note: string;
  readonly timer: ReturnType<typeof setTimeout>;
}

const typed = new WeakMap<Host, Typed>();

/** Takes what stands in the note field now; saved after a pause of 250 ms. */
export function typeNote(host: Host, annotation: Id, note: string): void {
  const before = typed.get(host);
  if (before && before.annotation !== annotation) flushNote(host);
  else clearTimeout(before?.timer);
  typed.set(host, { annotation, note, timer: setTimeout(() => flushNote(host), pause) });
}

/** Saves a typed note that still waits for its pause. */
export function flushNote(host: Host): void {
  const waiting = typed.get(host);
  if (!waiting) return;
  clearTimeout(waiting.timer);
  typed.delete(host);
  const { project } = host.state.getState();
  if (!project.annotations.has(waiting.annotation)) return;
  const { annotation, note } = waiting;
  void host.commit('set-note', setNote(project, { annotation, note }, host.context()), { parameters: { annotation } });
}
