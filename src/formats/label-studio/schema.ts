import { z } from 'zod';

const id = z.union([z.string(), z.int().transform(String)]);
const words = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const value = z.object({
  start: z.int().optional(),
  end: z.int().optional(),
  text: words.optional(),
  labels: words.optional(),
  choices: words.optional(),
});
const result = z.object({
  type: z.string(),
  id: id.optional(),
  from_name: z.string().optional(),
  value: value.optional(),
  from_id: id.optional(),
  to_id: id.optional(),
  direction: z.string().optional(),
  labels: words.optional(),
  meta: z.object({ text: words.optional() }).optional(),
});
const person = z.union([
  z.int().transform(String),
  z.string(),
  z.object({ id: id.optional(), email: z.string().optional() }).transform((one) => one.email ?? one.id ?? ''),
]);
const facts = z.object({
  text: z.string(),
  title: z.string().optional(),
  byline: z.string().optional(),
  publisher: z.string().optional(),
  date: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d$/u)
    .optional()
    .catch(undefined),
  url: z.string().optional(),
  language: z.string().optional(),
});

/** The export of a project, as far as Attest reads it: tasks with their annotations. */
export const tasksSchema = z.array(
  z.object({
    data: facts,
    annotations: z.array(z.object({ completed_by: person.optional(), result: z.array(result) })).optional(),
    predictions: z.array(z.unknown()).optional(),
  }),
);

export type Result = z.infer<typeof result>;
export type Task = z.infer<typeof tasksSchema>[number];
