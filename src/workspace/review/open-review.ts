import type { Id } from '../../model/records.ts';
import { allOf } from '../../model/views/export-contents.ts';
import { focusCursor } from '../focus.ts';
import type { Host } from '../host.ts';
import { withoutOthers } from '../session.ts';
import type { OpenReview } from './review-state.ts';

/** Changes how the open review or adjudication is shown. */
export function changeReview(host: Host, change: Partial<OpenReview>): void {
  const { review } = host.state.getState().session;
  if (review) host.show({ review: { ...review, ...change } });
}

/** Leaves the review or adjudication; one's own set is shown again. */
export function leaveReview(host: Host): void {
  host.show({ ...withoutOthers(host.state.getState().session), selected: null, cursor: null, mode: { kind: 'reading' } });
  focusCursor();
}

/** Leaves it and offers the file that carries it: the set on this text, and what was said or decided of it. */
export async function sendReviewed(host: Host, set: Id): Promise<void> {
  leaveReview(host);
  const { offerChosen } = await import('../exchange/export-work.ts');
  await offerChosen(host, { ...allOf(set), articles: 'open', packed: false, format: 'attest' });
}
