import { lazy, Suspense, useState } from 'react';
import { panelMessages as words } from '../../messages/panel.ts';
import type { Codebook } from '../../model/codebooks/codebook.ts';
import { tagType } from '../../model/codebooks/newsroom-core.ts';
import { codebookOf } from '../../model/commands/lookup.ts';
import type { Annotation } from '../../model/records.ts';
import { annotationsInOrder, linksOf, stackAt, wordsOf } from '../../model/views/tags.ts';
import { writable } from '../../workspace/session.ts';
import { TypeText } from '../codebook/definitions.tsx';
import { Asked } from '../codebook/help.tsx';
import { MadeUnder } from '../codebook/made-under.tsx';
import { KeyCap } from '../key-cap.tsx';
import { timeOf } from '../time-of.ts';
import { useNameOf } from '../use-name-of.ts';
import { useCanWrite, useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import { shortWords } from './annotation-list.tsx';
import { Attributes } from './attributes.tsx';
import { LinkList, Statement } from './links.tsx';
import { NoteField } from './note-field.tsx';
import styles from './panel.module.css';

// The history is seldom asked for.
const History = lazy(() => import('./history.tsx'));

// What fits the three lines that are shown at first.
const longWords = 110;

/** Everything about the selected annotation, to be read and changed in place. */
export function AnnotationCard({ annotation }: { readonly annotation: Annotation }) {
  const project = useWorkspaceState((state) => state.project);
  const canWrite = useWorkspaceState(writable);
  const readOnly = !useCanWrite();
  const mode = useWorkspaceState(({ session }) => session.mode.kind);
  const codebook = codebookOf(project, annotation.codebook);
  const type = tagType(codebook, annotation.type);
  const label = type?.label ?? annotation.type;
  const author = useNameOf(annotation.modifiedBy ?? annotation.author);
  const time = timeOf(annotation.modified ?? annotation.created);
  return (
    <section
      className={styles.card}
      data-type={annotation.type}
      data-card=""
      tabIndex={-1}
      aria-label={words.card(label ?? annotation.type, shortWords(annotation))}
    >
      <h2 className="visually-hidden">{label}</h2>
      <Stack annotation={annotation} />
      <Words annotation={annotation} />
      {mode === 'adding-part' ? <p className={styles.banner}>{words.waitPart}</p> : null}
      {isStatement(codebook, annotation.type) ? <Statement annotation={annotation} /> : null}
      <fieldset disabled={!canWrite} className={styles.plainFieldset}>
        <legend className="visually-hidden">{label}</legend>
        {canWrite || readOnly ? null : <p className={styles.banner}>{words.readOnly}</p>}
        {type ? (
          <Asked about={label} text={<TypeText type={type} />}>
            <TypeSelect annotation={annotation} codebook={codebook} />
          </Asked>
        ) : null}
        <Attributes annotation={annotation} codebook={codebook} />
        <NoteField key={annotation.id} annotation={annotation} />
        <LinkList annotation={annotation} />
        <Buttons annotation={annotation} />
        <MadeUnder annotation={annotation} />
      </fieldset>
      <Elsewhere annotation={annotation} />
      <Suspense>
        <History annotation={annotation} />
      </Suspense>
      <p className={styles.muted}>{words.by(author, time)}</p>
    </section>
  );
}

/** True for what somebody says: a type from which a link to its speaker may begin. */
const isStatement = ({ relations }: Codebook, type: string): boolean =>
  relations.some(({ id, from }) => ['said-by', 'claimed-by'].includes(id) && from.includes(type));

function TypeSelect({ annotation, codebook }: { readonly annotation: Annotation; readonly codebook: Codebook }) {
  const workspace = useWorkspace();
  return (
    <label className={styles.inline}>
      <span className="visually-hidden">{words.type}</span>
      <select
        value={annotation.type}
        onChange={(event) => workspace.perform('retype', { annotation: annotation.id, type: event.target.value })}
      >
        {codebook.types.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

function Stack({ annotation }: { readonly annotation: Annotation }) {
  const workspace = useWorkspace();
  const project = useWorkspaceState((state) => state.project);
  const stack = stackAt(annotationsInOrder(project, annotation.text, annotation.set), annotation.segments[0].start);
  return (
    <nav aria-label={words.stack}>
      <ol className={styles.stack}>
        {stack.map((tag) => (
          <li key={tag.id}>
            <button
              type="button"
              className="button plain small"
              data-type={tag.type}
              aria-current={tag.id === annotation.id ? 'true' : undefined}
              onClick={() => workspace.perform('select-annotation', { annotation: tag.id })}
            >
              <span className="chip" aria-hidden="true">
                {tag.type.charAt(0).toUpperCase()}
              </span>
              <bdi>{shortWords(tag).slice(0, 18)}</bdi>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Words({ annotation }: { readonly annotation: Annotation }) {
  const [whole, setWhole] = useState(false);
  const all = wordsOf(annotation);
  return (
    <div>
      <blockquote className={styles.words} data-whole={whole ? '' : undefined}>
        <bdi>{all}</bdi>
      </blockquote>
      {all.length > longWords ? (
        <button type="button" className="button plain small flush" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? words.less : words.moreWords}
        </button>
      ) : null}
    </div>
  );
}

/** The ways from a tag to the rest of the project: all by this source, and the same words. */
function Elsewhere({ annotation: { attributes, segments } }: { readonly annotation: Annotation }) {
  const workspace = useWorkspace();
  const entity = useWorkspaceState(({ project }) => project.entities.get(attributes.entity ?? ''));
  const canWrite = useWorkspaceState(writable);
  return (
    <div className={styles.row}>
      {entity ? (
        <button type="button" className="button small" onClick={() => workspace.perform('show-register', { entity: entity.id })}>
          {words.allBy(entity.name)}
        </button>
      ) : null}
      {segments.length === 1 ? (
        <button type="button" className="button small" disabled={!canWrite} onClick={() => workspace.perform('show-same-words')}>
          {words.sameWords}
        </button>
      ) : null}
    </div>
  );
}

function Buttons({ annotation }: { readonly annotation: Annotation }) {
  const workspace = useWorkspace();
  const project = useWorkspaceState((state) => state.project);
  return (
    <div className={styles.row}>
      <button type="button" className="button small" onClick={() => workspace.perform('go-to-text', { annotation: annotation.id })}>
        {words.goToText}
        <KeyCap action="go-to-text" />
      </button>
      <button type="button" className="button small" onClick={() => workspace.perform('edit')}>
        {words.editEdges}
        <KeyCap action="edit" />
      </button>
      <button type="button" className="button small" onClick={() => workspace.perform('add-part')}>
        {words.addPart}
        <KeyCap action="add-part" />
      </button>
      <button type="button" className="button small" onClick={() => workspace.perform('delete-annotation', { annotation: annotation.id })}>
        {words.deleteWith(linksOf(project, annotation.id).length)}
      </button>
    </div>
  );
}
