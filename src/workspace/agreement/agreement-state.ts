import type { Id } from '../../model/records.ts';
import type { Cell } from '../../review/report/cell.ts';
import type { Passage } from '../../review/report/passages.ts';
import type { AgreementReport } from '../../review/report/report.ts';

/** Which sets are compared, in this order, and on which articles. */
export interface AgreementChoice {
  readonly sets: readonly Id[];
  readonly on: 'shared' | 'any' | 'open';
}

/** What a cell of the report is called, and the passages behind it as far as they are here; `total` is `null` until the first have come. */
export interface OpenCell {
  readonly cell: Cell;
  readonly name: string;
  readonly total: number | null;
  readonly passages: readonly Passage[];
}

export interface MeasuredReport {
  readonly kind: 'measured';
  readonly choice: AgreementChoice;
  readonly report: AgreementReport;
  /** When, as UTC. */
  readonly at: string;
  /** The counters of tags as they were; others mean that the report is old. */
  readonly counters: unknown;
  readonly open: OpenCell | null;
  /** Names whose passages would be shown before one's own articles are done: they wait for a word. */
  readonly waiting: { readonly sets: readonly Id[]; readonly goOn: () => Promise<void> } | null;
}

/** How far the report has come. */
export type AgreementState =
  | {
      readonly kind: 'choosing';
      readonly choice: AgreementChoice;
      readonly problem: 'sets' | 'texts' | 'forks' | 'failed' | null;
    }
  | { readonly kind: 'measuring'; readonly choice: AgreementChoice; readonly done: number; readonly total: number }
  | MeasuredReport;
