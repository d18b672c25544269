import { agreementReportMessages as words } from '../../messages/agreement-report.ts';
import type { Id } from '../../model/records.ts';
import type { Attribute } from './attributes.ts';
import type { Cell, Which } from './cell.ts';
import type { Figure } from './figures.ts';
import { anyType, type Found } from './found.ts';
import type { Labels } from './labels.ts';
import type { Boundaries } from './matched.ts';
import type { Matrix } from './matrix.ts';
import type { AgreementReport } from './report.ts';

/** What stands in a cell of a table: a count with the passages behind it, a figure, or words, which may have passages too. */
export type Shown =
  | { readonly count: number; readonly cell: Cell }
  | { readonly figure: Figure; readonly as: 'share' | 'units' }
  | { readonly words: string; readonly cell?: Cell };

/** A table: the head of each column, and rows that begin with their own. `pair`: where it is about two of several sets. */
export interface ReportTable {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly { readonly head: string; readonly cells: readonly Shown[] }[];
  readonly pair?: readonly [Id, Id];
  /** True where it is one of many that are opened when wanted. */
  readonly folded?: true;
}

/** A part of the report: what its figures say, what people reach elsewhere, and the tables. */
export interface ReportSection {
  readonly id: keyof typeof words.sections;
  readonly title: string;
  readonly explained: string;
  readonly benchmark: string | null;
  readonly tables: readonly ReportTable[];
}

const { columns } = words;
const share = (figure: Figure): Shown => ({ figure, as: 'share' });

/** All of a report as it is shown, on screen and in files. */
export function sectionsOf(report: AgreementReport, labels: Labels): ReportSection[] {
  const tables: Readonly<Record<ReportSection['id'], readonly ReportTable[]>> = {
    found: foundTables(report, labels),
    boundaries: report.boundaries.length > 0 ? boundaryTables(report.boundaries, labels) : [],
    types: typeTables(report, labels),
    attributes: attributeTables(report, labels),
    links: linkTables(report, labels),
    characters: characterTables(report, labels),
    hotSpots: hotTables(report),
  };
  const benchmarks: Readonly<Record<string, string>> = words.benchmarks;
  return (Object.keys(words.sections) as ReportSection['id'][]).map((id) => ({
    id,
    title: words.sections[id],
    explained: words.explained[id],
    benchmark: benchmarks[id] ?? null,
    tables: tables[id],
  }));
}

/** The pairs of sets that a report is about. */
export const pairsIn = ({ types }: AgreementReport): (readonly [Id, Id])[] => types.map(({ sets }) => sets);

const levels = ['exact', 'tidy', 'overlap'] as const;

function foundTables(report: AgreementReport, labels: Labels): ReportTable[] {
  const pairs = pairsIn(report);
  const ofPairs = pairs.flatMap((sets, at) => levels.map((level) => foundTable(report, labels, level, sets, at)));
  return pairs.length > 1 ? [...meanTables(report, labels), ...ofPairs] : ofPairs;
}

/** F1 of each type at each level over all pairs of sets: the mean, and the lowest and highest. */
function meanTables({ found }: AgreementReport, labels: Labels): ReportTable[] {
  const heads = [columns.type, ...levels.map((level) => words.levelNames[level])];
  const named = [...new Set(found.map(({ type }) => type))];
  const rows = (cellOf: (one: Found) => Shown) =>
    named.map((type) => ({ head: labels.type(type), cells: found.filter((one) => one.type === type).map(cellOf) }));
  const rangeOf = ({ range }: Found): Shown => ({ words: range ? words.interval(words.share(range[0]), words.share(range[1])) : '' });
  return [
    { title: words.meanTable, heads, rows: rows(({ mean }) => share(mean)) },
    { title: words.rangeTable, heads, rows: rows(rangeOf) },
  ];
}

function foundTable(
  { found }: AgreementReport,
  labels: Labels,
  level: (typeof levels)[number],
  sets: readonly [Id, Id],
  at: number,
): ReportTable {
  const rows = found.filter((one) => one.level === level);
  return {
    title: words.levels[level],
    pair: sets,
    heads: [columns.type, ...threeHeads(labels, sets), columns.precision, columns.recall, columns.f1],
    rows: rows.map(({ type, pairs }) => {
      const pair = pairs[at];
      const cell = (which: Which): Cell => ({ part: 'found', sets, type, level, which });
      return {
        head: labels.type(type),
        cells: pair ? [...threeCounts(pair, cell), share(pair.precision), share(pair.recall), share(pair.f1)] : [],
      };
    }),
  };
}

interface Three {
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
}

const threeCounts = ({ both, onlyFirst, onlySecond }: Three, cell: (which: Which) => Cell): Shown[] => [
  { count: both, cell: cell('both') },
  { count: onlyFirst, cell: cell('first') },
  { count: onlySecond, cell: cell('second') },
];

const threeHeads = (labels: Labels, [first, second]: readonly [Id, Id]): string[] => [
  columns.both,
  columns.only(labels.initials(first)),
  columns.only(labels.initials(second)),
];

function boundaryTables(boundaries: readonly Boundaries[], labels: Labels): ReportTable[] {
  const all = boundaries.filter(({ type }) => type === anyType);
  return all.flatMap(({ sets, shifts }): ReportTable[] => {
    const own = boundaries.filter((one) => one.sets.join() === sets.join());
    const edges: ReportTable = {
      title: words.between(labels.initials(sets[0]), labels.initials(sets[1])),
      pair: sets,
      heads: [columns.type, columns.matched, columns.exact, '', columns.tidy, '', columns.units],
      rows: own.map((one) => ({ head: labels.type(one.type), cells: edgeCells(one) })),
    };
    if (shifts.length === 0) return [edges];
    const rows = shifts.map(({ start, end, count }) => ({
      head: words.signed(start),
      cells: [{ words: words.signed(end) }, { count, cell: { part: 'shift', sets, type: anyType, start, end } as const }],
    }));
    return [edges, { title: words.shiftTable, pair: sets, heads: [columns.begins, columns.ends, columns.times], rows }];
  });
}

function edgeCells({ sets, type, matched, exact, tidy, units }: Boundaries): Shown[] {
  const counted = (edges: 'all' | 'exact' | 'tidy', count: number): Shown => ({ count, cell: { part: 'edges', sets, type, edges } });
  // The shares are of these counts, so that rounding gives them back.
  const of = ({ value }: Figure) => Math.round((value ?? 0) * matched);
  return [
    counted('all', matched),
    counted('exact', of(exact)),
    share(exact),
    counted('tidy', of(tidy)),
    share(tidy),
    { figure: units, as: 'units' },
  ];
}

function typeTables({ types }: AgreementReport, labels: Labels): ReportTable[] {
  return types.flatMap(({ sets, matrix, agreement }): ReportTable[] => [
    {
      title: words.matrix(labels.initials(sets[0]), labels.initials(sets[1])),
      pair: sets,
      heads: [columns.type, ...matrix.values.map(labels.type)],
      rows: matrixRows(matrix, labels.type, (first, second) => ({ part: 'type', sets, first, second })),
    },
    {
      title: words.sameType,
      pair: sets,
      heads: ['', columns.agreement],
      rows: [{ head: words.allTypes, cells: [share(agreement)] }],
    },
  ]);
}

const matrixRows = ({ values, counts }: Matrix, label: (value: string) => string, cell: (first: string, second: string) => Cell) =>
  counts.map((row, a) => ({
    head: label(values[a] ?? ''),
    cells: row.map((count, b): Shown => ({ count, cell: cell(values[a] ?? '', values[b] ?? '') })),
  }));

function attributeTables(report: AgreementReport, labels: Labels): ReportTable[] {
  const { attributes } = report;
  if (attributes.length === 0) return [];
  const nameOf = ({ type, attribute }: Attribute) => words.attribute(labels.type(type), labels.attribute(type, attribute));
  const over: ReportTable = {
    title: words.alphaTable,
    heads: [columns.attribute, columns.n, columns.alpha],
    rows: attributes.map((one) => ({
      head: nameOf(one),
      cells: [{ count: one.n, cell: { part: 'values', type: one.type, attribute: one.attribute } }, share(one.alpha)],
    })),
  };
  return [over, ...pairsIn(report).flatMap((sets, at) => pairTables(attributes, labels, nameOf, sets, at))];
}

function pairTables(
  attributes: readonly Attribute[],
  labels: Labels,
  nameOf: (attribute: Attribute) => string,
  sets: readonly [Id, Id],
  at: number,
): ReportTable[] {
  const [first, second] = sets.map(labels.initials);
  const rows = attributes.flatMap((one) => {
    const pair = one.pairs[at];
    const cell = { part: 'values', type: one.type, attribute: one.attribute, of: sets } as const;
    return pair ? [{ head: nameOf(one), cells: [{ count: pair.n, cell }, share(pair.raw), share(pair.kappa)] }] : [];
  });
  const title = words.between(first ?? '', second ?? '');
  const matrices = attributes.flatMap((one): ReportTable[] => {
    const { matrix, n } = one.pairs[at] ?? { n: 0 };
    if (!matrix || n === 0) return [];
    const { type, attribute } = one;
    const label = (value: string) => labels.value(type, attribute, value);
    return [
      {
        title: words.attributeMatrix(nameOf(one), first ?? '', second ?? ''),
        pair: sets,
        folded: true,
        heads: ['', ...matrix.values.map(label)],
        rows: matrixRows(matrix, label, (a, b) => ({ part: 'value', sets, type, attribute, first: a, second: b })),
      },
    ];
  });
  return [{ title, pair: sets, heads: [columns.attribute, columns.n, columns.agreement, columns.kappa], rows }, ...matrices];
}

function linkTables(report: AgreementReport, labels: Labels): ReportTable[] {
  return pairsIn(report).flatMap((sets) => {
    const own = report.links.filter((one) => one.sets.join() === sets.join());
    if (own.length === 0) return [];
    return (['mention', 'entry'] as const).map((way): ReportTable => {
      const rows = own.map(({ relation, byMention, byEntry }) => {
        const count = way === 'mention' ? byMention : byEntry;
        const cell = (which: Which): Cell => ({ part: 'link', sets, relation, way, which });
        return { head: labels.relation(relation), cells: [...threeCounts(count, cell), share(count.f1)] };
      });
      return { title: words[way], pair: sets, heads: [columns.link, ...threeHeads(labels, sets), columns.f1], rows };
    });
  });
}

function characterTables({ characters }: AgreementReport, labels: Labels): ReportTable[] {
  const rows = characters.map(({ type, alpha }) => ({
    head: labels.type(type),
    cells: [share(alpha), { words: words.notTaggedByAll, cell: { part: 'characters', type } as const }],
  }));
  return [{ title: words.alphaTable, heads: [columns.type, columns.alpha, columns.passages], rows }];
}

function hotTables({ hotSpots }: AgreementReport): ReportTable[] {
  const rows = hotSpots.map(({ differing, passages }) => ({
    head: words.differing(differing),
    cells: [{ count: passages, cell: { part: 'hot', differing } as const }],
  }));
  return rows.length === 0 ? [] : [{ title: words.alphaTable, heads: [columns.differing, columns.passages], rows }];
}
