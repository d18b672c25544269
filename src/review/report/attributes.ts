import { agreementMessages } from '../../messages/agreement.ts';
import type { AttributeDefinition } from '../../model/codebooks/codebook.ts';
import { grouped } from '../../model/grouped.ts';
import type { Annotation, Id } from '../../model/records.ts';
import { nominal, ordinal } from '../agreement/alpha-metrics.ts';
import { cohenKappa } from '../agreement/cohen-kappa.ts';
import { alphaOf } from '../agreement/krippendorff-alpha.ts';
import type { Measured } from '../agreement/measured.ts';
import type { Group, PairOfSets } from '../align/groups.ts';
import { type Compared, definitionOf } from '../compared.ts';
import { type Figure, type Figures, shareOf } from './figures.ts';
import { agreementIn, cellsOf, type Matrix, matrixOf } from './matrix.ts';
import { byPair, idsOf, nameOf, type SetPair } from './set-pair.ts';
import { type Counts, type Evidence, madeOnce, placeOf, tagsCounted } from './sheet.ts';

/** Two sets on an attribute: of the tags that both have, those where both set a value. */
interface AttributePair {
  readonly sets: readonly [Id, Id];
  readonly n: number;
  readonly raw: Figure;
  readonly kappa: Figure;
  readonly matrix: Matrix;
}

/** Agreement on an attribute. Values that nobody has confirmed, and those outside of the scale, count as missing. `n`: tags with values of two sets. */
export interface Attribute {
  readonly type: string;
  readonly attribute: string;
  readonly scale: 'nominal' | 'ordinal';
  readonly pairs: readonly AttributePair[];
  readonly n: number;
  readonly alpha: Figure;
}

/** An attribute of a type that counts, with the values that count in their order. */
export interface CountedAttribute {
  readonly type: string;
  readonly definition: AttributeDefinition;
  readonly values: readonly string[];
}

// Below that a coefficient says more about chance than about the coders (DOMAIN 5.3).
const fewest = 10;

/** The attributes that the codebooks of these sets count. */
export function countedAttributes({ codebooks }: Compared): CountedAttribute[] {
  const all = [...codebooks.values()].flatMap(({ types }) =>
    types.flatMap(({ id: type, attributes }) =>
      attributes.flatMap((definition): CountedAttribute[] => {
        const scaled = (definition.values ?? []).filter(({ outsideScale }) => outsideScale !== true || definition.agreement === 'nominal');
        return definition.agreement === 'none' ? [] : [{ type, definition, values: scaled.map(({ id }) => id) }];
      }),
    ),
  );
  // Of two versions of a codebook the values of both.
  return [...grouped(all, ({ type, definition }) => `${type} ${definition.id}`).values()].flatMap((same) => {
    const [first] = same;
    return first ? [{ ...first, values: [...new Set(same.flatMap(({ values }) => values))] }] : [];
  });
}

/** The value that somebody set or confirmed; `null` where there is none that counts. `known`: as any of the codebooks has it. */
export function valueIn(compared: Compared, tag: Annotation, known: AttributeDefinition): string | null {
  const value = tag.attributes[known.id];
  if (value === undefined || tag.suggested?.includes(known.id)) return null;
  const definition = definitionOf(compared, tag, known.id) ?? known;
  const outside = definition.agreement === 'ordinal' && definition.values?.find(({ id }) => id === value)?.outsideScale === true;
  return outside ? null : value;
}

/** Counts the values of what two sets have both, and of what several have. */
export function tallyAttributes(
  compared: Compared,
  counted: readonly CountedAttribute[],
  aligned: readonly PairOfSets[],
  groups: readonly Group[],
  textAt: ReadonlyMap<string, number>,
  counts: Counts,
): void {
  for (const { pair, own } of byPair(aligned)) {
    const named = counted.map((one) => ({ ...one, name: madeOnce((a, b) => valueName(pair, one.type, one.definition.id, a, b)) }));
    const byType = grouped(named, ({ type }) => type);
    for (const { text, pairs } of own) {
      for (const { first: one, second: other } of pairs) {
        if (one.type !== other.type) continue;
        for (const { definition, name } of byType.get(one.type) ?? []) {
          const [a, b] = [valueIn(compared, one, definition), valueIn(compared, other, definition)];
          if (a === null || b === null) continue;
          counts.add(textAt.get(text.text) ?? 0, name(a, b), () => tagsCounted([pair.first, one], [pair.second, other]));
        }
      }
    }
  }
  tallyGroups(compared, counted, groups, textAt, counts);
}

function tallyGroups(
  compared: Compared,
  counted: readonly CountedAttribute[],
  groups: readonly Group[],
  textAt: ReadonlyMap<string, number>,
  counts: Counts,
): void {
  const named = counted.map(({ type, definition }) => {
    const met = metName(type, definition.id);
    return { type, definition, met, name: madeOnce((a, b) => `${met} ${a} ${b}`) };
  });
  const byType = grouped(named, ({ type }) => type);
  for (const { text, members } of groups) {
    for (const [type, tags] of grouped(members, ([, tag]) => tag.type)) {
      if (tags.length < 2) continue;
      for (const { definition, ...names } of byType.get(type) ?? []) {
        const values = tags.flatMap(([, tag]) => valueIn(compared, tag, definition) ?? []);
        tallyUnit(values, names, textAt.get(text.text) ?? 0, () => tagsCounted(...tags), counts);
      }
    }
  }
}

/** The name of a count of matched tags of a type to which two sets gave these values of an attribute. */
export const valueName = (pair: SetPair, type: string, id: string, first: string, second: string): string =>
  `value ${nameOf(pair)} ${type} ${id} ${first} ${second}`;

/** The name of the count of tags of a type that have values of an attribute in two sets or more. */
export const metName = (type: string, id: string): string => `met ${type} ${id}`;

interface UnitNames {
  readonly met: string;
  name(a: string, b: string): string;
}

function tallyUnit(values: readonly string[], { met, name }: UnitNames, text: number, of: () => Evidence, counts: Counts): void {
  if (values.length < 2) return;
  counts.add(text, met, of);
  values.forEach((a, one) => {
    values.forEach((b, other) => {
      if (one !== other) counts.add(text, name(a, b), of, 1 / (values.length - 1));
    });
  });
}

/** Agreement on every attribute that counts. */
export function reportAttributes(
  compared: Compared,
  counted: readonly CountedAttribute[],
  pairs: readonly SetPair[],
  figures: Figures,
): Attribute[] {
  return counted.map(({ type, definition, values }): Attribute => {
    const scale = definition.agreement === 'ordinal' ? 'ordinal' : 'nominal';
    const name = metName(type, definition.id);
    const units = placeOf(figures.sheet, name);
    const cells = cellsOf(figures, values, (a, b) => `${name} ${a} ${b}`);
    const metric = scale === 'ordinal' ? ordinal : nominal;
    return {
      type,
      attribute: definition.id,
      scale,
      pairs: pairs.map((pair) => attributePair(pair, type, definition.id, values, figures, idsOf(compared, pair))),
      n: figures.count(units),
      alpha: figures.figure((sums) => enough(sums[units] ?? 0, () => alphaOf(...metIn(cells, values, sums), metric, values))),
    };
  });
}

const enough = (n: number, measure: () => Measured): Measured =>
  n < fewest ? { value: null, reason: agreementMessages.reasons.tooFew(n, fewest) } : measure();

function metIn(cells: readonly (readonly number[])[], values: readonly string[], sums: Float64Array) {
  const met = cells.flatMap((row, a) =>
    row.flatMap((place, b) => {
      const weight = sums[place] ?? 0;
      return weight === 0 ? [] : [{ a: values[a] ?? '', b: values[b] ?? '', weight }];
    }),
  );
  const totals = new Map<string, number>();
  for (const { a, weight } of met) totals.set(a, (totals.get(a) ?? 0) + weight);
  return [met, totals] as const;
}

function attributePair(
  pair: SetPair,
  type: string,
  id: string,
  values: readonly string[],
  figures: Figures,
  sets: readonly [Id, Id],
): AttributePair {
  const cells = cellsOf(figures, values, (a, b) => valueName(pair, type, id, a, b));
  const matrix = matrixOf(figures, values, cells);
  const rowsIn = (sums: Float64Array) =>
    cells.flatMap((row, a) => row.map((place, b) => ({ values: [values[a] ?? '', values[b] ?? ''], n: sums[place] ?? 0 })));
  return {
    sets,
    matrix,
    n: matrix.counts.flat().reduce((sum, count) => sum + count, 0),
    raw: figures.figure((sums) => {
      const { same, all } = agreementIn(cells, sums);
      return shareOf(same, all);
    }),
    kappa: figures.figure((sums) => enough(agreementIn(cells, sums).all, () => cohenKappa(rowsIn(sums)))),
  };
}
