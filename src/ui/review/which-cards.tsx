import { reviewMessages as words } from '../../messages/review.ts';
import type { DifferenceKind } from '../../review/align/difference.ts';
import type { OpenReview } from '../../workspace/review/review-state.ts';
import { useWorkspace } from '../use-workspace.ts';
import styles from './review.module.css';

/** In which order cards are listed, and which kind of difference alone. */
export function WhichCards({ review: { order, only }, kinds }: { readonly review: OpenReview; readonly kinds: readonly DifferenceKind[] }) {
  const workspace = useWorkspace();
  return (
    <>
      <label className={styles.order}>
        {words.order}{' '}
        <select value={order} onChange={(event) => workspace.perform('order-cards', { order: event.target.value })}>
          {(['text', 'weight'] as const).map((one) => (
            <option key={one} value={one}>
              {words.orders[one]}
            </option>
          ))}
        </select>
      </label>
      {kinds.length === 0 ? null : (
        <label className={styles.order}>
          {words.only}{' '}
          <select value={only ?? ''} onChange={(event) => workspace.perform('filter-cards', { only: event.target.value })}>
            <option value="">{words.everything}</option>
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {words.difference(kind)}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  );
}
