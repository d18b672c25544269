import type { Context } from '../context.ts';
import { applyPatch, change, type Patch, patchOf, squash } from '../patch.ts';
import type { Project } from '../project.ts';
import { rebase } from '../rebase.ts';
import type { Id } from '../records.ts';
import { relationsAt } from './lookup.ts';
import { illegalLinks, removeLinks } from './remove-links.ts';

/**
 * A refused action made all the same on top of what another tab has stored: ours wins where both cannot stand, and what
 * would be left pointing to nothing goes too. `project` holds every tag of the texts concerned.
 */
export function insist(project: Project, refused: Patch, context: Context): Patch {
  const { patch } = rebase(refused, project);
  const orphans = tagsWithoutArticle(applyPatch(project, patch), patch);
  const made = squash([patch, orphans]);
  const after = applyPatch(project, made);
  const changed = made.flatMap(({ table, id }) => (table === 'annotations' ? [id] : []));
  const broken = changed.flatMap((id) => {
    const annotation = after.annotations.get(id);
    return annotation ? illegalLinks(after, annotation) : relationsAt(after, id);
  });
  const links = [...new Map(broken.map((relation) => [relation.id, relation])).values()];
  return squash([made, patchOf(...removeLinks(after, links, context, new Set(changed)))]);
}

/** The tags left on texts that the patch takes away with their article. */
function tagsWithoutArticle(after: Project, patch: Patch): Patch {
  const gone = patch.flatMap((item) => (item.table === 'articles' && item.after === null ? (item.before?.versions ?? []) : []));
  const kept = new Set([...after.articles.values()].flatMap(({ versions }) => versions.map(({ text }) => text)));
  const texts = new Set<Id>(gone.map(({ text }) => text).filter((text) => !kept.has(text)));
  return patchOf(
    ...[...after.annotations.values()].filter(({ text }) => texts.has(text)).map((tag) => change('annotations', tag.id, tag, null)),
  );
}
