import { checkMessages } from '../../messages/checks.ts';
import { articleKey, withAcknowledgement } from '../checks/acknowledged.ts';
import type { Context } from '../context.ts';
import { change, type Patch, patchOf } from '../patch.ts';
import type { Project } from '../project.ts';
import type { Article, Id } from '../records.ts';
import { articleIn } from './lookup.ts';

const newest = ({ versions }: Article) => (versions.at(-1) ?? versions[0]).text;

const keyOf = (article: Article, set: Id): string => articleKey(set, newest(article), 'done');

/** True where the newest text of an article was called done with the tags of a set. */
export const isDoneWith = (article: Article, set: Id): boolean => Object.hasOwn(article.acknowledged ?? {}, keyOf(article, set));

/** Calls an article done, or open again, and notes with whose tags: several people may work on it, each for themselves. Throws for an unknown article. */
export function setStatus(
  project: Project,
  { article: id, set, status }: { readonly article: Id; readonly set: Id; readonly status: Article['status'] },
  context: Pick<Context, 'author' | 'now'>,
): Patch {
  const article = articleIn(project, id);
  const { acknowledged, ...rest } = article;
  if (status === 'done' && isDoneWith(article, set)) return patchOf(change('articles', id, article, { ...article, status }));
  const mark = status === 'done' ? { reason: checkMessages.calledDone, author: context.author, at: context.now() } : null;
  const after = { ...rest, status, ...withAcknowledgement(acknowledged, keyOf(article, set), mark) };
  return patchOf(change('articles', id, article, after));
}
