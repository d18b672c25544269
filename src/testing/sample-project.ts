import { codebookRef, newsroomCore } from '../model/codebooks/newsroom-core.ts';
import { addArticle } from '../model/commands/articles.ts';
import { addPerson } from '../model/commands/people.ts';
import type { Context } from '../model/context.ts';
import { applyPatch, change, patchOf } from '../model/patch.ts';
import { emptyProject, type Project } from '../model/project.ts';
import type { TextHash } from '../model/records.ts';
import { parseArticle } from '../text/article.ts';
import { fakeContext } from './fake-context.ts';

/** A project with one person, the default codebook and one article per text, ready to be tagged. */
export interface SampleProject {
  readonly project: Project;
  readonly context: Context;
  readonly texts: readonly TextHash[];
}

/** Builds the project; gives the hashes of the texts in the order given. */
export function sampleProject(...contents: readonly string[]): SampleProject {
  const person = addPerson(fakeContext('', ''));
  const context = fakeContext(person.author, person.set);
  // The first two ids are the person's and the set's.
  context.id();
  context.id();
  const codebook = patchOf(change('codebooks', codebookRef(newsroomCore), null, newsroomCore));
  const start = applyPatch(applyPatch(emptyProject, person.patch), codebook);
  const added = contents.map((text) =>
    addArticle(
      { decoded: { text, encoding: 'utf-8', byteOrderMark: false }, parsed: parseArticle(text), fallbackTitle: 'Sample' },
      context,
    ),
  );
  const project = added.reduce((so, { patch, texts }) => {
    const withArticle = applyPatch(so, patch);
    return { ...withArticle, texts: new Map([...withArticle.texts, ...texts.map((text) => [text.id, text] as const)]) };
  }, start);
  return { project, context, texts: added.flatMap(({ texts }) => texts.map(({ id }) => id)) };
}
