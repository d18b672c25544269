import { homesOf } from '../../model/views/statements.ts';
import { unclearRules } from '../../review/verdicts/unclear.ts';
import type { Host } from '../host.ts';
import type { UnclearAt } from './codebook-state.ts';
import { showCodebook } from './show-codebook.ts';

/** Collects the rules that reviewers call unclear, in all articles about whose tags anything was said. */
export async function lookForUnclear(host: Host): Promise<void> {
  const counters = await host.store.counters();
  const texts = new Set([...counters].flatMap(([key, { reviews = 0 }]) => (reviews > 0 ? [key.slice(0, key.indexOf('/'))] : [])));
  const unclear: UnclearAt[] = [];
  for (const text of texts) {
    const { annotations, reviews } = await host.store.loadTags(text);
    const { project } = host.state.getState();
    const article = homesOf(project.articles).get(text)?.id;
    const found = unclearRules(project, new Map(annotations.map((tag) => [tag.id, tag])), reviews);
    if (article !== undefined) unclear.push(...found.map((rule) => ({ ...rule, article })));
  }
  showCodebook(host, { unclear });
}
