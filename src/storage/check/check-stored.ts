import { brokenAt } from '../../formats/chain.ts';
import { sameJson } from '../../model/equal.ts';
import { brokenRules } from '../../model/integrity.ts';
import type { Project } from '../../model/project.ts';
import type { AnyRecord, Id, TableName, TextHash } from '../../model/records.ts';
import { replay } from '../../model/replay.ts';
import { sha256 } from '../../text/hash.ts';
import { countedIn } from '../counting.ts';
import { scopeOf, tagsIn } from '../pages.ts';
import type { Progress } from '../progress.ts';
import type { Counters } from '../project-store.ts';
import { projectIn, type Stored, textsIn } from '../stored.ts';
import { withoutIndex } from '../stored-history.ts';
import type { Finding } from './finding.ts';

type Place = Pick<Finding, 'article' | 'annotation'>;
type PlaceOf = (table: TableName, id: Id) => Place;

const tables = ['articles', 'authors', 'sets', 'annotations', 'relations', 'entities', 'codebooks', 'reviews'] as const;

/** Everything in a database that contradicts itself: hashes, slices, links, the chain, what the journal's actions make, counters. */
export function findingsIn(stored: Stored, progress: Progress): Finding[] {
  const project = projectIn(stored);
  const placeOf = placesIn(project);
  const steps: readonly (() => Finding[])[] = [
    () => textFindings(stored, placeOf),
    () => chainFindings(stored),
    () => recordFindings(stored, project, placeOf),
    () =>
      brokenRules(project).map(({ table, id, rule }) => ({
        kind: 'rule' as const,
        detail: `${table}/${rule} ${id}`,
        ...placeOf(table, id),
      })),
    () => pageFindings(stored),
    () => counterFindings(stored),
  ];
  return steps.flatMap((step, index) => {
    progress(index, steps.length);
    return step();
  });
}

/** Where a person can look at a record: its article, and the tag itself. */
function placesIn({ articles, annotations, relations, reviews }: Project): PlaceOf {
  const byText = new Map<TextHash, Id>();
  for (const { id, versions } of articles.values()) for (const { text } of versions) byText.set(text, id);
  return (table, id) => {
    if (table === 'articles') return articles.has(id) ? { article: id } : {};
    const tag = table === 'annotations' ? annotations.get(id) : table === 'relations' ? relations.get(id) : undefined;
    const article = byText.get((tag ?? reviews.get(id))?.text ?? '');
    if (article === undefined) return {};
    if (!tag) return { article };
    const annotation = 'from' in tag ? tag.from : tag.id;
    return annotations.has(annotation) ? { article, annotation } : { article };
  };
}

function textFindings(stored: Stored, placeOf: PlaceOf): Finding[] {
  const known = new Set(stored.texts.map(({ id }) => id));
  const articles = new Map(
    stored.rows.flatMap(({ record }) => ('versions' in record ? record.versions.map(({ text }) => [text, record.id] as const) : [])),
  );
  const at = (text: TextHash) => placeOf('articles', articles.get(text) ?? '');
  const missing = [...articles.keys()].filter((text) => !known.has(text));
  const stray = new Set(stored.parts.map(({ text }) => text).filter((text) => !known.has(text)));
  return [
    ...textsIn(stored).flatMap(({ id, content, length, withheld }): Finding[] => {
      if (content === undefined) return withheld === undefined && length > 0 ? [{ kind: 'text-missing', detail: id, ...at(id) }] : [];
      const good = content.isWellFormed() && content.length === length && sha256(content) === id;
      return good ? [] : [{ kind: 'text-words', detail: id, ...at(id) }];
    }),
    ...missing.map((text): Finding => ({ kind: 'text-missing', detail: text, ...at(text) })),
    ...[...stray].map((text): Finding => ({ kind: 'text-stray', detail: text })),
  ];
}

function chainFindings({ journal }: Stored): Finding[] {
  const entries = journal.map(withoutIndex);
  const broken = brokenAt(entries);
  if (broken === null) return [];
  const index = entries.findIndex(({ seq }) => seq === broken);
  const follows = broken === index + 1 && entries[index]?.previous === (entries[index - 1]?.hash ?? '');
  return [{ kind: follows ? 'entry-changed' : 'entry-gap', detail: `${broken}` }];
}

/** The stored records beside those that the journal's actions make. */
function recordFindings({ journal }: Stored, project: Project, placeOf: PlaceOf): Finding[] {
  const { project: made, refused } = replay(journal.map(({ patch }) => patch));
  if (refused !== null) return [{ kind: 'entry-unfit', detail: `${journal[refused]?.seq}` }];
  return tables.flatMap((table) => {
    const [here, there]: ReadonlyMap<Id, AnyRecord>[] = [project[table], made[table]];
    const found = (kind: Finding['kind'], id: Id): Finding => ({ kind, detail: `${table} ${id}`, ...placeOf(table, id) });
    return [
      ...[...(here ?? [])].flatMap(([id, record]) => {
        const expected = there?.get(id);
        if (expected === undefined) return [found('record-stray', id)];
        return sameJson(record, expected) ? [] : [found('record-other', id)];
      }),
      ...[...(there?.keys() ?? [])].filter((id) => !here?.has(id)).map((id) => found('record-missing', id)),
    ];
  });
}

/** Pages whose index does not name what they hold, and records that lie on two pages or on one of another text. */
function pageFindings({ pages }: Stored): Finding[] {
  const seen = new Set<Id>();
  return pages.flatMap(({ page, scope, annotations, relations, reviews, ids, links }): Finding[] => {
    const tags = [...annotations, ...relations, ...reviews];
    const twice = tags.some(({ id }) => seen.has(id));
    for (const { id } of tags) seen.add(id);
    const named = sameJson([...ids].sort(), tags.map(({ id }) => id).sort());
    const linked = sameJson([...links].sort(), [...new Set(relations.map(({ to }) => to))].sort());
    const inPlace = tags.every((tag) => scopeOf(tag) === scope);
    return twice || !named || !linked || !inPlace ? [{ kind: 'page', detail: `${page}` }] : [];
  });
}

function counterFindings({ pages, counters }: Stored): Finding[] {
  const expected = countedIn(tagsIn(pages));
  const stored = new Map(counters.map((row) => [row.key, row]));
  const nothing: Counters = { byType: {}, relations: 0 };
  const plain = ({ byType, relations, reviews = 0 }: Counters) => ({ byType, relations, reviews });
  return [...new Set([...expected.keys(), ...stored.keys()])].flatMap((key): Finding[] => {
    const same = sameJson(plain(stored.get(key) ?? nothing), plain(expected.get(key) ?? nothing));
    return same ? [] : [{ kind: 'counter', detail: key }];
  });
}
