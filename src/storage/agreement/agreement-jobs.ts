import type { PackageContents } from '../../model/package-contents.ts';
import type { Id } from '../../model/records.ts';
import type { NotCompared } from '../../review/compared-of.ts';
import { type ComparedChoice, comparedInProject } from '../../review/compared-project.ts';
import { alignmentOf } from '../../review/report/alignment.ts';
import type { Cell } from '../../review/report/cell.ts';
import type { Draws } from '../../review/report/figures.ts';
import { type Behind, passagesBehind } from '../../review/report/passages.ts';
import { type AgreementReport, reportOf } from '../../review/report/report.ts';
import type { Desk } from '../importing/import-jobs.ts';
import type { Progress } from '../progress.ts';
import { withProject } from '../project-connection.ts';
import { readCompared } from './read-compared.ts';

/** How far sets agree; or why there is nothing to compare. */
export type MeasuredAgreement = { readonly report: AgreementReport } | NotCompared;

/** Where the tags lie: in a project's database, or, where there is none, here. */
export type TagsFrom = { readonly project: Id } | { readonly contents: PackageContents };

interface AgreementOrder {
  readonly from: TagsFrom;
  readonly choice: ComparedChoice;
  readonly draws: Draws;
}

const parts = 100;
// Where each part of the work ends; in between, tags are counted.
const ends = { reading: 35, aligning: 55, counting: 80 };

/** Measures how far sets agree, and keeps their alignment for the passages behind each count. */
export async function measureAgreement(
  { from, choice, draws }: AgreementOrder,
  progress: Progress,
  desk: Desk,
): Promise<MeasuredAgreement> {
  let told = 0;
  const within = (begin: number, end: number) => (done: number, total: number) => {
    const now = Math.floor(begin + ((end - begin) * done) / Math.max(1, total));
    if (now > told) progress(now, parts);
    told = Math.max(told, now);
  };
  progress(0, parts);
  const contents =
    'contents' in from
      ? from.contents
      : await withProject(from.project, (database) => readCompared(database, choice, within(0, ends.reading)));
  const compared = comparedInProject(contents, choice);
  if ('problem' in compared) return compared;
  desk.alignment = alignmentOf(compared, within(ends.reading, ends.aligning));
  return { report: reportOf(desk.alignment, draws, within(ends.counting, parts)) };
}

/** Some of the passages behind a count of the report that was measured here. */
export async function showPassages(
  { cell, from, count }: { readonly cell: Cell; readonly from: number; readonly count: number },
  _: Progress,
  { alignment }: Pick<Desk, 'alignment'>,
): Promise<Behind> {
  if (!alignment) throw new Error('No agreement was measured here.');
  return passagesBehind(alignment, cell, from, count);
}
