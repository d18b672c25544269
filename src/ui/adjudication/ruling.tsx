import { adjudicationMessages as words } from '../../messages/adjudication.ts';
import type { Ruling } from '../../model/records.ts';
import panel from '../panel/panel.module.css';
import { timeOf } from '../time-of.ts';
import { useNameOf } from '../use-name-of.ts';
import styles from './adjudication.module.css';

/** Who decided a passage, when and why. `reopened`: what it was decided on has changed since. */
export function RulingView({ ruling, reopened }: { readonly ruling: Ruling; readonly reopened: boolean }) {
  const name = useNameOf(ruling.author);
  const when = timeOf(ruling.created);
  return (
    <>
      {reopened ? <p className={styles.reopened}>{words.reopened(when)}</p> : null}
      <p className={panel.muted}>
        {ruling.agreed ? words.agreedBy : <bdi>{words.ruledBy(name, when)}</bdi>}
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
