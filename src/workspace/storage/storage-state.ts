import type { Id } from '../../model/records.ts';
import type { HistoryStep } from '../../model/views/history-of.ts';
import type { CheckReport } from '../../storage/check/finding.ts';
import type { ProjectSummary } from '../../storage/erase/describe-project.ts';
import type { Erasure } from '../../storage/erase/erase-project.ts';
import type { LastBackup } from '../../storage/list-database.ts';
import type { EarlierState } from '../../storage/snapshots/snapshot-name.ts';

/** A job that runs for a person who waits for it; `total` is 0 until it has said how much there is to do. */
export interface Work {
  readonly job: 'backup' | 'check' | 'journal' | 'open';
  readonly done: number;
  readonly total: number;
}

/** The end of a project: making way for a backup, being erased here, erased as far as `erasure` says, or erased in another tab. */
export type Ending =
  | { readonly kind: 'opening' }
  | { readonly kind: 'erasing' }
  | { readonly kind: 'erased'; readonly summary: ProjectSummary; readonly erasure: Erasure }
  | { readonly kind: 'elsewhere' };

/** The folder that takes every change. `ask`: the browser wants to be asked again; `failed`: the last write did not succeed. */
export interface BackupFolder {
  readonly name: string;
  readonly state: 'ready' | 'writing' | 'ask' | 'failed';
}

/** What the panel "Storage and backup" and the reminder show. */
export interface StorageState {
  readonly work: Work | null;
  readonly report: CheckReport | null;
  /** What was done to a tag, as it was looked up last. */
  readonly history: { readonly annotation: Id; readonly steps: readonly HistoryStep[] } | null;
  /** What would be erased, while the question stands. */
  readonly summary: ProjectSummary | null;
  readonly ending: Ending | null;
  /** The number of the last action stored; 1 after the first start, `null` until it is known. */
  readonly saved: number | null;
  readonly lastBackup: LastBackup | null;
  readonly folder: BackupFolder | null;
  /** What the ring of snapshots holds, the newest first. */
  readonly earlier: readonly EarlierState[];
  /** True where this browser once kept a project that it has no more. */
  readonly missing: boolean;
  /** True while the offer stands that Ctrl+S makes. */
  readonly offered: boolean;
}

/** Nothing going on, and nothing known yet. */
export const quietStorage: StorageState = {
  work: null,
  report: null,
  history: null,
  summary: null,
  ending: null,
  saved: null,
  lastBackup: null,
  folder: null,
  earlier: [],
  missing: false,
  offered: false,
};

/** True where nothing was done but the first start. */
export const untouched = ({ saved }: StorageState): boolean => saved !== null && saved <= 1;
