import { allows, newsroomCore, relationType } from '../model/codebooks/newsroom-core.ts';
import type { Change, Patch } from '../model/patch.ts';
import type { Annotation, Id, Relation } from '../model/records.ts';
import { isWholePath, statementsRelayed } from '../model/relays.ts';
import { ConflictError } from './errors.ts';
import { pagesHolding } from './pages.ts';
import type { Page, ProjectDatabase } from './project-database.ts';

type RelationChange = Extract<Change, { table: 'relations' }>;
type AnnotationChange = Extract<Change, { table: 'annotations' }>;

const relationChanges = (patch: Patch): RelationChange[] => patch.filter((change) => change.table === 'relations');
const annotationChanges = (patch: Patch): AnnotationChange[] => patch.filter((change) => change.table === 'annotations');
const annotationsOn = (pages: readonly Page[]) => new Map(pages.flatMap((page) => page.annotations.map((tag) => [tag.id, tag] as const)));

/** Both ends of every link the patch adds are there. Throws a ConflictError; runs after the patch was written. Gives the tags at the ends. */
async function endsOf(database: ProjectDatabase, links: readonly Relation[], patch: Patch): Promise<ReadonlyMap<Id, Annotation>> {
  // What was written just now need not be read again.
  const written = new Map(annotationChanges(patch).flatMap(({ id, after }) => (after ? [[id, after] as const] : [])));
  const others = new Set(links.flatMap(({ from, to }) => [from, to]).filter((id) => !written.has(id)));
  const found = others.size === 0 ? [] : await pagesHolding(database, others);
  const tags = new Map([...annotationsOn(found), ...written]);
  const loose = links.find(({ from, to }) => !tags.has(from) || !tags.has(to));
  if (loose) throw new ConflictError('relations', loose.id, null, 'gone');
  return tags;
}

/** Throws a ConflictError where a link of the patch lacks an end or, unless it came with an import, may not lead between such tags. */
export async function checkAddedLinks(database: ProjectDatabase, patch: Patch, imported: boolean): Promise<void> {
  const links = relationChanges(patch).flatMap(({ before, after }) => (after && !sameEnds(before, after) ? [after] : []));
  if (links.length === 0) return;
  const tags = await endsOf(database, links, patch);
  if (imported) return;
  const allowed = await rulesOf(database, [...tags.values()]);
  const wrong = links.find((link) => !allowed(link, tags));
  if (wrong) throw new ConflictError('relations', wrong.id, wrong, 'recast');
}

const sameEnds = (one: Relation | null, other: Relation): boolean =>
  one !== null && one.from === other.from && one.to === other.to && one.type === other.type;

type Tags = ReadonlyMap<Id, Annotation>;

/** Whether a link between two tags is allowed by the codebook of the first, which is one of those that `under` names. */
async function rulesOf(database: ProjectDatabase, under: readonly Annotation[]): Promise<(link: Relation, tags: Tags) => boolean> {
  const refs = [...new Set(under.map(({ codebook }) => codebook))];
  const rows = await database.rows.bulkGet(refs.map((ref) => `codebooks/${ref}`));
  const codebooks = new Map(rows.flatMap((row, index) => (row && 'relations' in row.record ? [[refs[index], row.record] as const] : [])));
  return ({ type, from, to, set }, at) => {
    const [start, end] = [at.get(from), at.get(to)];
    const definition = start && relationType(codebooks.get(start.codebook) ?? newsroomCore, type);
    return !!definition && !!end && start.set === set && end.set === set && allows(definition, start.type, end.type);
  };
}

const rulesDiffer = (one: Annotation, other: Annotation): boolean => one.type !== other.type || one.codebook !== other.codebook;

/** Throws a ConflictError where a tag was made another type, or brought to another codebook, while another tab gave it a link that it then may not have. */
export async function checkRecast(database: ProjectDatabase, patch: Patch): Promise<void> {
  const recast = annotationChanges(patch).flatMap(({ before, after }) => (before && after && rulesDiffer(before, after) ? [before] : []));
  if (recast.length === 0) return;
  const ids = recast.map(({ id }) => id);
  const links = await linksAt(database, ids);
  if (links.length === 0) return;
  const after = await endsOf(database, links, patch);
  const before = new Map([...after, ...recast.map((tag) => [tag.id, tag] as const)]);
  const allowed = await rulesOf(database, [...before.values(), ...after.values()]);
  // A link that was wrong before, as imported ones may be, is not this action's doing.
  const wrong = links.find((link) => allowed(link, before) && !allowed(link, after));
  if (wrong) throw new ConflictError('relations', wrong.id, wrong, 'linked');
}

async function linksAt(database: ProjectDatabase, ids: readonly Id[]): Promise<Relation[]> {
  const { pages } = database;
  const [starting, ending] = await Promise.all([pages.where('starts').anyOf(ids).toArray(), pages.where('links').anyOf(ids).toArray()]);
  const at = new Set(ids);
  const links = [...starting, ...ending].flatMap(({ relations }) => relations.filter(({ from, to }) => at.has(from) || at.has(to)));
  return [...new Map(links.map((link) => [link.id, link])).values()];
}

/** Throws a ConflictError where a link still begins or ends at a tag that the patch took away. */
export async function checkNoLinkLeft(database: ProjectDatabase, patch: Patch): Promise<void> {
  const gone = annotationChanges(patch).flatMap(({ id, after }) => (after === null ? [id] : []));
  const [first] = gone;
  if (first === undefined) return;
  const { pages } = database;
  const [starting, ending] = await Promise.all([pages.where('starts').anyOf(gone).count(), pages.where('links').anyOf(gone).count()]);
  if (starting + ending > 0) throw new ConflictError('annotations', first, null, 'linked');
}

/** Throws a ConflictError where a path of relays that was whole has a gap or one place twice, because another tab changed it too. */
export async function checkPaths(database: ProjectDatabase, patch: Patch): Promise<void> {
  const statements = [...statementsRelayed(patch)];
  if (statements.length === 0) return;
  const found = await database.pages.where('starts').anyOf(statements).distinct().toArray();
  const after = found.flatMap(({ relations }) => [...relations]);
  const changes = relationChanges(patch);
  const changed = new Set(changes.map(({ id }) => id));
  const before = [...after.filter(({ id }) => !changed.has(id)), ...changes.flatMap((change) => change.before ?? [])];
  const torn = statements.find((statement) => isWholePath(before, statement) && !isWholePath(after, statement));
  if (torn !== undefined) throw new ConflictError('annotations', torn, null, 'path');
}
