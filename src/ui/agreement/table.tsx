import { useState } from 'react';
import { agreementReportMessages as words } from '../../messages/agreement-report.ts';
import type { Cell } from '../../review/report/cell.ts';
import { notesIn } from '../../review/report/notes.ts';
import type { ReportTable, Shown } from '../../review/report/sections.ts';
import { useWorkspace } from '../use-workspace.ts';
import styles from './agreement.module.css';

/** A table of the report, each count in it the way to its passages. */
export function Table({ table }: { readonly table: ReportTable }) {
  return table.folded ? <Folded table={table} /> : <Unfolded table={table} caption={table.title} />;
}

function Folded({ table }: { readonly table: ReportTable }) {
  const [open, setOpen] = useState(false);
  return (
    <details className={styles.folded} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{table.title}</summary>
      {open ? <Unfolded table={table} caption={null} /> : null}
    </details>
  );
}

function Unfolded({ table: { title, heads, rows }, caption }: { readonly table: ReportTable; readonly caption: string | null }) {
  const cells = rows.flatMap((row) => row.cells);
  const notes = notesIn(cells);
  // A table without a button could not be scrolled by keys.
  const leadsOn = cells.some((cell) => wayOf(cell) !== undefined);
  return (
    <div role="group" className={styles.scroll} aria-label={title} tabIndex={leadsOn ? undefined : 0}>
      <table className={styles.table} aria-label={title}>
        {caption === null ? null : <caption>{caption}</caption>}
        <thead>
          <tr>
            {heads.map((head, at) =>
              head === '' ? (
                <td key={String(at)} />
              ) : (
                <th key={String(at)} scope="col" data-words={saysWords(rows[0]?.cells[at - 1])}>
                  <bdi>{head}</bdi>
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ head, cells }, row) => (
            <tr key={String(row)}>
              <th scope="row">
                <bdi>{head}</bdi>
              </th>
              {cells.map((cell, at) => (
                <td key={String(at)} data-words={saysWords(cell)}>
                  <Contents cell={cell} row={head} column={heads[at + 1] ?? ''} notes={notes} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Notes notes={notes} />
    </div>
  );
}

/** Words begin where their column does, numbers end where it ends. */
const saysWords = (cell: Shown | undefined): '' | undefined => (cell && 'words' in cell && /^\p{L}/u.test(cell.words) ? '' : undefined);

function Notes({ notes }: { readonly notes: ReadonlyMap<string, string> }) {
  if (notes.size === 0) return null;
  return (
    <ul className={styles.notes}>
      {[...notes].map(([reason, note]) => (
        <li key={note}>{words.note(note, reason)}</li>
      ))}
    </ul>
  );
}

interface ContentsProps {
  readonly cell: Shown;
  readonly row: string;
  readonly column: string;
  readonly notes: ReadonlyMap<string, string>;
}

function Contents({ cell, row, column, notes }: ContentsProps) {
  const workspace = useWorkspace();
  if ('figure' in cell) return <FigureWords shown={cell} notes={notes} />;
  const said = 'count' in cell ? String(cell.count) : cell.words;
  const way = wayOf(cell);
  if (way === undefined) return <bdi>{said}</bdi>;
  const name = words.behind(row, column);
  return (
    <button
      type="button"
      className={styles.count}
      aria-label={words.open(said, row, column)}
      onClick={() => workspace.perform('show-passages', { cell: way, name })}
    >
      {said}
    </button>
  );
}

/** The cell of the report behind what is shown; `undefined` where no passage is. */
const wayOf = (shown: Shown): Cell | undefined => ('figure' in shown || ('count' in shown && shown.count === 0) ? undefined : shown.cell);

function FigureWords({
  shown: { figure, as },
  notes,
}: {
  readonly shown: Extract<Shown, { figure: unknown }>;
  readonly notes: ContentsProps['notes'];
}) {
  const { value, interval, reason = '' } = figure;
  if (value === null) return <span>{words.undefined(notes.get(reason) ?? '')}</span>;
  return (
    <>
      {words[as](value)}
      {interval ? <span className={styles.interval}>{words.interval(words[as](interval[0]), words[as](interval[1]))}</span> : null}
    </>
  );
}
