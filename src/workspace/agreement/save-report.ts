import { agreementReportMessages as words } from '../../messages/agreement-report.ts';
import type { Cell } from '../../review/report/cell.ts';
import { reportCsv } from '../../review/report/csv.ts';
import { reportHtml } from '../../review/report/html.ts';
import { labelsOf } from '../../review/report/labels.ts';
import type { Passage } from '../../review/report/passages.ts';
import { download } from '../download.ts';
import type { Host } from '../host.ts';
import type { MeasuredReport } from './agreement-state.ts';

const types: Readonly<Record<string, string>> = { html: 'text/html', csv: 'text/csv', json: 'application/json' };

/** Hands over the report as a file. `spotsOf` gives the passages behind a cell. */
export async function saveReport(
  host: Host,
  { report, at }: MeasuredReport,
  format: string,
  spotsOf: (cell: Cell) => Promise<readonly Passage[]>,
): Promise<void> {
  const { project, people } = host.state.getState();
  const labels = labelsOf(
    project,
    report.header.sets.map(({ id }) => id),
    people,
  );
  const [hottest] = report.hotSpots.filter(({ differing }) => differing > 0);
  const contents = async (): Promise<BlobPart> => {
    if (format === 'csv') return new Uint8Array(reportCsv(report, labels));
    // As the command line prints it.
    if (format === 'json') return `${JSON.stringify(report, null, 1)}\n`;
    return reportHtml(report, labels, at, hottest ? await spotsOf({ part: 'hot', differing: hottest.differing }) : []);
  };
  const fileName = words.fileName(at.slice(0, 10), format);
  download(fileName, new Blob([await contents()], { type: types[format] ?? '' }));
  host.notice(words.saved(fileName), 'done');
}
