import { type Row, spreadsheet } from '../../formats/csv/cells.ts';
import { agreementReportMessages as words } from '../../messages/agreement-report.ts';
import type { Labels } from './labels.ts';
import type { AgreementReport } from './report.ts';
import { type ReportTable, type Shown, sectionsOf } from './sections.ts';

/** The report as a table for spreadsheets, a line for each count and figure; nothing in it is run. */
export function reportCsv(report: AgreementReport, labels: Labels): Uint8Array {
  const rows = sectionsOf(report, labels).flatMap(({ title, tables }) => tables.flatMap((table) => rowsOf(title, table, labels)));
  return spreadsheet([words.csv, ...rows]).bytes;
}

function rowsOf(section: string, { title, heads, rows, pair }: ReportTable, labels: Labels): Row[] {
  const table = pair ? `${words.between(labels.name(pair[0]), labels.name(pair[1]))}. ${title}` : title;
  return rows.flatMap(({ head, cells }) =>
    cells.flatMap((cell, at) => {
      const values = valuesOf(cell);
      // A share beside the count that it is of has no head of its own.
      return values ? [[section, table, head, heads[at + 1] || `${heads[at]}, ${words.columns.share}`, ...values]] : [];
    }),
  );
}

/** Value, both ends of the interval, and why there is no value; `null` for mere words. */
function valuesOf(cell: Shown): Row | null {
  if ('count' in cell) return [cell.count, undefined, undefined, undefined];
  if (!('figure' in cell)) return cell.cell ? null : [cell.words, undefined, undefined, undefined];
  const { value, interval, reason } = cell.figure;
  return [value ?? undefined, interval?.[0], interval?.[1], reason];
}
