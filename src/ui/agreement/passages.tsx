import { agreementReportMessages as words } from '../../messages/agreement-report.ts';
import { registerMessages } from '../../messages/register.ts';
import { paragraphAt } from '../../model/views/tags.ts';
import type { Labels } from '../../review/report/labels.ts';
import type { Passage } from '../../review/report/passages.ts';
import type { OpenCell } from '../../workspace/agreement/agreement-state.ts';
import panel from '../panel/panel.module.css';
import { takeFocus } from '../take-focus.ts';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import styles from './agreement.module.css';

/** The passages behind a cell of the report, each with what every set has there, and the way to it. */
export function Passages({ open: { cell, name, total, passages }, labels }: { readonly open: OpenCell; readonly labels: Labels }) {
  const workspace = useWorkspace();
  const left = (total ?? 0) - passages.length;
  return (
    <section className={styles.section} aria-label={name}>
      <p>
        <button type="button" className="button small" ref={takeFocus} onClick={() => workspace.perform('show-passages')}>
          {words.back}
        </button>
      </p>
      <h3>
        <bdi>{name}</bdi>
      </h3>
      <p role="status" className={panel.muted}>
        {total === null ? words.looking : words.passageCount(total)}
      </p>
      <ul className={styles.passages} aria-label={name}>
        {passages.map((passage, at) => (
          <Entry key={String(at)} passage={passage} labels={labels} link={cell.part === 'link'} />
        ))}
      </ul>
      {total !== null && left > 0 ? (
        <p>
          <button type="button" className="button small" onClick={() => workspace.perform('show-passages', { cell, name })}>
            {registerMessages.more(Math.min(left, passages.length))}
          </button>
        </p>
      ) : null}
    </section>
  );
}

interface EntryProps {
  readonly passage: Passage;
  readonly labels: Labels;
  readonly link: boolean;
}

function Entry({ passage, labels, link }: EntryProps) {
  const workspace = useWorkspace();
  const article = useWorkspaceState(({ project }) => project.articles.get(passage.article));
  const place = article ? registerMessages.paragraph(paragraphAt(article, passage.text, passage.start)) : '';
  const type = passage.readings.find(({ tag }) => tag)?.tag?.type ?? '';
  const names = passage.differ.map((name) => words.difference(name) ?? labels.attribute(type, name));
  return (
    <li>
      <button type="button" className={styles.passage} onClick={() => workspace.perform('go-to-passage', { passage })}>
        <bdi className={styles.quoted}>{passage.words}</bdi>
        <span className={panel.muted}>
          <bdi>{words.place(labels.article(passage.article), place)}</bdi>
        </span>
        {passage.readings.map(({ set, tag }) => (
          <Reading key={set} set={set} tag={tag} labels={labels} link={link} whole={passage.words} />
        ))}
        <span className={panel.muted}>{names.length === 0 ? words.same : words.differs(names)}</span>
      </button>
    </li>
  );
}

type ReadingProps = Passage['readings'][number] & { readonly labels: Labels; readonly link: boolean; readonly whole: string };

function Reading({ set, tag, labels, link, whole }: ReadingProps) {
  const values = tag ? Object.entries(tag.values).map(([id, value]) => said(labels, tag.type, id, value)) : [];
  const target = tag && link ? [tag.target === undefined ? words.noLink : words.leadsTo(tag.target)] : [];
  const quoted = tag && tag.words !== whole ? [words.quoted(tag.words)] : [];
  return (
    <span className={styles.reading} data-type={tag?.type}>
      <span className={styles.initials}>{labels.initials(set)}</span>
      {tag ? (
        <span className="chip" aria-hidden="true">
          {labels.type(tag.type).charAt(0).toLocaleUpperCase('en')}
        </span>
      ) : null}
      <bdi>{tag ? [labels.type(tag.type), ...quoted, ...values, ...target].join(', ') : words.hasNothing}</bdi>
    </span>
  );
}

const said = (labels: Labels, type: string, id: string, value: string): string =>
  words.value(labels.attribute(type, id), labels.value(type, id, value));
