// Writes public/schema/attest-1.schema.json from the definitions that reading a package uses.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const script = fileURLToPath(import.meta.url);
const root = join(dirname(script), '..');

/** Where the published schema lies. */
export const schemaFile = join(root, 'public', 'schema', 'attest-1.schema.json');

/**
 * The text of the published schema (draft 2020-12) of packages.
 * @param {import('zod').ZodType} packageSchema
 * @returns {string}
 */
export function schemaText(packageSchema) {
  const { $schema, ...schema } = z.toJSONSchema(packageSchema, {
    target: 'draft-2020-12',
    // zod demands a tuple's first items; JSON Schema only describes them unless it is told how many there are.
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === 'tuple') jsonSchema.minItems = zodSchema._zod.def.items.length;
    },
  });
  const head = {
    $schema,
    $id: 'attest-1.schema.json',
    title: 'Attest package, format version 1',
    description:
      'One annotation set with the texts it lies on, or a whole project with its journal (.attest.json). Offsets count UTF-16 code units. Reading a package also checks what no schema can say: hashes, words at their offsets, order, and ids.',
  };
  return `${JSON.stringify({ ...head, ...schema }, null, 2)}\n`;
}

if (process.argv[1] === script) {
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(join(root, 'src', 'formats', 'package', 'schema.ts'), {
    root,
    configFile: false,
    logLevel: 'warn',
  });
  mkdirSync(dirname(schemaFile), { recursive: true });
  writeFileSync(schemaFile, schemaText(module.packageSchema));
}
