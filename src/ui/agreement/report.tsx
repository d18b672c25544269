import { useEffect, useMemo, useRef, useState } from 'react';
import { agreementReportMessages as words } from '../../messages/agreement-report.ts';
import { headerFacts } from '../../review/report/header.ts';
import { type Labels, labelsOf } from '../../review/report/labels.ts';
import { pairsIn, type ReportSection, type ReportTable, sectionsOf } from '../../review/report/sections.ts';
import type { MeasuredReport } from '../../workspace/agreement/agreement-state.ts';
import panel from '../panel/panel.module.css';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import styles from './agreement.module.css';
import { Exposed } from './exposed.tsx';
import { Passages } from './passages.tsx';
import { Table } from './table.tsx';

/** The report; while a cell is open the passages behind it stand in its place, and going back leads to that cell. */
export function Report({ measured }: { readonly measured: MeasuredReport }) {
  const { report, open, waiting } = measured;
  const project = useWorkspaceState((state) => state.project);
  const people = useWorkspaceState((state) => state.people);
  const labels = useMemo(
    () =>
      labelsOf(
        project,
        report.header.sets.map(({ id }) => id),
        people,
      ),
    [project, report, people],
  );
  const away = open !== null || waiting !== null;
  const root = useFocusAgain(away);
  return (
    <>
      {waiting ? <Exposed names={waiting.sets.map(labels.name)} /> : null}
      {open && !waiting ? <Passages key={JSON.stringify(open.cell)} open={open} labels={labels} /> : null}
      <div className={styles.report} hidden={away} ref={root}>
        <Head measured={measured} labels={labels} />
        <Sections measured={measured} labels={labels} />
      </div>
    </>
  );
}

/** Gives what had the focus last the focus again once the part is no longer `away`. */
function useFocusAgain(away: boolean) {
  const root = useRef<HTMLDivElement | null>(null);
  const last = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const part = root.current;
    const note = ({ target }: FocusEvent) => {
      last.current = target instanceof HTMLElement ? target : null;
    };
    part?.addEventListener('focusin', note);
    return () => part?.removeEventListener('focusin', note);
  }, []);
  useEffect(() => {
    if (!away) last.current?.focus();
  }, [away]);
  return root;
}

/** How many of so many parts are drawn: one more with each frame, so that none has to wait for all. */
function useMoreEachFrame(all: number): number {
  const [drawn, setDrawn] = useState(0);
  useEffect(() => {
    if (drawn >= all) return;
    const frame = requestAnimationFrame(() => setDrawn(drawn + 1));
    return () => cancelAnimationFrame(frame);
  }, [drawn, all]);
  return drawn;
}

interface Shows {
  readonly measured: MeasuredReport;
  readonly labels: Labels;
}

function Head({ measured: { report, at, counters }, labels }: Shows) {
  const workspace = useWorkspace();
  const outdated = useWorkspaceState((state) => state.counters !== counters);
  return (
    <>
      <p className={panel.row}>
        <button type="button" className="button small" onClick={() => workspace.perform('choose-agreement')}>
          {words.again}
        </button>
        <span className={styles.save} role="group" aria-label={words.save}>
          <span className={panel.muted} aria-hidden="true">
            {words.save}
          </span>
          {(['html', 'csv', 'json'] as const).map((format) => (
            <button key={format} type="button" className="button small" onClick={() => workspace.perform('save-agreement', { format })}>
              {words.formats[format]}
            </button>
          ))}
        </span>
      </p>
      {outdated ? <p className={styles.warning}>{words.outdated}</p> : null}
      {report.warnings.map((warning) => (
        <p key={warning} className={styles.warning}>
          {warning}
        </p>
      ))}
      <Facts report={report} at={at} labels={labels} />
    </>
  );
}

function Facts({ report, at, labels }: Pick<MeasuredReport, 'report' | 'at'> & { readonly labels: Labels }) {
  return (
    <>
      <Table
        table={{
          title: words.sets,
          heads: ['', words.columns.name, words.header.basis, words.columns.tags],
          rows: report.header.sets.map(({ id, basis, tags }) => ({
            head: labels.initials(id),
            cells: [{ words: labels.name(id) }, { words: words.basis[basis] }, { count: tags, cell: { part: 'set', set: id } }],
          })),
        }}
      />
      <details className={styles.folded}>
        <summary>{words.how}</summary>
        <dl className={styles.facts}>
          {headerFacts(report, labels, at).map(([term, value]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
          <div>
            <dt>{words.header.hashes}</dt>
            <dd className={styles.hashes}>{report.header.texts.join(' ')}</dd>
          </div>
        </dl>
      </details>
    </>
  );
}

function Sections({ measured: { report }, labels }: Shows) {
  const pairs = pairsIn(report);
  const [pair, setPair] = useState(0);
  const sections = useMemo(() => sectionsOf(report, labels), [report, labels]);
  const shown = pairs[pair]?.join() ?? '';
  const parts = sections.map((section) => ({ section, tables: section.tables.filter((one) => !one.pair || one.pair.join() === shown) }));
  const drawn = useMoreEachFrame(parts.reduce((sum, { tables }) => sum + 1 + tables.length, 0));
  return (
    <>
      {pairs.length > 1 ? (
        <label className={`field ${styles.pair}`}>
          <span>{words.pair}</span>
          <select value={pair} onChange={({ target }) => setPair(Number(target.value))}>
            {pairs.map((sets, at) => (
              <option key={sets.join()} value={at}>
                {words.between(labels.name(sets[0]), labels.name(sets[1]))}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      {parts.map(({ section, tables }, at) => {
        const before = parts.slice(0, at).reduce((sum, part) => sum + 1 + part.tables.length, 0);
        return drawn > before ? <Section key={section.id} section={section} tables={tables} drawn={drawn - before - 1} /> : null;
      })}
    </>
  );
}

interface SectionProps {
  readonly section: ReportSection;
  readonly tables: readonly ReportTable[];
  /** How many of the tables. */
  readonly drawn: number;
}

function Section({ section: { title, explained, benchmark }, tables, drawn }: SectionProps) {
  return (
    <section className={styles.section}>
      <h3>{title}</h3>
      <p className={panel.muted}>{explained}</p>
      {benchmark === null ? null : <p className={styles.benchmark}>{benchmark}</p>}
      {tables.length === 0 ? <p>{words.none}</p> : null}
      {tables.slice(0, drawn).map((table) => (
        <Table key={table.title} table={table} />
      ))}
    </section>
  );
}
