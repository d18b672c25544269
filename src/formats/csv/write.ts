import type { PackageContents } from '../../model/package-contents.ts';
import { projectOf } from '../../model/project-of.ts';
import { beside } from '../companion.ts';
import type { FormatFile, WriteChoice, Written } from '../format.ts';
import { type Loss, lossesOf } from '../losses.ts';
import { exactSheet, spreadsheet } from './cells.ts';
import { claimRows } from './claims.ts';
import { linkRows } from './links.ts';
import { tagRows } from './tags.ts';

/** Three tables: claims, one row each; the parts of all tags; links. Safe for spreadsheets, or exact for programs. Offsets in UTF-16 units. */
export function writeCsv(contents: PackageContents, choice: WriteChoice): Written {
  const project = projectOf(contents);
  const sheets = [
    ['claims.csv', claimRows(project)],
    ['tags.csv', tagRows(project)],
    ['links.csv', linkRows(project)],
  ] as const;
  const files: FormatFile[] = [];
  const counts = { guarded: 0, cut: 0 };
  for (const [name, rows] of sheets) {
    const { bytes, guarded, cut } = choice.exact ? exactSheet(rows) : spreadsheet(rows);
    files.push({ name, bytes });
    counts.guarded += guarded;
    counts.cut += cut;
  }
  const losses: Loss[] = [
    ...lossesOf(contents, ['journal', 'undecided']),
    { facet: 'guarded' as const, count: counts.guarded },
    { facet: 'cut' as const, count: counts.cut },
    { facet: 'one-way' as const, count: contents.annotations?.length ?? 0 },
  ].filter(({ count }) => count > 0);
  return { files: [...files, ...beside(contents, losses, choice)], losses };
}
