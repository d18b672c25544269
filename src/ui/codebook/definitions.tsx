import type { ReactNode } from 'react';
import { codebookHelpMessages as words } from '../../messages/codebook-help.ts';
import type { AttributeDefinition, TagType } from '../../model/codebooks/codebook.ts';
import styles from './codebook.module.css';

/** What the codebook says of a type: what it is, what belongs to it and what does not, and which words are tagged. */
export function TypeText({ type: { description, include, exclude, span, example } }: { readonly type: TagType }) {
  return (
    <dl className={styles.text}>
      <Entry term={words.definition}>{description}</Entry>
      {include.length > 0 ? (
        <Entry term={words.include}>
          <Items items={include} />
        </Entry>
      ) : null}
      {exclude.length > 0 ? (
        <Entry term={words.exclude}>
          <Items items={exclude} />
        </Entry>
      ) : null}
      <Entry term={words.span}>{span}</Entry>
      {example === undefined ? null : <Entry term={words.example}>{example}</Entry>}
    </dl>
  );
}

function Entry({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Items({ items }: { readonly items: readonly string[] }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}

/** What the codebook says of an attribute: its values, each with its key and its help. */
export function AttributeText({ attribute: { type, values = [] } }: { readonly attribute: AttributeDefinition }) {
  if (type !== 'enum') return <p className={styles.text}>{type === 'text' ? words.freeText : words.register}</p>;
  return (
    <ul className={`${styles.text} ${styles.list}`}>
      {values.map(({ id, key, label, help }) => (
        <li key={id} className={styles.value}>
          {key ? <kbd>{key}</kbd> : null}
          <span>
            {help ? <strong>{label}.</strong> : label} {help}
          </span>
        </li>
      ))}
    </ul>
  );
}
