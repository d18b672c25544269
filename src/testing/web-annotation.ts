import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv-draft-04';
import jsonld from 'jsonld';

/** Where the published assertions of the W3C Web Annotation model lie, beside the project; they are data, and not everybody has them. */
const reference = join('..', 'shared', 'reference', 'web-annotation');

export const hasReference = existsSync(reference);

const read = (...path: readonly string[]) => JSON.parse(readFileSync(join(reference, ...path), 'utf8'));

/** What is asserted of one kind of document; gives the titles of all that it violates. */
export type Violations = (document: unknown) => string[];

/** The checks of a published list of assertions, such as `annotations/annotationMusts.test`. */
export function assertionsOf(list: string): Violations {
  const ajv = new Ajv({ strict: false, validateFormats: true, formats: { uri: isUri, 'date-time': isTime } });
  const definitions = readdirSync(join(reference, 'definitions')).filter((name) => name.endsWith('.json'));
  for (const name of definitions) ajv.addSchema({ ...read('definitions', name), id: name });
  const checks = (read(list).assertions as readonly string[]).map((path) => {
    const { id: _, ...schema } = read(path);
    return { path, validate: ajv.compile({ ...schema, id: path.split('/').at(-1) }), expected: schema.expectedResult !== 'invalid' };
  });
  return (document) => checks.filter(({ validate, expected }) => validate(document) !== expected).map(({ path }) => path);
}

const isUri = (words: string): boolean => /^[a-z][a-z0-9+.-]*:\S+$/iu.test(words);
const isTime = (words: string): boolean => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/u.test(words);

/** The published samples of good documents. */
export const samples = (): { name: string; document: Record<string, unknown> }[] =>
  readdirSync(join(reference, 'samples', 'correct')).map((name) => ({ name, document: read('samples', 'correct', name) }));

/** Expands a document as JSON-LD, without any network. Throws where a key or value would be lost. */
export async function expandWhole(document: object): Promise<unknown> {
  const context = read('context', 'anno.jsonld');
  const documentLoader = async (documentUrl: string) => {
    if (documentUrl !== 'http://www.w3.org/ns/anno.jsonld') throw new Error(`${documentUrl} is not at hand.`);
    return { document: context, documentUrl };
  };
  return jsonld.expand(document, { documentLoader, safe: true });
}
