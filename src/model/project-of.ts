import { recordsIn } from './keyed-records.ts';
import type { PackageContents } from './package-contents.ts';
import { type Change, change, patchOf } from './patch.ts';
import type { Project } from './project.ts';
import { replay } from './replay.ts';

/** Contents of a package as a project, for the views and checks that want one. */
export function projectOf(contents: PackageContents): Project {
  // Table and record come from one list of pairs, which the union of tables cannot express.
  const patch = recordsIn(contents).map(({ table, id, record }) => change(table, id, null, record as never) as Change);
  const { project } = replay([patchOf(...patch)]);
  return { ...project, texts: new Map(contents.texts?.map((text) => [text.id, text])) };
}
