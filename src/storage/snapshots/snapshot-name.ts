/** An earlier state of a project that is kept: its last action's number, and when it was put down. */
export interface EarlierState {
  readonly name: string;
  readonly seq: number;
  readonly at: string;
}

const ending = '.attest.json.gz';
const hours = 24;
const days = 14;

/** The name of a snapshot. The generation stands first and alone decides which one is newer; the time is for people. */
export function snapshotName(seq: number, at: string): string {
  return `${String(seq).padStart(12, '0')}_${at.replaceAll(':', '-')}${ending}`;
}

/** The snapshots among these names of files, the newest generation first. */
export function earlierStates(names: readonly string[]): EarlierState[] {
  return names
    .flatMap((name): EarlierState[] => {
      const [, seq, day, hour, minute, rest] = /^(\d{12})_(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(.+Z)\.attest\.json\.gz$/u.exec(name) ?? [];
      return rest === undefined ? [] : [{ name, seq: Number(seq), at: `${day}T${hour}:${minute}:${rest}` }];
    })
    .sort((a, b) => b.seq - a.seq);
}

/** The snapshots that are not needed any more: beyond the newest of each of 24 hours and of each of 14 days. A clock that jumps changes which hours these are, never which generation is the newest of one. */
export function surplus(states: readonly EarlierState[]): EarlierState[] {
  const kept = new Set([...newestOf(states, 13, hours), ...newestOf(states, 10, days)]);
  return states.filter((state) => !kept.has(state));
}

/** The newest state of each of the newest `count` spans, which are told by the first `letters` of their time. */
function newestOf(states: readonly EarlierState[], letters: number, count: number): EarlierState[] {
  const spans = new Map<string, EarlierState>();
  for (const state of states) {
    const span = state.at.slice(0, letters);
    if (!spans.has(span)) spans.set(span, state);
  }
  return [...spans.values()].slice(0, count);
}
