import { agreementReportMessages as words } from '../../messages/agreement-report.ts';
import type { Shown } from './sections.ts';

/** A letter for each reason why a figure of these cells is undefined. */
export function notesIn(cells: readonly Shown[]): ReadonlyMap<string, string> {
  const reasons = cells.flatMap((cell) => ('figure' in cell && cell.figure.value === null ? (cell.figure.reason ?? []) : []));
  return new Map([...new Set(reasons)].map((reason, at) => [reason, String.fromCodePoint(0x61 + at)]));
}

/** What stands in a cell: a count, a figure with its interval, or the letter of the reason why there is none. */
export function wordsOf(cell: Shown, notes: ReadonlyMap<string, string>): string {
  if ('count' in cell) return String(cell.count);
  if (!('figure' in cell)) return cell.words;
  const { value, interval, reason = '' } = cell.figure;
  if (value === null) return words.undefined(notes.get(reason) ?? '');
  const said = words[cell.as];
  return words.interpreted(said(value), interval ? words.interval(said(interval[0]), said(interval[1])) : null);
}
