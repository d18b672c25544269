import { z } from 'zod';

const words = z.string();
const time = words
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/u, 'must be a UTC time that ends in Z')
  .refine((value) => !Number.isNaN(Date.parse(value)), 'must be a time that exists');
const many = <S extends z.ZodType>(item: S) =>
  z.union([z.array(item), item.transform((one) => [one])]).transform((items) => items as z.infer<S>[]);

const agent = z.union([words.transform((id) => ({ id, name: undefined })), z.object({ id: words, name: words.optional() })]);
const selector = z.object({
  type: words,
  exact: words.optional(),
  prefix: words.optional(),
  suffix: words.optional(),
  start: z.int().min(0).optional(),
  end: z.int().min(0).optional(),
});
const source = z.union([words, z.object({ id: words }).transform(({ id }) => id)]);
const resource = z.union([
  words.transform((address) => ({ source: address, selector: undefined })),
  z.object({ source, selector: many(selector).optional() }),
  z.object({ id: words }).transform(({ id }) => ({ source: id, selector: undefined })),
]);
const body = z.union([
  words.transform((address) => ({ id: address, source: undefined, purpose: undefined, value: undefined, 'attest:attribute': undefined })),
  z.object({
    id: words.optional(),
    source: source.optional(),
    purpose: words.optional(),
    value: words.optional(),
    'attest:attribute': words.optional(),
  }),
]);
const finding = z.object({ 'attest:finding': words, 'attest:reason': words, creator: words, created: time });

const annotation = z.object({
  id: words,
  motivation: many(words).optional(),
  creator: agent.optional(),
  created: time.optional(),
  modified: time.optional(),
  bodyValue: words.optional(),
  body: many(body).optional(),
  target: many(resource),
  'attest:modifiedBy': words.optional(),
  'attest:origin': z.enum(['manual', 'suggestion', 'imported']).optional(),
  'attest:codebook': words.optional(),
  'attest:flag': z.literal('unsure').optional(),
  'attest:suggested': z.array(words).optional(),
  'attest:acknowledged': z.array(finding).optional(),
  'attest:order': z.int().min(0).optional(),
});
const page = z.object({ id: words, items: z.array(annotation), partOf: z.object({ id: words }).optional() });
const collection = z.object({
  id: words,
  label: words.optional(),
  creator: agent.optional(),
  created: time.optional(),
  'attest:basis': z.enum(['independent', 'derived']).optional(),
  first: z.union([words, page]).optional(),
});

/** A collection, a page, one annotation or a list of them, as far as Attest reads them. */
export const w3cSchema = z.union([
  collection.extend({ type: z.literal('AnnotationCollection') }),
  page.extend({ type: z.literal('AnnotationPage') }),
  z.array(annotation).transform((items) => ({ type: 'list' as const, items })),
  annotation.transform((item) => ({ type: 'list' as const, items: [item] })),
]);

export type W3cAnnotation = z.infer<typeof annotation>;
