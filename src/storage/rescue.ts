import { applyPatch, squash } from '../model/patch.ts';
import { emptyProject, type Project } from '../model/project.ts';
import type { Id, TextRecord } from '../model/records.ts';
import { timeBoxed } from './errors.ts';
import { canKeepJournal } from './journal/can-keep.ts';
import { wholeChain } from './journal/chain.ts';
import { JournalFolder } from './journal/folder.ts';
import type { ProjectStore } from './project-store.ts';

// Whoever asks for a rescue copy is waiting for it, and the other copy may answer at once.
const patience = 3_000;

/** Everything of the project that can still be read: from the store, else from the journal, else nothing. */
export async function rescue(project: Id, store: ProjectStore): Promise<Project> {
  try {
    return await timeBoxed(fromStore(store), patience);
  } catch {
    return (await canKeepJournal()) ? fromJournal(project) : emptyProject;
  }
}

async function fromStore(store: ProjectStore): Promise<Project> {
  const project = await store.load();
  const sets = await Promise.all([...project.sets.keys()].map((set) => store.loadSet(set)));
  const texts = await Promise.all([...project.texts.values()].map(async (text) => withContent(text, await store.loadText(text.id))));
  return {
    ...project,
    texts: new Map(texts.map((text) => [text.id, text])),
    annotations: new Map(sets.flatMap(({ annotations }) => annotations.map((annotation) => [annotation.id, annotation] as const))),
    relations: new Map(sets.flatMap(({ relations }) => relations.map((relation) => [relation.id, relation] as const))),
    reviews: new Map(sets.flatMap(({ reviews }) => reviews.map((review) => [review.id, review] as const))),
  };
}

const withContent = (text: TextRecord, content: string | null): TextRecord => (content === null ? text : { ...text, content });

async function fromJournal(project: Id): Promise<Project> {
  const actions = await wholeChain(await JournalFolder.open(project));
  const contents = applyPatch(emptyProject, squash(actions.map(({ entry }) => entry.patch)));
  const texts = actions.flatMap((action) => action.texts.map((text) => [text.id, text] as const));
  return { ...contents, texts: new Map(texts) };
}
