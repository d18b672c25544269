import { dirname, posix } from 'node:path';
import { type Expression, type Program, parseSync, type StaticExportEntry, Visitor } from 'oxc-parser';
import { isForTests, type SourceFile } from './source-files.ts';

/** The floors of the house, lowest first. */
export const floors = [
  'text',
  'messages',
  'anchoring',
  'model',
  'formats',
  'review',
  'suggest',
  'cli',
  'storage',
  'workers',
  'workspace',
  'ui',
  'main',
] as const;

/** `floor`: upwards. `tests-only`: the program needs what is for tests. `package`: not allowed on this floor. `outside`: no floor. */
export type FloorRule = 'floor' | 'tests-only' | 'package' | 'indexeddb' | 'outside' | 'unreadable' | 'cycle';

/** What a file does against the order of the floors; `target` is what it imports or names. */
export interface Violation {
  readonly path: string;
  readonly rule: FloorRule;
  readonly target: string;
}

// Which floors may import a package; one that is not listed is free. An empty list: tests only.
const packageHomes: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^dexie(?:$|-|\/)/u, ['storage']],
  // The bare entry of zustand is its React binding; below the screen there is `zustand/vanilla`.
  [/^(?:react|lucide-react|@react-|zustand$|zustand\/react)/u, ['ui', 'main']],
  [/^node:/u, ['cli']],
  [/^(?:vitest|@vitest\/|@testing-library\/|@axe-core\/|@?playwright|fast-check|fake-indexeddb|jsdom|oxc-parser|ajv|jsonld)/u, []],
];

/** Every violation of the order of the floors in these files, cycles included. */
export function checkFloors(files: readonly SourceFile[]): Violation[] {
  const known = new Set(files.map(({ path }) => path));
  const read = files.map((file) => ({ path: file.path, ...readFile(file) }));
  const graph = new Map(read.map(({ path, imports }) => [path, imports.flatMap((name) => localTarget(path, name, known) ?? [])]));
  const violations = read.flatMap(({ path, imports, others }) => [
    ...(floorOf(path) === null && !isForTests(path) ? [{ path, rule: 'outside' as const, target: path }] : []),
    ...imports.flatMap((name) => judge(path, name) ?? []),
    ...others.map((other) => ({ path, ...other })),
  ]);
  return [...violations, ...cyclesIn(graph)];
}

function floorOf(path: string): number | null {
  const [first = '', ...rest] = path.split('/');
  // A declaration beside the floors describes the language and lies below all of them.
  if (rest.length === 0 && first.endsWith('.d.ts')) return 0;
  const floor = floors.findIndex((name) => name === (rest.length === 0 ? first.replace(/\.tsx?$/u, '') : first));
  return floor < 0 ? null : floor;
}

function judge(path: string, name: string): Violation | null {
  if (!name.startsWith('.')) return judgePackage(path, name);
  const target = resolve(path, name);
  if (isForTests(target)) return isForTests(path) ? null : { path, rule: 'tests-only', target };
  if (path.startsWith('testing/')) return null;
  const [own, other] = [floorOf(path), floorOf(target)];
  if (other === null) return isForTests(path) ? null : { path, rule: 'outside', target };
  return own !== null && other <= own ? null : { path, rule: 'floor', target };
}

function judgePackage(path: string, name: string): Violation | null {
  // An absolute path or an alias would lead around every rule here.
  if (/^[/@#~]\/|^[/#]/u.test(name)) return { path, rule: 'outside', target: name };
  const homes = packageHomes.find(([names]) => names.test(name))?.[1];
  if (!homes || homes.includes(floors[floorOf(path) ?? -1] ?? '')) return null;
  const home = homes[0] ?? 'tests';
  const free = isForTests(path) && (path.startsWith('testing/') || home === 'tests' || home === 'cli');
  return free ? null : { path, rule: homes.length === 0 ? 'tests-only' : 'package', target: name };
}

const resolve = (path: string, name: string): string => posix.join(dirname(path), name.replace(/[?#].*$/u, ''));

function localTarget(path: string, name: string, known: ReadonlySet<string>): string | null {
  if (!name.startsWith('.')) return null;
  const target = resolve(path, name);
  return [target, `${target}.ts`, `${target}.tsx`, `${target}/index.ts`].find((candidate) => known.has(candidate)) ?? null;
}

interface FileContents {
  readonly imports: readonly string[];
  readonly others: readonly Omit<Violation, 'path'>[];
}

function readFile({ path, source }: SourceFile): FileContents {
  const { program, module, errors } = parseSync(path, source);
  const named = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) => entries.flatMap(requestOf)),
  ];
  const { requests, names } = walk(program);
  const computed = requests.filter((request) => literalOf(request) === null);
  const mayName = path.startsWith('storage/') || isForTests(path);
  return {
    imports: [...new Set([...named, ...requests.flatMap((request) => literalOf(request) ?? [])])],
    others: [
      ...errors.map(({ message }) => ({ rule: 'unreadable' as const, target: message })),
      ...computed.map(({ start, end }) => ({ rule: 'unreadable' as const, target: source.slice(start, end) })),
      ...(names.has('indexedDB') && !mayName ? [{ rule: 'indexeddb' as const, target: 'indexedDB' }] : []),
    ],
  };
}

// What the record of static imports leaves out: import(), import('…').T, import x = require('…'), new URL('…', import.meta.url).
function walk(program: Program): { requests: Expression[]; names: Set<unknown> } {
  const requests: Expression[] = [];
  const names = new Set<unknown>();
  new Visitor({
    ImportExpression: (node) => requests.push(node.source),
    TSImportType: (node) => requests.push(node.source),
    TSExternalModuleReference: (node) => requests.push(node.expression),
    NewExpression: ({ arguments: [name, base] }) => {
      const here = base?.type === 'MemberExpression' && base.object.type === 'MetaProperty';
      if (here && name?.type === 'Literal') requests.push(name);
    },
    Identifier: (node) => names.add(node.name),
    Literal: (node) => names.add(node.value),
  }).visit(program);
  return { requests, names };
}

const requestOf = ({ moduleRequest }: StaticExportEntry): string[] => (moduleRequest ? [moduleRequest.value] : []);

function literalOf(expression: Expression): string | null {
  if (expression.type === 'Literal') return typeof expression.value === 'string' ? expression.value : null;
  const plain = expression.type === 'TemplateLiteral' && expression.expressions.length === 0;
  return plain ? (expression.quasis[0]?.value.cooked ?? null) : null;
}

function cyclesIn(graph: ReadonlyMap<string, readonly string[]>): Violation[] {
  const found: Violation[] = [];
  const finished = new Set<string>();
  const visit = (path: string, above: readonly string[]) => {
    const at = above.indexOf(path);
    if (at >= 0) found.push({ path, rule: 'cycle', target: [...above.slice(at), path].join(' → ') });
    if (at >= 0 || finished.has(path)) return;
    for (const next of graph.get(path) ?? []) visit(next, [...above, path]);
    finished.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
  return found;
}
