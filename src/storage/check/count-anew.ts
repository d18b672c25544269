import type { Id } from '../../model/records.ts';
import { recount } from '../counting.ts';
import { withProject } from '../project-connection.ts';

/** Replaces the counters of a project by what its tags and links give. */
export function countAnew({ project }: { readonly project: Id }): Promise<void> {
  return withProject(project, recount);
}
