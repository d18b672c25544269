import { setNote } from '../model/commands/attributes.ts';
import type { Annotation, Id } from '../model/records.ts';
import type { Host } from './host.ts';

// A pause in typing; leaving the field, hiding or closing the page saves at once.
const pause = 250;

interface Typed {
  readonly annotation: Id;
  /** The annotation with the note that stood in the field before: what another tab has made of it since is not known to who types. */
  readonly basis: Annotation;
  readonly note: string;
  /** `null` when all that was typed is on its way. */
  readonly timer: ReturnType<typeof setTimeout> | null;
}

const typed = new WeakMap<Host, Typed>();

/** Takes what stands in the note field now; saved after a pause of 250 ms. */
export function typeNote(host: Host, annotation: Id, note: string): void {
  const before = typed.get(host);
  if (before && before.annotation !== annotation) flushNote(host);
  else clearTimeout(before?.timer ?? undefined);
  const basis = before?.annotation === annotation ? before.basis : host.state.getState().project.annotations.get(annotation);
  if (!basis) return;
  typed.set(host, { annotation, basis, note, timer: setTimeout(() => saveNote(host), pause) });
  host.typing(true);
}

/** Saves a typed note that still waits for its pause; what is typed next builds on what is stored then. */
export function flushNote(host: Host): void {
  saveNote(host);
  typed.delete(host);
}

function saveNote(host: Host): void {
  const waiting = typed.get(host);
  if (!waiting || waiting.timer === null) return;
  clearTimeout(waiting.timer);
  const { annotation, basis, note } = waiting;
  const { project } = host.state.getState();
  const asTyped = { ...project, annotations: new Map([[annotation, basis]]) };
  void host.commit('set-note', setNote(asTyped, { annotation, note }, host.context()), { parameters: { annotation } });
  host.typing(false);
  const after = host.state.getState().project.annotations.get(annotation);
  typed.set(host, { ...waiting, timer: null, basis: (after?.note ?? '') === note && after ? after : basis });
}
