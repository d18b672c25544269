import { codebookRef, newsroomCore } from '../../model/codebooks/newsroom-core.ts';
import { addArticle } from '../../model/commands/articles.ts';
import { setAttribute } from '../../model/commands/attributes.ts';
import { link } from '../../model/commands/links.ts';
import { addPerson, renameAuthor } from '../../model/commands/people.ts';
import { addTag } from '../../model/commands/tags.ts';
import type { Context } from '../../model/context.ts';
import { applyPatch, change, type Patch, patchOf } from '../../model/patch.ts';
import { emptyProject, type Project } from '../../model/project.ts';
import type { Id } from '../../model/records.ts';
import { parseArticle } from '../../text/article.ts';
import { sha256 } from '../../text/hash.ts';
import { quietChecks } from '../../workspace/checks/checks-state.ts';
import { findingsNow } from '../../workspace/checks/findings.ts';
import { quietCodebook } from '../../workspace/codebook/codebook-state.ts';
import { freshSession } from '../../workspace/session.ts';
import { quietScreen, type WorkspaceState } from '../../workspace/state.ts';
import { quietStorage } from '../../workspace/storage/storage-state.ts';

const english = `date 2026-02-03 Fictional sample text. Not news.
Harbor Bridge Opening Delayed

By Mara Ellison
Port Ellery harbor at dawn. Courier

“The cables, which were tested twice, are safe,” Ada Quill said in a statement relayed by the Courier.

Officials expect 4,000 visitors. The mayor called it “a long wait” and blamed the weather.`;
const arabic = 'مكتبة متنقلة تصل إلى القرى\n\nقالت ليلى الحمداني: «عادت الكتب إلى الأطفال»، وأضافت أن Port Ellery أرسلت شاحنة.';

const tags: readonly (readonly [name: string, type: string, ...words: string[]])[] = [
  ['quote', 'quote', '“The cables, which were tested twice, are safe,”'],
  ['claim', 'claim', 'The cables', 'are safe'],
  ['inner', 'claim', 'tested twice'],
  ['word', 'source', 'twice'],
  ['quill', 'source', 'Ada Quill'],
  ['courier', 'source', 'the Courier'],
  ['number', 'claim', 'Officials expect 4,000 visitors'],
  ['partial', 'quote', '“a long wait”'],
  ['arabic', 'quote', '«عادت الكتب إلى الأطفال»'],
  ['layla', 'source', 'ليلى الحمداني'],
];

const selection = 'blamed the weather';

/** Words that no tag lies on, to be shown selected. */
export const selectable = { start: english.indexOf(selection), end: english.indexOf(selection) + selection.length };

/** What the gallery shows: a small project, and the ids by which its parts are chosen. */
export interface Sample {
  readonly state: WorkspaceState;
  readonly named: Readonly<Record<string, Id>>;
  readonly articles: readonly Id[];
}

/** Builds the sample with the commands the program itself uses. */
export function sample(): Sample {
  const context = { id: () => crypto.randomUUID(), now: () => '2026-02-16T09:30:00.000Z' };
  const person = addPerson(context);
  const mine: Context = { ...context, author: person.author, set: person.set };
  let project: Project = [person.patch, patchOf(change('codebooks', codebookRef(newsroomCore), null, newsroomCore))].reduce(
    applyPatch,
    emptyProject,
  );
  project = applyPatch(project, renameAuthor(project, { author: person.author, name: 'Ana Bell' }));
  const articles: Id[] = [];
  for (const text of [english, arabic]) {
    const added = addArticle(
      { decoded: { text, encoding: 'utf-8', byteOrderMark: false }, parsed: parseArticle(text), fallbackTitle: 'Sample' },
      mine,
    );
    project = {
      ...applyPatch(project, added.patch),
      texts: new Map([...project.texts, ...added.texts.map((item) => [item.id, item] as const)]),
    };
    articles.push(added.article);
  }
  const tagged = tagAll(project, mine);
  return { state: stateOf(linkAll(tagged.project, tagged.named, mine), person, articles[0] ?? null), named: tagged.named, articles };
}

function tagAll(start: Project, context: Context): { project: Project; named: Record<string, Id> } {
  const named: Record<string, Id> = {};
  let project = start;
  for (const [name, type, ...words] of tags) {
    const text = [english, arabic].find((content) => content.includes(words[0] ?? '')) ?? english;
    const stretches = words.map((part) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length }));
    const patch = addTag(project, { text: sha256(text), type, stretches }, context);
    named[name] = patch[0]?.id ?? '';
    project = applyPatch(project, patch);
  }
  return { project, named };
}

function linkAll(start: Project, named: Readonly<Record<string, Id>>, context: Context): Project {
  const at = (name: string): Id => named[name] ?? '';
  const steps: readonly ((project: Project) => Patch)[] = [
    (project) => link(project, { type: 'said-by', from: at('quote'), to: at('quill') }, context),
    (project) => link(project, { type: 'relayed-via', from: at('quote'), to: at('courier') }, context),
    (project) => link(project, { type: 'claimed-by', from: at('inner'), to: at('quill') }, context),
    (project) => setAttribute(project, { annotation: at('inner'), attribute: 'kind', value: 'event' }, context),
  ];
  return steps.reduce((project, step) => applyPatch(project, step(project)), start);
}

function stateOf(project: Project, { author, set }: { author: Id; set: Id }, article: Id | null): WorkspaceState {
  const session = { ...freshSession(set), article };
  return {
    project,
    session,
    people: [author],
    counters: new Map(),
    saving: { kind: 'saved' },
    copies: 'both',
    persisted: true,
    release: null,
    undo: { entry: 'e', action: 'tag', parameters: { type: 'quote' }, patch: [], partly: false },
    redo: null,
    notices: [],
    added: null,
    exchange: { kind: 'idle' },
    readOnly: null,
    storage: quietStorage,
    suggestions: null,
    codebook: quietCodebook,
    checks: { ...quietChecks, findings: findingsNow({ project, session }) },
    ...quietScreen,
  };
}
