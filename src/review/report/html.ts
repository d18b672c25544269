import { type Markup, markup } from '../../formats/evidence/markup.ts';
import { factList, pageOf, tableOf } from '../../formats/evidence/page.ts';
import { agreementReportMessages as words } from '../../messages/agreement-report.ts';
import { headerFacts } from './header.ts';
import type { Labels } from './labels.ts';
import { notesIn, wordsOf } from './notes.ts';
import type { Passage } from './passages.ts';
import type { AgreementReport } from './report.ts';
import { type ReportSection, type ReportTable, type Shown, sectionsOf } from './sections.ts';

/** The report as one page that prints well and runs nothing. `at`: when it was measured. `spots`: passages on which most sets differ. */
export function reportHtml(report: AgreementReport, labels: Labels, at: string, spots: readonly Passage[]): string {
  return pageOf(words.title, 'en', [
    markup`<h1>${words.title}</h1>\n`,
    factList(headerFacts(report, labels, at)),
    ...report.warnings.map((warning) => markup`<p><strong>${warning}</strong></p>\n`),
    ...sectionsOf(report, labels).map((section) => sectionMarkup(section, labels, section.id === 'hotSpots' ? spots : [])),
    markup`<h2>${words.header.hashes}</h2>\n<ul>${report.header.texts.map((hash) => markup`<li><code>${hash}</code></li>`)}</ul>\n`,
  ]);
}

function sectionMarkup({ title, explained, benchmark, tables }: ReportSection, labels: Labels, spots: readonly Passage[]): Markup {
  const about = benchmark === null ? [] : [markup`<p>${benchmark}</p>\n`];
  const shown = tables.map((table) => tableMarkup(table, labels));
  const listed = spots.map((passage) => spotMarkup(passage, labels));
  return markup`<h2>${title}</h2>\n<p>${explained}</p>\n${about}${shown}${listed.length > 0 ? markup`<ul>${listed}</ul>\n` : ''}`;
}

// More names than that fit beside one another on no page.
const mostNarrow = 6;

function tableMarkup({ title, heads, rows, pair }: ReportTable, labels: Labels): Markup {
  const notes = notesIn(rows.flatMap(({ cells }) => cells));
  const of = pair ? `${words.between(labels.name(pair[0]), labels.name(pair[1]))}. ` : '';
  // What is only a way to passages says nothing on paper.
  const kept = (cells: readonly Shown[]) => cells.filter((cell) => !('words' in cell && cell.cell !== undefined));
  const shownHeads = heads.slice(0, 1 + kept(rows[0]?.cells ?? []).length);
  const table = tableOf(
    shownHeads,
    rows.map(({ head, cells }) => [head, ...kept(cells).map((cell) => wordsOf(cell, notes))]),
  );
  const reasons = [...notes].map(([reason, note]) => markup`<p>${words.note(note, reason)}</p>\n`);
  const wide = heads.length > mostNarrow;
  return markup`<h3>${of}${title}</h3>\n${wide ? markup`<div class="wide">${table}</div>\n` : table}${reasons}`;
}

function spotMarkup({ article, words: quoted, readings }: Passage, labels: Labels): Markup {
  const said = readings.map(
    ({ set, tag }) => `${labels.initials(set)}: ${tag ? `${labels.type(tag.type)}, “${tag.words}”` : words.hasNothing}`,
  );
  return markup`<li><bdi>“${quoted}”</bdi>, <bdi>${labels.article(article)}</bdi><br>${said.map((one) => markup`<bdi>${one}</bdi>. `)}</li>`;
}
