import { frameMessages } from '../../messages/frame.ts';
import styles from './panel.module.css';

/** The sheet of keys. */
export function Keys() {
  return (
    <section className={styles.section}>
      <h2>{frameMessages.keys}</h2>
      {frameMessages.keyGroups.map(({ title, keys }) => (
        <div key={title}>
          <h3 className="label">{title}</h3>
          <dl className={styles.keys}>
            {keys.map(([key, does]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </section>
  );
}
