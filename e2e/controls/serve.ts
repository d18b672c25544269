import { basename, join } from 'node:path';
import { build, type InlineConfig, mergeConfig, type Plugin, preview } from 'vite';
import base from '../../vite.config.ts';

/** A file of Attest that is replaced by a broken one of this folder, or some words of it by others. */
export type Control =
  | { readonly replaces: string; readonly by: string }
  | { readonly inFile: string; readonly words: string; readonly instead: string };

export const debouncedSaver: Control = { replaces: 'saver.ts', by: 'debounced-saver.ts' };
export const halfSaver: Control = { replaces: 'saver.ts', by: 'half-saver.ts' };
export const boastfulSaver: Control = { replaces: 'saver.ts', by: 'boastful-saver.ts' };
export const noComparison: Control = { replaces: 'reconcile.ts', by: 'no-comparison.ts' };
export const wholeDocument: Control = { replaces: 'pages.ts', by: 'whole-document.ts' };
export const noJournal: Control = { replaces: 'can-keep.ts', by: 'no-journal.ts' };
export const eagerWorker: Control = { replaces: 'service-worker.ts', by: 'eager-worker.ts' };
export const forgetfulWorker: Control = { replaces: 'service-worker.ts', by: 'forgetful-worker.ts' };
export const reloadingPage: Control = { replaces: 'registration.ts', by: 'reloading-page.ts' };
export const looseBuild: Control = { replaces: 'registration.ts', by: 'loose-build.ts' };
export const noWorker: Control = { replaces: 'registration.ts', by: 'no-worker.ts' };
export const nextVersion: Control = { replaces: 'project-layouts.ts', by: 'next-layouts.ts' };
export const noVersionCheck: Control = { replaces: 'open-database.ts', by: 'no-version-check.ts' };
export const twoStepMigration: Control = { replaces: 'layout-2.ts', by: 'two-step-layout.ts' };
/** The browser's own default: a write is acknowledged before it is on the disk. */
export const relaxed: Control = {
  inFile: 'laid-out-database.ts',
  words: "chromeTransactionDurability: 'strict'",
  instead: "chromeTransactionDurability: 'relaxed'",
};

/** What the disk refused is not tried again. */
export const singleTry: Control = { inFile: 'saver.ts', words: 'this.#timer = setTimeout(() => this.retry(), delay);', instead: '' };

/** Where no database is had, work goes on in memory, whatever other tabs do. */
export const besideOthers: readonly Control[] = ['in-memory-only.ts', 'open-in-memory.ts'].map((inFile) => ({
  inFile,
  words: 'await someInUse()',
  instead: '(await someInUse()) && false',
}));

/** Who has the database leaves the page that works without one where it is. */
export const unmovedStandIn: Control = { inFile: 'open-project.ts', words: 'await vacate(this.#project);', instead: '' };

/** Files are removed with what stands in them. */
export const removedWhole: Control = { inFile: 'folder.ts', words: 'await file.empty();', instead: '' };

/** Titles in the library are taken for markup. */
export const rawTitles: Control = {
  inFile: 'library.tsx',
  words: '<bdi>{article.title}</bdi>',
  instead: '<bdi dangerouslySetInnerHTML={{ __html: article.title }} />',
};

/** Tabs that do not listen when another one erases their project. */
export const deafTabs: Control = {
  inFile: 'ending.ts',
  words: 'ended.add(project);\n    letGo();',
  instead: '',
};

/** Builds and serves Attest with everything broken that is given. */
export async function serveControl(...controls: readonly Control[]): Promise<Served> {
  return serveFolder(await buildControl(...controls));
}

/** A build that is served: its address, and how to stop it. */
export interface Served {
  readonly address: string;
  stop(): Promise<void>;
}

/** Builds Attest with everything broken that is given; gives the folder. */
export async function buildControl(...controls: readonly Control[]): Promise<string> {
  const outDir = join('node_modules', '.cache', controls.map(nameOf).join('-and-'));
  const config: InlineConfig = mergeConfig(base, {
    configFile: false,
    logLevel: 'error',
    plugins: controls.map(broken),
    build: { outDir },
  });
  await build(config);
  return outDir;
}

/** Serves a built folder, at the given port where it must be the same origin as before. */
export async function serveFolder(outDir: string, port = 0): Promise<Served> {
  const config: InlineConfig = mergeConfig(base, { configFile: false, logLevel: 'error', build: { outDir } });
  const server = await preview({ ...config, preview: { host: '127.0.0.1', port, strictPort: true } });
  return { address: server.resolvedUrls?.local[0] ?? '', stop: () => server.close() };
}

const nameOf = (control: Control): string => basename('by' in control ? control.by : control.inFile, '.ts');

/** Part of a build: puts what is broken in its place. */
export function broken(control: Control): Plugin {
  const name = nameOf(control);
  if ('inFile' in control) {
    const { inFile, words, instead } = control;
    const transform = (code: string, id: string) => {
      if (!id.endsWith(`/${inFile}`)) return null;
      if (!code.includes(words)) throw new Error(`${inFile} does not say ${words}`);
      return code.replace(words, instead);
    };
    return { name, enforce: 'pre', transform };
  }
  const path = join(import.meta.dirname, control.by);
  return {
    name,
    enforce: 'pre',
    resolveId: (source, importer) => (source.endsWith(`/${control.replaces}`) && importer !== path ? path : null),
  };
}
