import { segmentsAt } from '../src/anchoring/describe.ts';
import { chained } from '../src/formats/chain.ts';
import type { EntryDraft, JournalEntry } from '../src/model/journal.ts';
import type { Change, Patch } from '../src/model/patch.ts';
import type { Annotation, AnnotationSet, Article, Entity, Id, Relation, TextRecord } from '../src/model/records.ts';
import { baseName, folderName, JournalFolder } from '../src/storage/journal/folder.ts';
import { type JournalAction, lineOf } from '../src/storage/journal/line.ts';
import { withList } from '../src/storage/list-database.ts';
import { withProject } from '../src/storage/project-connection.ts';
import type { ProjectDatabase } from '../src/storage/project-database.ts';
import { type Depth, isSound } from '../src/storage/soundness.ts';
import { actionsAfter, replay, storedHead } from '../src/storage/stored-history.ts';
import { contentOf } from '../src/storage/stored-texts.ts';
import { parseArticle } from '../src/text/article.ts';
import { sha256 } from '../src/text/hash.ts';

/** How the library came about: tag by tag, each an action of its own, or in one single import. */
type Origin = 'tagged' | 'imported';

interface Whose {
  readonly author: Id;
  readonly set: Id;
  readonly codebook: string;
}

const perArticle = 100;
// As many as fit into memory with ease; what is stored is the same for any number.
const articlesAtOnce = 50;
const sentence = 'Officials of the harbor board said that the gate would close at noon and open again before the evening tide. ';

/**
 * Adds so many tags, 100 to an article, as the newest actions of the project used last: to the database by the means of its own
 * recovery, to the journal beside it as lines of its base.
 */
export async function fill(tags: number, origin: Origin): Promise<void> {
  await withCopies(async ({ whose, add }) => {
    const articles = tags / perArticle;
    const atOnce = origin === 'imported' ? articles : articlesAtOnce;
    for (let from = 0; from < articles; from += atOnce) {
      const numbers = Array.from({ length: Math.min(atOnce, articles - from) }, (_, index) => from + index);
      const made = numbers.map((number) => article(number, whose));
      const actions = origin === 'imported' ? [imported(made, whose)] : made.flatMap((one) => tagged(one, whose));
      await add(actions);
    }
  });
}

/**
 * Adds so many articles of 40 tags in one import, in each of which one and the same person is named once, and has a quote, a claim
 * and a claim inside the quote.
 */
export async function fillSpoken(articles: number): Promise<void> {
  await withCopies(async ({ whose, add }) => {
    const entity: Entity = { id: crypto.randomUUID(), name: 'Ada Quill', aliases: [], identifiers: [] };
    const made = Array.from({ length: articles }, (_, number) => spoken(article(number, whose), entity.id));
    const [draft, texts] = imported(made, whose);
    const relations = made.flatMap((one) => one.relations.map(linking));
    const patch: Patch = [{ table: 'entities', id: entity.id, before: null, after: entity }, ...draft.patch, ...relations];
    await add([[{ ...draft, patch }, texts]]);
  });
}

/** Tags the longest text of the project evenly, in one import: a source, a quote and a claim in turn, of which quote and claim are linked to the source. */
export async function fillLongest(tags: number): Promise<void> {
  await withCopies(async ({ database, whose, add }) => {
    const [longest] = (await database.texts.toArray()).sort((a, b) => b.length - a.length);
    if (!longest) throw new Error('There is no text yet.');
    const content = (await contentOf(database, longest.id)) ?? '';
    const { annotations, relations } = spread({ ...longest, content }, tags, whose);
    await add([[draft('import', [...annotations.map(tagging), ...relations.map(linking)], whose), []]]);
  });
}

interface Copies {
  readonly database: ProjectDatabase;
  readonly whose: Whose;
  /** Puts actions behind the last one, in the database and in the base of the journal. */
  add(actions: readonly Action[]): Promise<void>;
}

/** Does something with both copies of the project used last, of which the base holds all that the database does. */
async function withCopies(work: (copies: Copies) => Promise<void>): Promise<void> {
  const project = await lastProject();
  await withProject(project, async (database) => {
    const base = await Base.open(project);
    await base.add(await actionsAfter(database, (await base.folder.baseHead()).seq));
    const add = async (actions: readonly Action[]) => {
      const chain = linked(actions, await storedHead(database));
      await replay(database, chain);
      await base.add(chain);
    };
    await work({ database, whose: await ownerOf(database), add });
    await base.close();
  });
}

/** An article in which the first tags are what one person says. */
function spoken(made: Made, entity: Id): Made & { readonly relations: readonly Relation[] } {
  const [mention, quote, claim, inside, ...others] = made.tags.slice(0, 40);
  if (!mention || !quote || !claim || !inside) throw new Error('An article has at least four tags.');
  const source: Annotation = { ...mention, type: 'source', attributes: { entity } };
  const tags = [source, { ...quote, type: 'quote' }, claim, { ...inside, segments: quote.segments }, ...others];
  const link = ({ id, text, set, author, created }: Annotation, type: string): Relation => {
    return { id: crypto.randomUUID(), text, set, type, from: id, to: source.id, author, created };
  };
  return { ...made, tags, relations: [link(quote, 'said-by'), link(claim, 'claimed-by')] };
}

/** The file of the journal that a start looks at, while it is written by hand. */
class Base {
  readonly folder: JournalFolder;
  readonly #writable: FileSystemWritableFileStream;

  private constructor(folder: JournalFolder, writable: FileSystemWritableFileStream) {
    this.folder = folder;
    this.#writable = writable;
  }

  static async open(project: Id): Promise<Base> {
    const folder = await JournalFolder.open(project);
    const directory = await (await navigator.storage.getDirectory()).getDirectoryHandle(folderName(project));
    const writable = await (await directory.getFileHandle(baseName, { create: true })).createWritable({ keepExistingData: true });
    await writable.seek(await folder.baseSize());
    return new Base(folder, writable);
  }

  async add(actions: readonly JournalAction[]): Promise<void> {
    await this.#writable.write(actions.map(lineOf).join(''));
  }

  async close(): Promise<void> {
    await this.#writable.close();
    await this.folder.noteWhole(await this.folder.baseSize());
  }
}

/** How long looking whether the database of the project used last is whole takes, so deep, in milliseconds. Throws when it is not. */
export async function check(depth: Depth): Promise<number> {
  const project = await lastProject();
  return withProject(project, async (database) => {
    const began = performance.now();
    if (!(await isSound(database, depth))) throw new Error('The library is not sound.');
    return performance.now() - began;
  });
}

async function lastProject(): Promise<Id> {
  const last = await withList(({ projects }) => projects.orderBy('opened').last());
  if (!last) throw new Error('There is no project yet.');
  return last.id;
}

async function ownerOf({ rows }: ProjectDatabase): Promise<Whose> {
  const stored = await rows.toArray();
  const set = stored.find(({ table }) => table === 'sets')?.record as AnnotationSet;
  const codebook = stored.find(({ table }) => table === 'codebooks')?.key.slice('codebooks/'.length) ?? '';
  return { author: set.author, set: set.id, codebook };
}

interface Made {
  readonly text: TextRecord;
  readonly record: Article;
  readonly tags: readonly Annotation[];
}

function article(number: number, { author, set, codebook }: Whose): Made {
  const title = `Report ${number} of the harbor`;
  const content = `${title}\n\n${Array.from({ length: 10 }, () => sentence.repeat(4).trim()).join('\n\n')}\n`;
  const text = sha256(content);
  const added = new Date().toISOString();
  const zones = parseArticle(content).zones.map((zone) => ({ ...zone, id: crypto.randomUUID() }));
  const record: Article = {
    id: crypto.randomUUID(),
    title,
    language: 'en',
    direction: 'ltr',
    status: 'to-do',
    added,
    versions: [{ text, added, zones }],
  };
  const tags = Array.from({ length: perArticle }, (_, index): Annotation => {
    const at = 40 + index * 40;
    const segments = segmentsAt(content, [{ start: at, end: at + 25 }]);
    const id = crypto.randomUUID();
    return { id, text, set, type: 'claim', segments, attributes: {}, origin: 'manual', codebook, author, created: added };
  });
  return { text: { id: text, length: content.length, content }, record, tags };
}

const inTurn = ['source', 'quote', 'claim'] as const;
const speaker = { quote: 'said-by', claim: 'claimed-by' } as const;

/** So many tags on a text, in groups of three, with their links. */
function spread({ id: text, content = '' }: TextRecord, count: number, { author, set, codebook }: Whose) {
  const created = new Date().toISOString();
  const step = Math.floor(content.length / count);
  const annotations = Array.from({ length: count }, (_, index): Annotation => {
    const segments = segmentsAt(content, [{ start: index * step, end: index * step + Math.floor(step / 2) }]);
    const type = inTurn[index % inTurn.length] ?? 'claim';
    return { id: crypto.randomUUID(), text, set, type, segments, attributes: {}, origin: 'manual', codebook, author, created };
  });
  const relations = annotations.flatMap(({ id: from, type }, index): Relation[] => {
    const source = annotations[index - (index % inTurn.length)];
    if (!source || (type !== 'quote' && type !== 'claim')) return [];
    return [{ id: crypto.randomUUID(), text, set, type: speaker[type], from, to: source.id, author, created }];
  });
  return { annotations, relations };
}

type Action = readonly [EntryDraft, readonly TextRecord[]];

const adding = (record: Article): Change => ({ table: 'articles', id: record.id, before: null, after: record });
const tagging = (tag: Annotation): Change => ({ table: 'annotations', id: tag.id, before: null, after: tag });

const tagged = ({ text, record, tags }: Made, whose: Whose): Action[] => [
  [draft('add-article', [adding(record)], whose), [text]],
  ...tags.map((tag): Action => [draft('tag', [tagging(tag)], whose), []]),
];

const linking = (link: Relation): Change => ({ table: 'relations', id: link.id, before: null, after: link });

const imported = (made: readonly Made[], whose: Whose): Action => [
  draft(
    'import',
    made.flatMap(({ record, tags }) => [adding(record), ...tags.map(tagging)]),
    whose,
  ),
  made.map(({ text }) => text),
];

const draft = (action: string, patch: Patch, { author }: Whose): EntryDraft => ({
  id: crypto.randomUUID(),
  at: new Date().toISOString(),
  author,
  tab: 'bench',
  action,
  parameters: {},
  cause: { kind: 'manual' },
  patch,
});

function linked(actions: readonly Action[], head: Pick<JournalEntry, 'seq' | 'hash'>): JournalAction[] {
  let last = head;
  return actions.map(([made, texts]) => {
    const entry = chained(made, last);
    last = entry;
    return { entry, texts };
  });
}
