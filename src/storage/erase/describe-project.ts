import type { Id } from '../../model/records.ts';
import { countedIn } from '../counting.ts';
import { tagsIn } from '../pages.ts';
import { withProject } from '../project-connection.ts';

/** What a project holds, counted for somebody who is about to erase it. */
export interface ProjectSummary {
  readonly articles: number;
  readonly tags: number;
  readonly links: number;
  readonly actions: number;
  /** How many days something was done on. */
  readonly days: number;
}

/** Counts what a project holds. */
export function describeProject({ project }: { readonly project: Id }): Promise<ProjectSummary> {
  return withProject(project, async ({ rows, pages, journal }) => {
    const days = new Set<string>();
    await journal.each(({ at }) => void days.add(new Date(at).toDateString()));
    const counters = [...countedIn(tagsIn(await pages.toArray())).values()];
    return {
      articles: await rows.where('key').startsWith('articles/').count(),
      tags: counters.flatMap(({ byType }) => Object.values(byType)).reduce((sum, count) => sum + count, 0),
      links: counters.reduce((sum, { relations }) => sum + relations, 0),
      actions: await journal.count(),
      days: days.size,
    };
  });
}
