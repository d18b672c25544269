import { packageMessages } from '../../messages/package.ts';
import { areVersions } from '../../model/are-versions.ts';
import { setOfKey } from '../../model/checks/acknowledged.ts';
import type { Codebook } from '../../model/codebooks/codebook.ts';
import { allows, codebookRef, relationType, tagType } from '../../model/codebooks/newsroom-core.ts';
import type { Fork, PackageContents, Variant } from '../../model/package-contents.ts';
import type { Annotation, Article, Relation, Review, TextRecord } from '../../model/records.ts';
import { sha256 } from '../../text/hash.ts';
import type { Stretch } from '../../text/stretch.ts';
import { type Fault, pointer } from '../fault.ts';
import { checkReviews } from './check-reviews.ts';
import { checkAttributes, checkSegments, type Report } from './check-tag.ts';
import { contentHash, variantOf } from './merge.ts';

/** Everything in a package that contradicts itself: hashes, lengths, words, edges, order, and ids that lead nowhere. */
export function faultsIn(contents: PackageContents): Fault[] {
  const faults: Fault[] = [];
  const report: Report = (path, fault) => faults.push({ path: pointer(path), ...fault });
  contents.texts?.forEach((text, index) => checkText(text, ['texts', index], report));
  checkRecords(contents, report);
  contents.forks?.forEach((fork, index) => checkFork(contents, fork, (path, said) => report(['forks', index, ...path], said)));
  contents.variants?.forEach((variant, index) =>
    checkVariant(contents, variant, (path, said) => report(['variants', index, ...path], said)),
  );
  return faults;
}

function checkRecords(contents: PackageContents, report: Report): void {
  checkIds(contents, report);
  checkReferences(contents, report);
  checkKinds(contents, report);
  const texts = new Map(contents.texts?.map((text) => [text.id, text]));
  contents.articles?.forEach((article, index) =>
    article.versions.forEach((version, at) => {
      checkZones(version.zones, texts.get(version.text), ['articles', index, 'versions', at, 'zones'], report);
    }),
  );
  contents.annotations?.forEach((annotation, index) =>
    checkSegments(annotation.segments, texts.get(annotation.text), ['annotations', index, 'segments'], report),
  );
  checkReviews(contents, report);
}

/** A copy of a set is checked as if it were the one in the package. */
function checkFork(contents: PackageContents, fork: Fork, report: Report): void {
  const { id, ...copy } = fork;
  const { set, annotations, relations, acknowledged } = copy;
  if (contentHash(copy) !== id) report(['id'], packageMessages.otherHash);
  if (!contents.sets?.some((known) => known.id === set.id)) report(['set', 'id'], packageMessages.unknown('set', set.id));
  const { forks: _, variants: __, ...rest } = contents;
  checkRecords({ ...rest, sets: [set], annotations, relations }, ([table, index, ...path], said) => {
    if (table === 'sets') report(['set', ...path], said);
    else if (table === 'annotations' || table === 'relations') report([table, index ?? 0, ...path], said);
  });
  const authors = new Set(contents.authors?.map((author) => author.id));
  for (const [article, known] of Object.entries(acknowledged))
    for (const [key, { author }] of Object.entries(known)) {
      if (!contents.articles?.some((other) => other.id === article))
        report(['acknowledged', article], packageMessages.unknown('article', article));
      if (setOfKey(key) !== set.id) report(['acknowledged', article, key], packageMessages.unknown('set', setOfKey(key)));
      if (!authors.has(author)) report(['acknowledged', article, key, 'author'], packageMessages.unknown('author', author));
    }
}

/** Another content of a record is checked as if it were the one in the package. */
function checkVariant(contents: PackageContents, variant: Variant, report: Report): void {
  const { table, record } = variant;
  const { id, of } = variantOf(table, record);
  if (id !== variant.id) report(['id'], packageMessages.otherHash);
  if (of !== variant.of) report(['of'], packageMessages.otherRecord);
  const known = (contents[table] ?? []).some((other) => ('checks' in other ? codebookRef(other) : other.id) === of);
  if (!known) report(['of'], packageMessages.unknown('record', of));
  const { forks: _, variants: __, ...rest } = contents;
  if (table === 'articles' || table === 'reviews')
    checkRecords(
      { ...rest, [table]: [record, ...(table === 'reviews' ? othersThan(record.id, contents.reviews) : [])] },
      ([name, at, ...path], said) => {
        if (name === table && at === 0) report(['record', ...path], said);
      },
    );
}

const othersThan = (id: string, reviews: readonly Review[] = []): readonly Review[] => reviews.filter((review) => review.id !== id);

function checkIds(contents: PackageContents, report: Report): void {
  for (const [name, records] of Object.entries(contents) as [string, readonly { id: string; version?: string }[]][]) {
    let last: string | null = null;
    records.forEach(({ id, version }, index) => {
      const key = name === 'codebooks' ? `${id}@${version}` : id;
      if (key === last) report([name, index, 'id'], packageMessages.duplicate(key));
      else if (last !== null && key < last) report([name, index, 'id'], packageMessages.unsorted);
      last = key;
    });
  }
}

function checkText(text: TextRecord, path: readonly PropertyKey[], report: Report): void {
  const { content } = text;
  if (content === undefined) {
    if (text.withheld === undefined) report(path, packageMessages.textMissing);
  } else if (!content.isWellFormed()) report([...path, 'content'], packageMessages.illFormed);
  else if (sha256(content) !== text.id) report([...path, 'id'], packageMessages.textHash);
  else if (content.length !== text.length) report([...path, 'length'], packageMessages.textLength(content.length));
}

type Need = (table: keyof typeof whatIs, id: string, path: readonly PropertyKey[]) => void;

const whatIs = { texts: 'text', authors: 'author', sets: 'set', codebooks: 'codebook', annotations: 'annotation' } as const;

function checkReferences(contents: PackageContents, report: Report): void {
  const { texts, authors, sets, codebooks, annotations } = contents;
  const ids = (records: readonly { readonly id: string }[] = []) => new Set(records.map(({ id }) => id));
  const known = {
    texts: ids(texts),
    authors: ids(authors),
    sets: ids(sets),
    codebooks: new Set(codebooks?.map(codebookRef)),
    annotations: ids(annotations),
  };
  const need: Need = (table, id, path) => {
    if (!known[table].has(id)) report(path, packageMessages.unknown(whatIs[table], id));
  };
  sets?.forEach((set, index) => need('authors', set.author, ['sets', index, 'author']));
  contents.articles?.forEach((article, index) => {
    article.versions.forEach((version, at) => need('texts', version.text, ['articles', index, 'versions', at, 'text']));
    for (const key of Object.keys(article.acknowledged ?? {})) need('sets', setOfKey(key), ['articles', index, 'acknowledged', key]);
    needAcknowledgers(article, ['articles', index], need);
  });
  annotations?.forEach((annotation, index) => {
    const { text, set, author, codebook, modifiedBy = author } = annotation;
    need('texts', text, ['annotations', index, 'text']);
    need('sets', set, ['annotations', index, 'set']);
    need('authors', author, ['annotations', index, 'author']);
    if (modifiedBy !== author) need('authors', modifiedBy, ['annotations', index, 'modifiedBy']);
    need('codebooks', codebook, ['annotations', index, 'codebook']);
    needAcknowledgers(annotation, ['annotations', index], need);
  });
  checkRelations(contents, need, report);
}

function needAcknowledgers({ acknowledged = {} }: Annotation | Article, path: readonly PropertyKey[], need: Need): void {
  for (const [key, { author }] of Object.entries(acknowledged)) need('authors', author, [...path, 'acknowledged', key, 'author']);
}

function checkRelations({ annotations, relations }: PackageContents, need: Need, report: Report): void {
  const byId = new Map(annotations?.map((annotation) => [annotation.id, annotation]));
  relations?.forEach((relation, index) => {
    need('sets', relation.set, ['relations', index, 'set']);
    need('authors', relation.author, ['relations', index, 'author']);
    for (const end of ['from', 'to'] as const) {
      need('annotations', relation[end], ['relations', index, end]);
      if ((byId.get(relation[end])?.set ?? relation.set) !== relation.set) report(['relations', index, end], packageMessages.otherSet);
    }
    const text = byId.get(relation.from)?.text ?? relation.text;
    if (text !== relation.text) report(['relations', index, 'text'], packageMessages.schema('The link begins on another text.'));
  });
}

/** Tags and links that their codebook does not know. One that is not in the file is reported by itself. */
function checkKinds({ codebooks, articles = [], annotations, relations, entities }: PackageContents, report: Report): void {
  const known = new Map(codebooks?.map((codebook) => [codebookRef(codebook), codebook]));
  const register = new Set(entities?.map(({ id }) => id));
  annotations?.forEach((annotation, index) => {
    const codebook = known.get(annotation.codebook);
    if (!codebook) return;
    if (!tagType(codebook, annotation.type)) report(['annotations', index, 'type'], packageMessages.unknownType(annotation.type));
    else checkAttributes(annotation, codebook, register, (path, said) => report(['annotations', index, 'attributes', ...path], said));
  });
  const byId = new Map(annotations?.map((annotation) => [annotation.id, annotation]));
  relations?.forEach((relation, index) => {
    const [from, to] = [byId.get(relation.from), byId.get(relation.to)];
    const codebook = known.get(from?.codebook ?? '');
    if (!from || !to || !codebook) return;
    checkEnds(relation, [from, to], codebook, (path, said) => report(['relations', index, ...path], said));
    const joined = from.text === to.text || relationType(codebook, relation.type)?.crossArticle === true;
    if (!joined && !areVersions(articles, from.text, to.text)) report(['relations', index, 'to'], packageMessages.otherText);
  });
}

function checkEnds({ type }: Relation, [from, to]: readonly [Annotation, Annotation], codebook: Codebook, report: Report): void {
  const definition = relationType(codebook, type);
  if (!definition) report(['type'], packageMessages.unknownType(type));
  else if (!allows(definition, from.type, to.type)) report(['type'], packageMessages.ends(type, from.type, to.type));
}

function checkZones(zones: readonly Stretch[], text: TextRecord | undefined, path: readonly PropertyKey[], report: Report): void {
  if (!text) return;
  zones.forEach(({ start, end }, index) => {
    if (start >= end || end > text.length) report([...path, index], packageMessages.outside(start, end, text.length));
    else if (start < (zones[index - 1]?.end ?? 0)) report([...path, index], packageMessages.zones);
  });
}
