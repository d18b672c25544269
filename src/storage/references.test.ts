import { describe, expect, it } from 'vitest';
import { chained } from '../formats/chain.ts';
import { findingsIn } from '../model/checks/table.ts';
import { acknowledge } from '../model/commands/acknowledge.ts';
import { addArticle, deleteArticle } from '../model/commands/articles.ts';
import { nameEntity } from '../model/commands/attributes.ts';
import { link } from '../model/commands/links.ts';
import { addPerson } from '../model/commands/people.ts';
import { addTag, deleteTag, retype } from '../model/commands/tags.ts';
import type { EntryDraft } from '../model/journal.ts';
import { applyPatch, change, invert, type Patch, patchOf } from '../model/patch.ts';
import type { Project } from '../model/project.ts';
import { answerVerdict, giveVerdicts } from '../review/verdicts/commands.ts';
import { sampleProject } from '../testing/sample-project.ts';
import { connect, entryFor, everythingIn, fill } from '../testing/sample-store.ts';
import { parseArticle } from '../text/article.ts';
import { ArticleFinder } from './article-finder.ts';
import type { DexieProjectStore } from './dexie-project-store.ts';
import type { ConflictReason } from './errors.ts';
import type { ProjectDatabase } from './project-database.ts';
import { checkReferences } from './references.ts';
import { indexed, storedHead, writeContents } from './stored-history.ts';

const content = 'Headline\n\nKim said so. KCNA told AFP that all was well.';
const start = sampleProject(content);
const { context } = start;
const [text = ''] = start.texts;

const tagging = (type: string, words: string) => (project: Project) =>
  addTag(project, { text, type, stretches: [{ start: content.indexOf(words), end: content.indexOf(words) + words.length }] }, context);
const project = [tagging('claim', 'all was well'), tagging('source', 'Kim'), tagging('source', 'KCNA')].reduce(
  (so, tag) => applyPatch(so, tag(so)),
  start.project,
);
const [claim = '', kim = '', kcna = ''] = project.annotations.keys();
const [article = ''] = project.articles.keys();
const named = nameEntity(project, { annotation: kim, name: 'Kim' }, context);
const person = addPerson(context);

type Act = (project: Project) => Patch;
const links =
  (to: string, type: string): Act =>
  (so) =>
    link(so, { type, from: claim, to }, context);
const deletes =
  (annotation: string): Act =>
  (so) =>
    deleteTag(so, { annotation }, context);
/** The second person's word about the headline, in which nobody has tagged a claim. */
const acknowledges: Act = (so) => {
  const found = so.articles.get(article);
  const { set } = person;
  const findings = found ? findingsIn(so, { article: found, version: found.versions[0], set }) : [];
  const finding = findings.find(({ check }) => check === 'headline-without-claim');
  return finding ? acknowledge(so, { finding, set, text }, 'a mere name', { ...context, ...person }) : [];
};
/** A reviewer’s word on the claim, and an answer to it. */
const reviewer = { ...context, author: person.author };
const verdict = giveVerdicts(project, { set: context.set, text }, [{ kind: 'question', target: [claim] }], reviewer);
const reviewsIt: Act = () => verdict;
const answersIt: Act = (so) =>
  answerVerdict(applyPatch(so, so.reviews.size === 0 ? verdict : []), { verdict: verdict[0]?.id ?? '', kind: 'discuss' }, context);
const again = (so: Project): Patch => {
  const decoded = { text: content, encoding: 'utf-8', byteOrderMark: false } as const;
  return addArticle(
    { decoded, parsed: parseArticle(content), fallbackTitle: 'Again' },
    { ...context, id: () => crypto.randomUUID() },
  ).patch.filter(({ id }) => !so.articles.has(id));
};

/** How the second act is stored. */
type Storing = (store: DexieProjectStore, database: ProjectDatabase, draft: EntryDraft) => Promise<unknown>;
const honest: Storing = (store, _, draft) => store.commit(draft);

const write = (database: ProjectDatabase, draft: EntryDraft) =>
  database.transaction('rw', database.contents, async () => {
    await writeContents(database, draft.patch, []);
    await database.journal.add(indexed(chained(draft, await storedHead(database))));
  });
const unchecked: Storing = (_, database, draft) => write(database, draft);
const checkedTooLate: Storing = async (_, database, draft) => {
  await write(database, draft);
  await database.transaction('r', database.contents, () => checkReferences(database, new ArticleFinder(), draft));
};

/** The reason for which the second of two acts, both made on the same project, is refused after the first; `null` when it is stored. */
async function reasonAfter(first: Act, second: Act, base: Patch = [], storing = honest): Promise<ConflictReason | null> {
  const { store, database } = await connect(`references-${crypto.randomUUID()}`);
  await fill(store, { ...start, project });
  const on = applyPatch(project, base);
  if (base.length > 0) await store.commit(entryFor(base));
  await store.commit(entryFor(first(on)));
  const before = await everythingIn(database);
  try {
    await storing(store, database, entryFor(second(on)));
    return null;
  } catch (error) {
    expect(await everythingIn(database)).toEqual(before);
    return (error as { reason: ConflictReason }).reason;
  }
}

describe('an action of one tab that another has made impossible', () => {
  const refused: readonly (readonly [string, ConflictReason, Act, Act, Patch?])[] = [
    ['a link to a tag that was deleted', 'gone', deletes(kcna), links(kcna, 'relayed-via')],
    ['a link from a tag that was deleted', 'gone', deletes(claim), links(kcna, 'relayed-via')],
    [
      'a link to a tag that became another type',
      'recast',
      (so) => retype(so, { annotation: kim, type: 'quote' }, context),
      links(kim, 'relayed-via'),
    ],
    ['the deletion of a tag that was linked to', 'linked', links(kcna, 'relayed-via'), deletes(kcna)],
    ['the deletion of a tag that a link begins at', 'linked', links(kcna, 'relayed-via'), deletes(claim)],
    [
      'another type for a tag that was linked',
      'linked',
      links(kim, 'relayed-via'),
      (so) => retype(so, { annotation: kim, type: 'claim' }, context),
    ],
    ['a second relay at the same place', 'path', links(kim, 'relayed-via'), links(kcna, 'relayed-via')],
    ['the deletion of an article that was tagged', 'tagged', tagging('source', 'AFP'), (so) => deleteArticle(so, { article }, context)],
    ['a tag in an article that was deleted', 'gone', (so) => deleteArticle(so, { article }, context), tagging('source', 'AFP')],
    [
      'taking back an entry that was named again',
      'named',
      (so) => nameEntity(so, { annotation: kcna, name: 'Kim' }, context),
      () => invert(named),
      named,
    ],
    [
      'naming an entry that was taken back',
      'gone',
      () => invert(named),
      (so) => nameEntity(so, { annotation: kcna, name: 'Kim' }, context),
      named,
    ],
    [
      'a tag in a set that was taken back',
      'gone',
      () => invert(person.patch),
      (so) => addTag(so, { text, type: 'source', stretches: [{ start: 0, end: 4 }] }, { ...context, ...person }),
      person.patch,
    ],
    [
      'taking back a person whose set was tagged',
      'tagged',
      (so) => addTag(so, { text, type: 'source', stretches: [{ start: 0, end: 4 }] }, { ...context, ...person }),
      () => invert(person.patch),
      person.patch,
    ],
    ['an acknowledgement in a set that was taken back', 'gone', () => invert(person.patch), acknowledges, person.patch],
    ['taking back a person whose set acknowledges', 'tagged', acknowledges, () => invert(person.patch), person.patch],
    ['a verdict on an article that was deleted', 'gone', (so) => deleteArticle(so, { article }, context), reviewsIt, person.patch],
    ['the deletion of an article that was reviewed', 'tagged', reviewsIt, (so) => deleteArticle(so, { article }, context), person.patch],
    ['a verdict of a person who was taken back', 'gone', () => invert(person.patch), reviewsIt, person.patch],
    ['taking back a person who has reviewed', 'tagged', reviewsIt, () => invert(person.patch), person.patch],
    ['an answer to a verdict that was taken back', 'gone', () => invert(verdict), answersIt, [...person.patch, ...verdict]],
    ['taking back a verdict that was answered', 'answered', answersIt, () => invert(verdict), [...person.patch, ...verdict]],
    [
      'taking away a codebook that tags name',
      'tagged',
      () => [],
      (so) => [...so.codebooks].flatMap(([id, codebook]) => patchOf(change('codebooks', id, codebook, null))),
    ],
  ];
  it.each(refused.map(([name, reason, first, second, base = []]) => [name, reason, first, second, base] as const))(
    'is refused: %s',
    async (_, reason, first, second, base) => {
      expect(await reasonAfter(first, second, base)).toBe(reason);
      // The controls: without the check it is stored, and where the check comes behind the transaction it stays.
      expect(await reasonAfter(first, second, base, unchecked)).toBeNull();
      await expect(reasonAfter(first, second, base, checkedTooLate)).rejects.toThrow('deeply equal');
    },
  );

  it.each<readonly [string, Act, Act]>([
    ['two links to one source', links(kim, 'claimed-by'), links(kcna, 'relayed-via')],
    ['two tags', tagging('source', 'AFP'), tagging('quote', 'so')],
    [
      'the deletion of an article whose text another one has',
      again,
      (so) => patchOf(change('articles', article, so.articles.get(article) ?? null, null)),
    ],
  ])('is not refused without need: %s', async (_, first, second) => {
    expect(await reasonAfter(first, second)).toBeNull();
  });
});
