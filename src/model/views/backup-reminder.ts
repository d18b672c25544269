import type { Time } from '../records.ts';

const day = 86_400_000;

/** What a reminder of a backup needs to know. Numbers count actions from 1; the first start is the first. */
export interface BackupFacts {
  /** The number of the last action stored. */
  readonly saved: number;
  /** The last backup; `null` where there was none. */
  readonly last: { readonly seq: number; readonly at: Time } | null;
  /** When the project began. */
  readonly began: Time;
  /** True where a folder takes every change by itself. */
  readonly kept: boolean;
}

/** How many actions no backup has. */
export function unsavedElsewhere({ saved, last }: Pick<BackupFacts, 'saved' | 'last'>): number {
  return Math.max(0, saved - (last?.seq ?? 1));
}

/** True when it is time to speak of a backup: an afternoon's work, a day with some of it, or a week with any is in no backup. */
export function backupDue(facts: BackupFacts, now: Time): boolean {
  const actions = unsavedElsewhere(facts);
  if (facts.kept || actions === 0) return false;
  const age = Date.parse(now) - Date.parse(facts.last?.at ?? facts.began);
  return actions >= 150 || (actions >= 10 && age >= day) || age >= 7 * day;
}
