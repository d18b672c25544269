import type { Fault } from '../../formats/fault.ts';
import { exchangeMessages as words } from '../../messages/exchange.ts';
import styles from '../panel/panel.module.css';

/** Why a file is refused: each place with its reason and what to do, and how many more there are. */
export function Faults({ faults, more }: { readonly faults: readonly Fault[]; readonly more: number }) {
  return (
    <>
      <ul className={styles.faults}>
        {faults.map(({ path, reason, fix }) => (
          <li key={`${path} ${reason}`}>
            <code>{path || words.wholeFile}</code>
            {reason} <span className={styles.muted}>{fix}</span>
          </li>
        ))}
      </ul>
      {more > 0 ? <p className={styles.muted}>{words.moreFaults(more)}</p> : null}
    </>
  );
}
