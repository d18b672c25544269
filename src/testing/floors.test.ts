import { describe, expect, it } from 'vitest';
import { checkFloors, type FloorRule, floors } from './floors.ts';
import { sourceFiles } from './source-files.ts';

// What each planted file does, and the rule that must speak up.
const planted: readonly (readonly [string, string, string, FloorRule])[] = [
  ['a static import upwards', 'text/a.ts', `import { b } from '../model/b.ts';`, 'floor'],
  ['an import for its effect', 'model/a.ts', `import '../ui/b.ts';`, 'floor'],
  ['import type', 'model/a.ts', `import type { B } from '../storage/b.ts';`, 'floor'],
  ['import { type … }', 'model/a.ts', `import { type B } from '../storage/b.ts';`, 'floor'],
  [`import('…').T`, 'formats/a.ts', `export type B = import('../workspace/b.ts').B;`, 'floor'],
  [`typeof import('…')`, 'formats/a.ts', `export type B = typeof import('../workspace/b.ts');`, 'floor'],
  [`import('…').T deep in a signature`, 'text/a.ts', `export const f = (b: Map<string, import('../ui/b.tsx').B>) => b;`, 'floor'],
  ['export … from', 'storage/a.ts', `export { b } from '../ui/b.ts';`, 'floor'],
  ['export * from', 'storage/a.ts', `export * from '../ui/b.ts';`, 'floor'],
  ['export type … from', 'storage/a.ts', `export type { B } from '../workspace/b.ts';`, 'floor'],
  ['a dynamic import', 'workspace/a.ts', `export const load = () => import('../ui/b.tsx');`, 'floor'],
  ['a dynamic import of a template', 'workspace/a.ts', 'export const load = () => import(`../ui/b.tsx`);', 'floor'],
  ['import … = require', 'workspace/a.ts', `import b = require('../ui/b.tsx');`, 'floor'],
  ['new URL beside import.meta.url', 'storage/a.ts', `new Worker(new URL('../workers/b.ts', import.meta.url));`, 'floor'],
  ['a deeper relative path', 'model/views/a.ts', `import { b } from './../../storage/b.ts';`, 'floor'],
  ['a query behind the path', 'model/a.ts', `import b from '../ui/b.ts?raw';`, 'floor'],
  ['the command line reading storage', 'cli/a.ts', `import { b } from '../storage/b.ts';`, 'floor'],
  ['the screen importing main', 'ui/a.tsx', `import '../main.tsx';`, 'floor'],
  ['a test that looks up', 'text/a.test.ts', `import { b } from '../model/b.ts';`, 'floor'],
  ['the program importing testing/', 'workspace/a.ts', `import { b } from '../testing/b.ts';`, 'tests-only'],
  ['the program importing a test', 'text/a.ts', `import { b } from './b.test.ts';`, 'tests-only'],
  ['the program importing a test package', 'model/a.ts', `import fc from 'fast-check';`, 'tests-only'],
  ['react in the workspace', 'workspace/a.ts', `import { useState } from 'react';`, 'package'],
  ['react types in the workspace', 'workspace/a.ts', `import type { ReactNode } from 'react';`, 'package'],
  ['zustand with its React binding below the screen', 'workspace/a.ts', `import { create } from 'zustand';`, 'package'],
  ['icons in the messages', 'messages/a.ts', `import { Trash } from 'lucide-react';`, 'package'],
  ['dexie on the screen', 'ui/a.tsx', `import Dexie from 'dexie';`, 'package'],
  ['the type of dexie in the workspace', 'workspace/a.ts', `export type T = import('dexie').Table;`, 'package'],
  ['Node in a pure floor', 'text/a.ts', `import { readFileSync } from 'node:fs';`, 'package'],
  ['indexedDB by name', 'workspace/a.ts', `indexedDB.deleteDatabase('attest');`, 'indexeddb'],
  ['indexedDB as a member', 'ui/a.tsx', `globalThis.indexedDB.open('attest');`, 'indexeddb'],
  ['indexedDB as a key', 'ui/a.tsx', `globalThis['indexedDB'].open('attest');`, 'indexeddb'],
  ['a path out of the house', 'model/a.ts', `import a from '../../package.json';`, 'outside'],
  ['an alias', 'model/a.ts', `import a from '@/ui/b.ts';`, 'outside'],
  ['an absolute path', 'model/a.ts', `import a from '/src/ui/b.ts';`, 'outside'],
  ['a file on no floor', 'utils/a.ts', 'export const a = 1;', 'outside'],
  ['a computed import', 'workspace/a.ts', 'export const load = (name: string) => import(name);', 'unreadable'],
  ['a file that does not parse', 'text/a.ts', 'export const = 1;', 'unreadable'],
];

const allowed: readonly (readonly [string, string, string])[] = [
  ['its own floor', 'model/commands/a.ts', `import { b } from '../b.ts';`],
  ['a lower floor', 'ui/reader/a.tsx', `import { b } from '../../text/b.ts';`],
  ['dexie in storage', 'storage/a.ts', `import Dexie from 'dexie'; indexedDB.open('attest');`],
  ['react on the screen and in main', 'main.tsx', `import { App } from './ui/app.tsx'; import { createRoot } from 'react-dom/client';`],
  ['the plain zustand in the workspace', 'workspace/a.ts', `import { createStore } from 'zustand/vanilla';`],
  ['Node in the command line', 'cli/a.ts', `import { readFileSync } from 'node:fs';`],
  ['testing/ and its packages in a test', 'text/a.test.ts', `import fc from 'fast-check'; import { b } from '../testing/b.ts';`],
  ['everything in testing/', 'testing/a.ts', `import { b } from '../ui/b.tsx'; import Dexie from 'dexie';`],
  ['the word in a sentence', 'messages/a.ts', `export const lost = 'The browser has no indexedDB.';`],
];

describe('the floors', () => {
  it('hold in src', () => {
    const files = sourceFiles();
    expect(files.length).toBeGreaterThan(50);
    expect(checkFloors(files)).toEqual([]);
  });

  it('are known: each pair of floors in the wrong order is reported, in the right order not', () => {
    for (const [low, lower] of floors.entries()) {
      for (const [high, upper] of floors.slice(0, -1).entries()) {
        const file = { path: lower === 'main' ? 'main.tsx' : `${lower}/a.ts`, source: `import { b } from './${upper}/b.ts';` };
        if (lower !== 'main') file.source = `import { b } from '../${upper}/b.ts';`;
        expect(checkFloors([file]).length, `${lower} imports ${upper}`).toBe(high > low ? 1 : 0);
      }
    }
  });

  it.each(planted)('report %s', (_, path, source, rule) => {
    expect(checkFloors([{ path, source }])).toEqual([expect.objectContaining({ path, rule })]);
  });

  it.each(allowed)('allow %s', (_, path, source) => {
    expect(checkFloors([{ path, source }])).toEqual([]);
  });
});

describe('cycles', () => {
  const ring = (...imports: readonly string[]) => imports.map((source, index) => ({ path: `text/${'abc'.charAt(index)}.ts`, source }));

  it.each([
    ['two files', ring(`import './b.ts';`, `import './a.ts';`), 'text/a.ts → text/b.ts → text/a.ts'],
    ['types only', ring(`import type { B } from './b.ts';`, `export type A = import('./a.ts').A;`), 'text/a.ts → text/b.ts → text/a.ts'],
    ['three files', ring(`export * from './b.ts';`, `import('./c.ts');`, `import './a';`), 'text/a.ts → text/b.ts → text/c.ts → text/a.ts'],
    ['a file and itself', ring(`import './a.ts';`), 'text/a.ts → text/a.ts'],
  ])('through %s are reported', (_, files, target) => {
    expect(checkFloors(files)).toEqual([{ path: 'text/a.ts', rule: 'cycle', target }]);
  });

  it('are not seen where two ways lead to one file', () => {
    expect(checkFloors(ring(`import './b.ts'; import './c.ts';`, `import './c.ts';`, ''))).toEqual([]);
  });
});
