import type { Fault } from '../../formats/fault.ts';
import type { CodebookChange } from '../../model/codebooks/changes.ts';
import type { Codebook } from '../../model/codebooks/codebook.ts';
import type { Id } from '../../model/records.ts';
import type { RecheckGroup } from '../../model/views/recheck.ts';
import type { UnclearRule } from '../../review/verdicts/unclear.ts';

/** A codebook that may take the place of the current one: what would change, or why it cannot. `name` is that of the file. */
type Offered =
  | { readonly kind: 'same'; readonly name: string }
  | { readonly kind: 'change'; readonly codebook: Codebook; readonly from: string; readonly changes: readonly CodebookChange[] }
  | { readonly kind: 'refused'; readonly name: string; readonly faults: readonly Fault[]; readonly more: number };

/** A rule that a reviewer called unclear, in an article. */
export interface UnclearAt extends UnclearRule {
  readonly article: Id;
}

/** What the panel "Codebook" shows besides the codebook itself. */
export interface CodebookState {
  /** `null` while none is offered. */
  readonly offered: Offered | null;
  /** Tags of the people here that a newer version may affect, by change; `null` until they were looked for. */
  readonly recheck: readonly RecheckGroup[] | null;
  /** What reviewers called unclear, as far as it was collected. */
  readonly unclear: readonly UnclearAt[];
}

export const quietCodebook: CodebookState = { offered: null, recheck: null, unclear: [] };
