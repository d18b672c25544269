import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { agreementReportMessages as words } from '../../messages/agreement-report.ts';
import type { PackageContents } from '../../model/package-contents.ts';
import { projectOf } from '../../model/project-of.ts';
import { colleagues } from '../../testing/colleagues.ts';
import { readCsv } from '../../testing/read-csv.ts';
import { comparedInProject } from '../compared-project.ts';
import { alignmentOf } from './alignment.ts';
import { reportCsv } from './csv.ts';
import { reportHtml } from './html.ts';
import { labelsOf } from './labels.ts';
import { passagesBehind } from './passages.ts';
import { reportOf } from './report.ts';
import { sectionsOf } from './sections.ts';

// Each would do something where it is not only shown.
const names = ['=HYPERLINK("x")', '<script>alert(1)</script>', '@SUM(A1)'];
const packages = colleagues({ articles: 3, sets: 3, tags: 12 });
const contents: PackageContents = {
  ...packages[0],
  authors: packages.flatMap(({ authors = [] }, at) => authors.map((author) => ({ ...author, name: names[at] ?? '' }))),
  sets: packages.flatMap(({ sets = [] }) => sets),
  annotations: packages.flatMap(({ annotations = [] }) => annotations),
  relations: packages.flatMap(({ relations = [] }) => relations),
};
const sets = contents.sets?.map(({ id }) => id) ?? [];
const compared = comparedInProject(contents, { sets, on: 'shared' });
if ('problem' in compared) throw new Error(compared.problem);
const alignment = alignmentOf(compared);
const report = reportOf(alignment, { draws: 10, seed: 1 }, () => undefined);
const labels = labelsOf(projectOf(contents), sets, []);
const sections = sectionsOf(report, labels);
const spots = passagesBehind(alignment, { part: 'hot', differing: 2 }, 0, 5).passages;

describe('the report as it is shown', () => {
  it('has all seven parts, each explained, with a head for every cell', () => {
    expect(sections.map(({ title }) => title)).toEqual(Object.values(words.sections));
    for (const { explained, tables } of sections) {
      expect(explained).toMatch(/\w\.$/u);
      expect(tables.length).toBeGreaterThan(0);
      for (const { heads, rows } of tables) for (const { cells } of rows) expect(cells).toHaveLength(heads.length - 1);
    }
  });

  it('gives each figure without a value its reason in words', () => {
    const page = reportHtml(report, labels, '2026-02-16T08:00:00.000Z', []);
    expect(page).toMatch(/a: undefined because there are \d+ tags with two values/u);
  });
});

describe('the report as a table', () => {
  const rows = readCsv(reportCsv(report, labels));

  it('has a line of eight cells for every count and figure', () => {
    const cells = sections.flatMap(({ tables }) => tables.flatMap(({ rows: all }) => all.flatMap((row) => row.cells)));
    const told = cells.filter((cell) => 'count' in cell || 'figure' in cell || cell.cell === undefined);
    expect(rows).toHaveLength(1 + told.length);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([8]));
    expect(rows[1]?.[3]).not.toBe('');
  });

  it('runs nothing in a spreadsheet', () => {
    const cells = rows.flat();
    expect(cells.some((cell) => cell.includes('HYPERLINK'))).toBe(true);
    expect(cells.filter((cell) => /^\s*[=+\-@]/u.test(cell) && Number.isNaN(Number(cell)))).toEqual([]);
    // What is looked for is there without the guard.
    expect(cells.some((cell) => /^'\s*[=+\-@]/u.test(cell))).toBe(true);
  });
});

describe('the report as a page', () => {
  const page = reportHtml(report, labels, '2026-02-16T08:00:00.000Z', spots);
  const scripts = (source: string) => source.match(/<script/gu)?.length ?? 0;

  it('says what was compared, when, and quotes the hot spots', () => {
    for (const said of ['2026-02-16, 08:00 UTC', 'newsroom-core@1.0.0', 'independent', spots[0]?.words ?? 'nothing'])
      expect(page).toContain(said);
    for (const hash of report.header.texts) expect(page).toContain(hash);
  });

  it('shows names as they are and runs none of them, by itself and by its policy', () => {
    expect(scripts(page)).toBe(0);
    expect(page).toContain('default-src &#39;none&#39;');
    expect(new JSDOM(page).window.document.body.textContent).toContain(names[1]);
    expect(scripts(page.replaceAll('&lt;', '<').replaceAll('&gt;', '>'))).toBeGreaterThan(0);
  });
});
