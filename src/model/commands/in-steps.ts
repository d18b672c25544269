import { applyPatch, type Patch, squash } from '../patch.ts';
import type { Project } from '../project.ts';

/** One patch with the effect of several commands, each made on what the ones before leave. */
export function inSteps(project: Project, ...steps: readonly ((project: Project) => Patch)[]): Patch {
  const patches: Patch[] = [];
  let seen = project;
  for (const step of steps) {
    const patch = step(seen);
    seen = applyPatch(seen, patch);
    patches.push(patch);
  }
  return squash(patches);
}
