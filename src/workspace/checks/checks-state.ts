import type { Finding } from '../../model/checks/finding.ts';

/** What the checks say about the open article, and how their list is shown. Findings are named by `findingId`. */
export interface ChecksState {
  /** As they were after the last pause in the work. */
  readonly findings: readonly Finding[];
  /** True while the list is unfolded. */
  readonly unfolded: boolean;
  /** The finding that keys mean: the one gone to last, or that has the focus. */
  readonly current: string | null;
  /** The finding whose acknowledgement waits for its reason. */
  readonly asking: string | null;
  /** True while the article is to be done once what is proposed is confirmed. */
  readonly confirming: boolean;
}

export const quietChecks: ChecksState = { findings: [], unfolded: false, current: null, asking: null, confirming: false };

/** Tells the findings of one article apart. */
export const findingId = ({ annotation, key }: Finding): string => `${annotation ?? ''} ${key}`;
