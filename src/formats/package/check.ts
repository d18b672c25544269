import type { Segment } from '../../anchoring/segment.ts';
import { packageMessages } from '../../messages/package.ts';
import type { PackageContents } from '../../model/package-contents.ts';
import type { TextRecord } from '../../model/records.ts';
import { isGraphemeBoundary } from '../../text/graphemes.ts';
import { sha256 } from '../../text/hash.ts';
import type { Stretch } from '../../text/stretch.ts';
import { type Fault, pointer } from './fault.ts';

type Said = Omit<Fault, 'path'>;
type Report = (path: readonly PropertyKey[], fault: Said) => void;

/** Everything in a package that contradicts itself: hashes, lengths, words, edges, order, and ids that lead nowhere. */
export function faultsIn(contents: PackageContents): Fault[] {
  const faults: Fault[] = [];
  const report: Report = (path, fault) => faults.push({ path: pointer(path), ...fault });
  checkIds(contents, report);
  contents.texts?.forEach((text, index) => checkText(text, ['texts', index], report));
  checkReferences(contents, report);
  const texts = new Map(contents.texts?.map((text) => [text.id, text]));
  contents.articles?.forEach((article, index) =>
    article.versions.forEach((version, at) => {
      checkZones(version.zones, texts.get(version.text), ['articles', index, 'versions', at, 'zones'], report);
    }),
  );
  contents.annotations?.forEach((annotation, index) =>
    checkSegments(annotation.segments, texts.get(annotation.text), ['annotations', index, 'segments'], report),
  );
  return faults;
}

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

function checkReferences(contents: PackageContents, report: Report): void {
  const ids = (records: readonly { readonly id: string }[] | undefined) => new Set(records?.map(({ id }) => id));
  const [texts, authors, sets] = [ids(contents.texts), ids(contents.authors), ids(contents.sets)];
  const need = (known: ReadonlySet<string>, what: string, id: string, path: readonly PropertyKey[]) => {
    if (!known.has(id)) report(path, packageMessages.unknown(what, id));
  };
  contents.sets?.forEach((set, index) => need(authors, 'author', set.author, ['sets', index, 'author']));
  contents.articles?.forEach((article, index) =>
    article.versions.forEach((version, at) => need(texts, 'text', version.text, ['articles', index, 'versions', at, 'text'])),
  );
  contents.annotations?.forEach((annotation, index) => {
    need(texts, 'text', annotation.text, ['annotations', index, 'text']);
    need(sets, 'set', annotation.set, ['annotations', index, 'set']);
    need(authors, 'author', annotation.author, ['annotations', index, 'author']);
  });
  const annotations = new Map(contents.annotations?.map((annotation) => [annotation.id, annotation]));
  contents.relations?.forEach((relation, index) => {
    need(sets, 'set', relation.set, ['relations', index, 'set']);
    for (const end of ['from', 'to'] as const) {
      const annotation = annotations.get(relation[end]);
      if (!annotation) report(['relations', index, end], packageMessages.unknown('annotation', relation[end]));
      else if (annotation.set !== relation.set) report(['relations', index, end], packageMessages.otherSet);
    }
  });
}

function checkZones(zones: readonly Stretch[], text: TextRecord | undefined, path: readonly PropertyKey[], report: Report): void {
  if (!text) return;
  zones.forEach(({ start, end }, index) => {
    if (start >= end || end > text.length) report([...path, index], packageMessages.outside(start, end, text.length));
    else if (start < (zones[index - 1]?.end ?? 0)) report([...path, index], packageMessages.zones);
  });
}

function checkSegments(segments: readonly Segment[], text: TextRecord | undefined, path: readonly PropertyKey[], report: Report): void {
  if (!text) return;
  segments.forEach((segment, index) => {
    const place = [...path, index];
    if (segment.start >= segment.end || segment.end > text.length)
      return report(place, packageMessages.outside(segment.start, segment.end, text.length));
    if (index > 0 && segment.start <= (segments[index - 1]?.end ?? 0)) report(place, packageMessages.order);
    if (text.content !== undefined) checkWords(segment, text.content, place, report);
  });
}

function checkWords({ start, end, exact, prefix, suffix }: Segment, content: string, path: readonly PropertyKey[], report: Report): void {
  const found = content.slice(start, end);
  if (found !== exact) report([...path, 'exact'], packageMessages.words(found.slice(0, 80)));
  else if (!isGraphemeBoundary(content, start)) report([...path, 'start'], packageMessages.grapheme);
  else if (!isGraphemeBoundary(content, end)) report([...path, 'end'], packageMessages.grapheme);
  if (!content.slice(0, start).endsWith(prefix)) report([...path, 'prefix'], packageMessages.context);
  if (!content.startsWith(suffix, end)) report([...path, 'suffix'], packageMessages.context);
}
