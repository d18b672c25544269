import { sameJson } from '../../model/equal.ts';
import type { Project } from '../../model/project.ts';
import type { Annotation, Article, Id, TextHash } from '../../model/records.ts';
import type { Standing } from '../../model/views/standing.ts';
import { annotationsInOrder } from '../../model/views/tags.ts';
import { runJob } from '../../workers/run-job.ts';
import type { Host } from '../host.ts';
import { withTags } from '../scope.ts';
import { newestText } from '../session.ts';
import { showVersions } from './show-versions.ts';

/** Finds out how the shown set's tags on older versions of the open article stand in the newest, and shows it while somebody still waits for it. */
export async function compareVersions(host: Host, article: Article, awaited: () => boolean): Promise<void> {
  const state = host.state.getState();
  const text = newestText(article);
  const before = state.versions;
  const known = before.text === text ? (before.standings ?? []) : [];
  if (before.text !== text) showVersions(host, { text, standings: null, at: null });
  await host.stored();
  const standings = await standingsOf(host, article, { set: state.session.set, known, texts: state.project.texts });
  if (awaited()) showVersions(host, { text, standings });
}

interface Looked {
  readonly set: Id;
  /** What was found out before. */
  readonly known: readonly Standing[];
  /** What is in memory of texts: one that was only just added is nowhere else. */
  readonly texts: Project['texts'];
}

/** How the tags of a set on the older texts of an article stand in its newest, the newest of the older texts first. */
export async function standingsOf(host: Host, article: Article, { set, ...looked }: Looked): Promise<Standing[]> {
  const newest = newestText(article);
  const found: Standing[] = [];
  for (const { text } of article.versions.slice(0, -1).reverse()) {
    const tags = annotationsInOrder(withTags(host.state.getState().project, await host.store.loadTags(text)), text, set);
    found.push(...(await standingsOn(host, tags, { ...looked, text, newest })));
  }
  return found;
}

interface Pair extends Omit<Looked, 'set'> {
  readonly text: TextHash;
  readonly newest: TextHash;
}

async function standingsOn(host: Host, tags: readonly Annotation[], { text, newest, known, texts }: Pair): Promise<readonly Standing[]> {
  const before = new Map(known.map((standing) => [standing.annotation.id, standing]));
  const again = tags.flatMap((annotation) => {
    const standing = before.get(annotation.id);
    return standing && sameJson(standing.annotation.segments, annotation.segments) ? [{ ...standing, annotation }] : [];
  });
  if (again.length === tags.length) return again;
  const [oldText, newText] = await Promise.all([host.store.loadText(text), texts.get(newest)?.content ?? host.store.loadText(newest)]);
  // A text that was withheld can be compared with nothing.
  if (oldText === null || newText === null) return tags.map((annotation) => ({ annotation, ...nowhere }));
  return runJob('standing', { oldText, newText, annotations: tags });
}

const nowhere = { status: 'lost', stretches: [], score: 0, changed: [] } as const;
