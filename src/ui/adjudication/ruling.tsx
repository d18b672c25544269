import { adjudicationMessages as words } from '../../messages/adjudication.ts';
import { reviewMessages } from '../../messages/review.ts';
import type { Ruling } from '../../model/records.ts';
import panel from '../panel/panel.module.css';
import { useWorkspaceState } from '../use-workspace.ts';
import styles from './adjudication.module.css';

/** Who decided a passage, when and why. `reopened`: what it was decided on has changed since. */
export function RulingView({ ruling, reopened }: { readonly ruling: Ruling; readonly reopened: boolean }) {
  const name = useWorkspaceState(({ project }) => project.authors.get(ruling.author)?.name);
  const own = useWorkspaceState(({ people }) => people.includes(ruling.author));
  const when = new Date(ruling.created).toLocaleString(undefined, { dateStyle: 'short', timeStyle: 'short' });
  return (
    <>
      {reopened ? <p className={styles.reopened}>{words.reopened(when)}</p> : null}
      <p className={panel.muted}>
        {ruling.agreed ? words.agreedBy : <bdi>{words.ruledBy(name || (own ? reviewMessages.you : reviewMessages.unnamed), when)}</bdi>}
        {ruling.comment === undefined ? null : (
          <>
            {' · '}
            <bdi>{ruling.comment}</bdi>
          </>
        )}
      </p>
    </>
  );
}
