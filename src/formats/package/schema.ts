import { z } from 'zod';
import { codebookSchema } from '../codebook/schema.ts';

// Trusted Types and the page's policy forbid the `new Function` that zod would otherwise probe for.
z.config({ jitless: true });

const id = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'must be a UUID in lower case');
const time = z.string().regex(z.regexes.datetime({ precision: 3 }), 'must be a UTC time with milliseconds and Z');
const hash = z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in lower-case hex');
const offset = z.int().min(0).describe('Offset in UTF-16 units');
const words = z.string();
const keyed = z.record(z.string(), z.string());

const acknowledgements = z
  .record(z.string(), z.strictObject({ reason: words, author: id, at: time }))
  .describe('Findings of checks that need no mending, by their key');

const text = z
  .strictObject({
    id: hash,
    length: offset.describe('Length in UTF-16 units'),
    content: words.optional(),
    withheld: words.optional(),
    encoding: words.optional(),
    byteOrderMark: z.literal(true).optional(),
  })
  .meta({ id: 'text' });
const zone = z.strictObject({
  id,
  kind: z.enum(['metadata', 'site-chrome', 'headline', 'byline', 'caption', 'credit', 'paragraph']),
  start: offset,
  end: offset,
});
const version = z.strictObject({ text: hash, added: time, zones: z.array(zone) });
const article = z
  .strictObject({
    id,
    title: words,
    byline: words.optional(),
    bylineKind: z.enum(['person', 'agency']).optional(),
    publisher: words.optional(),
    publisherInferred: z.literal(true).optional(),
    date: z
      .string()
      .regex(/^\d{4}-\d\d-\d\d$/, 'must be YYYY-MM-DD')
      .optional(),
    url: words.optional(),
    language: words,
    direction: z.enum(['ltr', 'rtl']),
    status: z.enum(['to-do', 'in-progress', 'done']),
    added: time,
    versions: z.tuple([version], version),
    acknowledged: acknowledgements.optional(),
  })
  .meta({ id: 'article' });
const author = z.strictObject({ id, name: words, pseudonym: z.literal(true).optional() }).meta({ id: 'author' });
const edition = z.strictObject({
  text: hash,
  version: z.int().min(1),
  finished: z
    .strictObject({
      at: time,
      author: id,
      hash: hash.describe('SHA-256 of the canonical bytes of tags, links and rulings on the text, each sorted by id'),
      contributors: z.array(id),
    })
    .optional(),
});
const set = z
  .strictObject({
    id,
    author: id,
    basis: z.enum(['independent', 'derived']),
    derivedFrom: z.array(id).optional(),
    created: time,
    heads: z.array(hash),
    part: z
      .strictObject({ texts: z.array(hash).optional(), withoutNotes: z.literal(true).optional() })
      .optional()
      .describe('What a copy that does not hold all of the set is limited to'),
    ahead: z.literal(true).optional().describe('In a copy with work that no head names, such as a rescue copy'),
    gold: z
      .strictObject({ editions: z.array(edition).describe('Of each text, oldest first') })
      .optional()
      .describe('In a set that was adjudicated from those it derives from'),
  })
  .meta({ id: 'set' });
const segment = z.strictObject({ start: offset, end: offset, exact: words, prefix: words, suffix: words });
const annotation = z
  .strictObject({
    id,
    text: hash,
    set: id,
    type: words,
    segments: z.tuple([segment], segment),
    attributes: keyed,
    suggested: z.array(z.string()).optional(),
    note: words.optional(),
    flag: z.literal('unsure').optional(),
    acknowledged: acknowledgements.optional(),
    origin: z.enum(['manual', 'suggestion', 'imported']),
    codebook: words,
    author: id,
    created: time,
    modifiedBy: id.optional(),
    modified: time.optional(),
  })
  .meta({ id: 'annotation' });
const relation = z
  .strictObject({
    id,
    set: id,
    text: hash,
    type: words,
    from: id,
    to: id,
    order: z.int().min(0).optional(),
    author: id,
    created: time,
  })
  .meta({ id: 'relation' });
const entity = z
  .strictObject({
    id,
    name: words,
    kind: words.optional(),
    aliases: z.array(words),
    affiliation: words.optional(),
    identifiers: z.array(words),
    note: words.optional(),
  })
  .meta({ id: 'entity' });
const proposed = { type: words, segments: z.tuple([segment], segment), attributes: keyed };
const proposal = z.strictObject({
  segments: proposed.segments.optional(),
  type: words.optional(),
  attributes: keyed.optional(),
  unset: z.array(words).optional().describe('Attributes that should have no value'),
  links: z
    .array(z.strictObject({ type: words, to: z.union([id, z.strictObject(proposed)]) }))
    .optional()
    .describe('Links that should begin at the tag, to tags of the set or to ones proposed along with them'),
  unlinked: z.array(id).optional().describe('Links that should go'),
  entries: z.array(entity).optional().describe('Register entries that the proposed values name'),
});
const said = { id, set: id, text: hash, author: id, created: time };
const review = z
  .discriminatedUnion('kind', [
    z.strictObject({
      ...said,
      kind: z.enum(['agree', 'remove', 'boundary', 'retag', 'value', 'link', 'missing', 'question']),
      target: z.array(id).describe('The tags and links it is about; one that would change comes first'),
      state: hash.describe('SHA-256 of the canonical bytes of what these said'),
      codebook: words,
      severity: z.enum(['meaning', 'rule', 'cosmetic']).optional(),
      proposal: proposal.optional(),
      comment: words.optional(),
      ruleUnclear: z.literal(true).optional(),
      replaces: z.array(id).optional().describe('Earlier verdicts of the reviewer that it takes the place of'),
    }),
    z.strictObject({ ...said, kind: z.enum(['accepted', 'declined', 'discuss']), verdict: id, comment: words.optional() }),
    z.strictObject({ ...said, kind: z.literal('remark'), verdict: id, comment: words }),
    z.strictObject({
      ...said,
      kind: z.literal('ruling').describe('What an adjudicator decides of a passage; its set is the gold set'),
      items: z.array(id).describe('The tags of all sets on the passage'),
      state: hash.describe('SHA-256 of the canonical bytes of what these said, and which sets had none'),
      taken: z.array(id).describe('The items whose reading it is; none where it is the adjudicator’s own'),
      tag: id.optional().describe('The tag of the gold set; absent for nothing here'),
      agreed: z.literal(true).optional().describe('Nobody had to decide, because all sets agreed'),
      comment: words.optional(),
      replaces: z.array(id).optional().describe('Earlier rulings that it takes the place of'),
    }),
  ])
  .meta({ id: 'review' });
const fork = z
  .strictObject({
    id: hash.describe('SHA-256 of the canonical bytes of this copy without this member'),
    set,
    annotations: z.array(annotation),
    relations: z.array(relation),
    acknowledged: z.record(z.string(), acknowledgements),
  })
  .meta({ id: 'fork' });
const varied = <N extends string, R extends z.ZodType>(table: N, record: R) =>
  z.strictObject({ id: hash.describe('SHA-256 of the canonical bytes of the record'), of: words, table: z.literal(table), record });
const variant = z
  .discriminatedUnion('table', [
    varied('articles', article),
    varied('authors', author),
    varied('entities', entity),
    varied('codebooks', codebookSchema),
    varied('reviews', review),
  ])
  .meta({ id: 'variant' });
const changed = <N extends string, R extends z.ZodType>(table: N, record: R) =>
  z.strictObject({ table: z.literal(table), id: words, before: record.nullable(), after: record.nullable() });
const change = z.discriminatedUnion('table', [
  changed('articles', article),
  changed('authors', author),
  changed('sets', set),
  changed('annotations', annotation),
  changed('relations', relation),
  changed('entities', entity),
  changed('codebooks', codebookSchema),
  changed('reviews', review),
]);
const entry = z.strictObject({
  id,
  at: time,
  author: id,
  tab: words,
  action: words,
  parameters: z.record(z.string(), z.unknown()),
  cause: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('manual') }),
    z.strictObject({ kind: z.literal('suggestion'), rule: words }),
    z.strictObject({ kind: z.literal('import'), checksum: hash }),
  ]),
  undoes: id.optional(),
  patch: z.array(change),
  seq: z.int().min(1).describe('Its number; the first action of a project is 1'),
  previous: z.string().regex(/^(?:[0-9a-f]{64})?$/, 'must be a SHA-256 in lower-case hex, or nothing for the first'),
  hash: hash.describe('SHA-256 of the canonical bytes of the entry without this member'),
});

/** The package file, member by member: the one definition behind reading and the published schema. */
export const packageSchema = z.strictObject({
  format: z.literal('attest-package'),
  formatVersion: z.literal(1),
  offsetUnit: z.literal('utf-16'),
  application: words,
  checksum: hash.describe('SHA-256 of the canonical bytes without this member'),
  codebooks: z.array(codebookSchema).optional(),
  texts: z.array(text).optional(),
  articles: z.array(article).optional(),
  authors: z.array(author).optional(),
  sets: z.array(set).optional(),
  annotations: z.array(annotation).optional(),
  relations: z.array(relation).optional(),
  entities: z.array(entity).optional(),
  reviews: z.array(review).optional().describe('What reviewers say of sets, and the answers'),
  forks: z.array(fork).optional().describe('Other copies of sets, where none goes on from the other'),
  variants: z.array(variant).optional().describe('Other contents of records, where packages that were merged differ'),
  journal: z.array(entry).optional().describe('In a backup: every action since the first'),
});
