import { codebookFileMessages as said } from '../../messages/codebook-file.ts';
import { checks } from '../../model/checks/table.ts';
import type { AttributeDefinition, Codebook, RelationType, TagType } from '../../model/codebooks/codebook.ts';
import { contrast, isColour, leastContrast, schemes, surfaces } from '../../model/codebooks/colours.ts';
import { mostTypes, needs, relationKeys, takenKeys } from '../../model/codebooks/needs.ts';
import { attributeOf, relationType, tagType } from '../../model/codebooks/newsroom-core.ts';
import { versionNumbers } from '../../model/codebooks/version.ts';
import { type Fault, pointer } from '../fault.ts';

type Path = readonly PropertyKey[];
type Report = (path: Path, fault: Omit<Fault, 'path'>) => void;

/** Everything in a codebook that the program could not work with: ids, keys, colours too faint, and what it needs and does not find. */
export function faultsInCodebook(codebook: Codebook): Fault[] {
  const faults: Fault[] = [];
  const report: Report = (path, fault) => faults.push({ path: pointer(path), ...fault });
  if (!isName(codebook.id)) report(['id'], said.name);
  if (!versionNumbers(codebook.version)) report(['version'], said.version);
  checkNames(codebook, report);
  codebook.types.forEach((type, index) => checkType(type, ['types', index], report));
  codebook.relations.forEach((relation, index) => checkRelation(codebook, relation, ['relations', index], report));
  codebook.checks.forEach(({ id }, index) => {
    if (!checks.some((check) => check.id === id)) report(['checks', index, 'id'], said.unknownCheck(id));
  });
  checkNeeds(codebook, report);
  return faults;
}

// Ids go into keys, files and style sheets.
const isName = (id: string): boolean => /^[a-z][a-z0-9-]{0,39}$/u.test(id);

function checkNames({ types, relations, entityFields, checks: made }: Codebook, report: Report): void {
  const tables: readonly (readonly [string, readonly { readonly id: string }[]])[] = [
    ['types', types],
    ['relations', relations],
    ['checks', made],
    ['entityFields', entityFields],
  ];
  for (const [table, items] of tables) checkUnique(items, 'id', [table], report);
  for (const member of ['letter', 'key', 'line'] as const) checkUnique(types, member, ['types'], report);
  [...types, ...relations].forEach(({ id }, index) => {
    const path = index < types.length ? ['types', index, 'id'] : ['relations', index - types.length, 'id'];
    if (!isName(id)) report(path, said.name);
  });
  if (types.length > mostTypes) report(['types'], said.tooManyTypes(mostTypes));
}

function checkUnique<M extends string>(
  items: readonly Readonly<Partial<Record<M, string>>>[],
  member: M,
  path: Path,
  report: Report,
): void {
  const seen = new Set<string>();
  items.forEach((item, index) => {
    const value = item[member];
    if (value === undefined) return;
    if (seen.has(value)) report([...path, index, member], said.twice(member, value));
    seen.add(value);
  });
}

function checkType(type: TagType, path: Path, report: Report): void {
  const own = needs.types.find(({ id }) => id === type.id);
  if ([...type.letter].length !== 1) report([...path, 'letter'], said.letter);
  if (own && type.key !== own.key) report([...path, 'key'], said.fixedKey(type.id, own.key));
  const others = needs.types.some(({ key }) => key === type.key);
  if (!own && (!/^[a-z]$/u.test(type.key) || takenKeys.has(type.key) || others)) report([...path, 'key'], said.takenKey(type.key));
  if ((type.line === 'box') !== (type.id === 'source')) report([...path, 'line'], said.box);
  checkColours(type, path, report);
  checkUnique(type.attributes, 'id', [...path, 'attributes'], report);
  type.attributes.forEach((attribute, index) => checkAttribute(attribute, [...path, 'attributes', index], report));
}

/** The line serves as the letter's colour too: it must be legible on all it lies on, and the words on the tint. */
function checkColours({ colour }: TagType, path: Path, report: Report): void {
  for (const scheme of schemes) {
    const { line, tint } = colour[scheme];
    const at = (member: string): Path => [...path, 'colour', scheme, member];
    const bad = (['line', 'tint'] as const).filter((member) => !isColour(colour[scheme][member]));
    for (const member of bad) report(at(member), said.notColour(colour[scheme][member]));
    if (bad.length > 0) continue;
    const { paper, panel, ink, muted } = surfaces[scheme];
    for (const [name, on] of [
      ['paper', paper],
      ['panel', panel],
      ['tint', tint],
    ] as const) {
      checkContrast(line, on, (found) => report(at('line'), said.faintLine(found, name, scheme)));
    }
    // Bylines and the like are muted, and are tagged too.
    const faintest = contrast(ink, tint) < contrast(muted, tint) ? ink : muted;
    checkContrast(faintest, tint, (found) => report(at('tint'), said.faintWords(found, scheme)));
  }
}

function checkContrast(one: string, other: string, refuse: (found: string) => void): void {
  const found = contrast(one, other);
  // Cut, not rounded: 4.499 is not enough and must not read as 4.5.
  if (found < leastContrast) refuse((Math.floor(found * 100) / 100).toFixed(2));
}

function checkAttribute(attribute: AttributeDefinition, path: Path, report: Report): void {
  const { id, type, values = [] } = attribute;
  if (!isName(id)) report([...path, 'id'], said.name);
  if (type === 'enum' && values.length === 0) report([...path, 'values'], said.noValues);
  if (type !== 'enum' && values.length > 0) report([...path, 'values'], said.needlessValues);
  if (attribute.default !== undefined && !values.some((value) => value.id === attribute.default)) {
    report([...path, 'default'], said.unknownValue(attribute.default));
  }
  checkUnique(values, 'id', [...path, 'values'], report);
  checkUnique(values, 'key', [...path, 'values'], report);
  values.forEach(({ id: value, key }, index) => {
    if (value === '') report([...path, 'values', index, 'id'], said.name);
    if (key !== undefined && !/^[1-9]$/u.test(key)) report([...path, 'values', index, 'key'], said.digit(key));
  });
}

function checkRelation(codebook: Codebook, { from, to, key, required }: RelationType, path: Path, report: Report): void {
  const checkEnds = (member: 'from' | 'to', types: readonly string[]) => {
    types.forEach((type, index) => {
      if (!tagType(codebook, type)) report([...path, member, index], said.unknownType(type));
    });
    if (types.length === 0) report([...path, member], said.noTypes);
  };
  checkEnds('from', from);
  checkEnds('to', to);
  if (key !== undefined && !relationKeys.has(key)) report([...path, 'key'], said.linkKey(key));
  for (const [attribute, values] of Object.entries(required?.unless ?? {})) {
    const known = from.flatMap((type) => attributeOf(codebook, type, attribute)?.values?.map(({ id }) => id) ?? []);
    const strange = values.find((value) => !known.includes(value));
    if (strange !== undefined) report([...path, 'required', 'unless', attribute], said.unknownValue(strange));
  }
}

function checkNeeds(codebook: Codebook, report: Report): void {
  for (const { id } of needs.types) if (!tagType(codebook, id)) report(['types'], said.needsType(id));
  for (const { type, id, kind, values } of needs.attributes) {
    const index = codebook.types.findIndex((known) => known.id === type);
    const found = attributeOf(codebook, type, id);
    const lacks = values.find((value) => !found?.values?.some((known) => known.id === value));
    if (index >= 0 && (found?.type !== kind || lacks !== undefined))
      report(['types', index, 'attributes'], said.needsAttribute(id, values));
  }
  for (const { id, from, to } of needs.relations) {
    const relation = relationType(codebook, id);
    if (!relation?.from.includes(from) || !relation.to.includes(to)) report(['relations'], said.needsRelation(id, from, to));
  }
}
