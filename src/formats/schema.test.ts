import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { z } from 'zod';
import { schemaFile, schemaText } from '../../scripts/schema.mjs';
import type { PackageContents } from '../model/package-contents.ts';
import { generatedSet } from '../testing/generated-set.ts';
import { samplePackage } from '../testing/sample-package.ts';
import { count, seed } from '../testing/test-length.ts';
import { packageSchema } from './package/schema.ts';
import { writePackage } from './package/write.ts';

const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(JSON.parse(readFileSync(schemaFile, 'utf8')));
const parsed = ({ bytes }: { bytes: Uint8Array }): unknown => JSON.parse(new TextDecoder().decode(bytes));

// zod says of optional members that they may be undefined; JSON has no such value.
type Frozen<T> = unknown extends T ? T : { readonly [K in keyof T]: Frozen<Exclude<T[K], undefined>> };

describe('the published schema', () => {
  it('is what the definition behind reading gives now', () => {
    expect(readFileSync(schemaFile, 'utf8')).toBe(schemaText(packageSchema));
  });

  it('accepts what is exported', () => {
    fc.assert(
      fc.property(generatedSet, (contents) => {
        expect(validate(parsed(writePackage(contents, 'Attest'))), JSON.stringify(validate.errors)).toBe(true);
      }),
      { seed, numRuns: count(50, 500) },
    );
  }, 120_000);

  it.each<readonly [string, (file: ReturnType<typeof samplePackage>['json']) => void]>([
    ['without a format', (file) => Reflect.deleteProperty(file, 'format')],
    ['of another version', (file) => Object.assign(file, { formatVersion: 2 })],
    ['with an unknown member', (file) => Object.assign(file, { extra: true })],
    ['with an annotation without words', (file) => Reflect.deleteProperty(file.annotations[0].segments[0], 'exact')],
    ['with an annotation without parts', (file) => Object.assign(file.annotations[0], { segments: [] })],
    ['with a fraction as offset', (file) => Object.assign(file.annotations[0].segments[0], { start: 0.5 })],
    ['with a hash that is none', (file) => Object.assign(file.texts[0], { id: 'abc' })],
  ])('refuses a file %s', (_, breakIt) => {
    const { json } = samplePackage();
    expect(validate(json)).toBe(true);
    breakIt(json);
    expect(validate(json)).toBe(false);
  });

  it('and the records of the model are the same types', () => {
    type Contents = Frozen<Omit<z.infer<typeof packageSchema>, 'format' | 'formatVersion' | 'offsetUnit' | 'application' | 'checksum'>>;
    expectTypeOf<Contents>().toExtend<PackageContents>();
    expectTypeOf<PackageContents>().toExtend<Contents>();
  });
});
