import { type KeyboardEvent, useState } from 'react';
import { panelMessages as words } from '../../messages/panel.ts';
import type { AttributeDefinition, Codebook } from '../../model/codebooks/codebook.ts';
import type { Annotation } from '../../model/records.ts';
import { askedAttribute, valueAt } from '../../workspace/asked.ts';
import { focusCursor } from '../../workspace/focus.ts';
import { AttributeText } from '../codebook/definitions.tsx';
import { Asked } from '../codebook/help.tsx';
import { KeyCap } from '../key-cap.tsx';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import styles from './panel.module.css';

interface Props {
  readonly annotation: Annotation;
  readonly definition: AttributeDefinition;
}

/** The attributes of a tag: the required ones at once, the others on demand; grading stays off unless a preset asks for it. */
export function Attributes({ annotation, codebook }: { readonly annotation: Annotation; readonly codebook: Codebook }) {
  const [more, setMore] = useState(false);
  const definitions = codebook.types.find(({ id }) => id === annotation.type)?.attributes.filter(({ group }) => group !== 'grading') ?? [];
  const asked = useWorkspaceState(({ session }) => (session.asked?.annotation === annotation.id ? session.asked.attribute : null));
  const shown = definitions.filter(
    ({ required, id }) => more || required || id === asked || id in annotation.attributes || id === 'entity',
  );
  return (
    <div className={styles.attributes}>
      {shown.map((definition) => (
        <Attribute key={definition.id} annotation={annotation} definition={definition} />
      ))}
      {shown.length < definitions.length || more ? (
        <button type="button" className="button plain small flush" aria-expanded={more} onClick={() => setMore(!more)}>
          {more ? words.less : words.more}
        </button>
      ) : null}
    </div>
  );
}

function Attribute({ annotation, definition }: Props) {
  const workspace = useWorkspace();
  const proposed = annotation.suggested?.includes(definition.id) ?? false;
  return (
    <div className={styles.attribute} data-proposed={proposed ? '' : undefined}>
      {definition.values?.some(({ help }) => help !== undefined) ? (
        <Asked about={definition.label} text={<AttributeText attribute={definition} />}>
          <Control annotation={annotation} definition={definition} />
        </Asked>
      ) : (
        <Control annotation={annotation} definition={definition} />
      )}
      {proposed ? (
        <p className={styles.proposed}>
          <span>{words.proposed}</span>
          <button
            type="button"
            className="button small"
            onClick={() => workspace.perform('confirm-attribute', { annotation: annotation.id, attribute: definition.id })}
          >
            {words.confirm}
          </button>
        </p>
      ) : null}
    </div>
  );
}

function Control({ annotation, definition }: Props) {
  const asked = useWorkspaceState(
    ({ session }) => session.asked?.annotation === annotation.id && session.asked.attribute === definition.id,
  );
  const first = useWorkspaceState((state) => askedAttribute(state)?.id === definition.id);
  if (definition.type !== 'enum') return <Written annotation={annotation} definition={definition} />;
  return asked || (definition.required && definition.values?.[0]?.key) ? (
    <Row annotation={annotation} definition={definition} asked={asked || first} />
  ) : (
    <Choice annotation={annotation} definition={definition} />
  );
}

/** The attribute that is asked for, and the first required one: a row of values, with the digits that set them while it is the one asked for. */
function Row({ annotation, definition, asked }: Props & { readonly asked: boolean }) {
  const workspace = useWorkspace();
  // What is only proposed is confirmed by choosing it; what somebody has chosen is taken back.
  const chosen = annotation.suggested?.includes(definition.id) ? undefined : annotation.attributes[definition.id];
  return (
    <div role="group" data-asked={asked ? '' : undefined} aria-label={definition.label}>
      <span className="label">{definition.label}</span>
      <div className={styles.values}>
        {definition.values?.map(({ id, label, help }) => (
          <button
            key={id}
            type="button"
            className="button small"
            title={help}
            aria-pressed={annotation.attributes[definition.id] === id}
            onClick={() =>
              workspace.perform('set-attribute', {
                annotation: annotation.id,
                attribute: definition.id,
                value: chosen === id ? null : id,
              })
            }
          >
            {asked ? <Digit definition={definition} value={id} /> : null}
            {label}
          </button>
        ))}
      </div>
    </div>
  );
}

function Digit({ definition, value }: { readonly definition: AttributeDefinition; readonly value: string }) {
  const digit = [1, 2, 3, 4, 5, 6, 7, 8, 9].find((one) => valueAt(definition, one)?.id === value);
  return digit === undefined ? null : <KeyCap action={`value-${digit}`} />;
}

function Choice({ annotation, definition }: Props) {
  const workspace = useWorkspace();
  return (
    <label className="field">
      <span>{definition.label}</span>
      <select
        value={annotation.attributes[definition.id] ?? definition.default ?? ''}
        onChange={(event) =>
          workspace.perform('set-attribute', { annotation: annotation.id, attribute: definition.id, value: event.target.value || null })
        }
      >
        {definition.default === undefined ? <option value="">{words.unset}</option> : null}
        {definition.values?.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

function Written({ annotation, definition }: Props) {
  const workspace = useWorkspace();
  const entities = useWorkspaceState(({ project }) => project.entities);
  const stored = annotation.attributes[definition.id] ?? '';
  const value = definition.type === 'entity' ? (entities.get(stored)?.name ?? '') : stored;
  const save = (text: string) => {
    if (text.trim() === value) return;
    if (definition.type === 'entity') workspace.perform('name-entity', { annotation: annotation.id, name: text });
    else workspace.perform('set-attribute', { annotation: annotation.id, attribute: definition.id, value: text.trim() || null });
  };
  const keep = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter') return;
    // The key is this field's: when it has been kept the focus is in the text, where the same press would take an offer.
    event.preventDefault();
    save(event.currentTarget.value);
    focusCursor();
  };
  const list = `names-${definition.id}`;
  return (
    <label className="field">
      <span>{definition.label}</span>
      <input
        key={value}
        data-written={definition.id}
        dir="auto"
        defaultValue={value}
        list={definition.type === 'entity' ? list : undefined}
        onBlur={(event) => save(event.target.value)}
        onKeyDown={keep}
      />
      {definition.type === 'entity' ? (
        <datalist id={list}>
          {[...entities.values()].map(({ id, name }) => (
            <option key={id} value={name} />
          ))}
        </datalist>
      ) : null}
    </label>
  );
}
