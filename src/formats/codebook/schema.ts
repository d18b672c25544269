import { z } from 'zod';

// Trusted Types and the page's policy forbid the `new Function` that zod would otherwise probe for.
z.config({ jitless: true });

const words = z.string();

const value = z
  .strictObject({
    id: words,
    label: words,
    key: words.optional(),
    help: words.optional(),
    outsideScale: z.boolean().optional(),
  })
  .meta({ id: 'value' });
const attribute = z.strictObject({
  id: words,
  label: words,
  type: z.enum(['enum', 'text', 'entity']),
  required: z.boolean(),
  group: z.enum(['core', 'more', 'grading']),
  agreement: z.enum(['nominal', 'ordinal', 'none']),
  default: words.optional(),
  values: z.array(value).optional(),
});
const colour = z.strictObject({ line: words, tint: words });
const tagType = z.strictObject({
  id: words,
  label: words,
  letter: words,
  key: words,
  line: z.enum(['solid', 'dashed', 'box', 'dotted']),
  colour: z.strictObject({ light: colour, dark: colour }),
  description: words,
  include: z.array(words),
  exclude: z.array(words),
  span: words,
  example: words.optional(),
  attributes: z.array(attribute),
});
const relationType = z.strictObject({
  id: words,
  label: words,
  from: z.array(words),
  to: z.array(words),
  key: words.optional(),
  help: words.optional(),
  sameType: z.boolean().optional(),
  symmetric: z.boolean().optional(),
  transitive: z.boolean().optional(),
  crossArticle: z.boolean().optional(),
  required: z
    .strictObject({ min: z.int(), max: z.int().optional(), unless: z.record(z.string(), z.array(z.string())).optional() })
    .optional(),
});
const entityField = z.strictObject({
  id: words,
  type: z.enum(['text', 'enum', 'list']),
  required: z.boolean().optional(),
  group: words.optional(),
  help: words.optional(),
  values: z.array(words).optional(),
});
/** A codebook as packages and codebook files have it, member by member. */
export const codebookSchema = z
  .strictObject({
    id: words,
    version: words,
    title: words,
    language: words,
    purpose: words,
    types: z.array(tagType),
    entityFields: z.array(entityField),
    relations: z.array(relationType),
    checks: z.array(z.strictObject({ id: words, level: z.enum(['error', 'warning', 'hint']) })),
    chosen: z.int().min(1).optional().describe('In a backup: counts up with each choice of a codebook'),
  })
  .meta({ id: 'codebook' });

/** A codebook file. The head may be missing, as in files written by hand; which codebook is chosen is no affair of a file. */
export const codebookFileSchema = codebookSchema.omit({ chosen: true }).extend({
  format: z.literal('attest-codebook').optional(),
  formatVersion: z.literal(1).optional(),
});
