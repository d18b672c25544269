import { expect } from 'vitest';
import { canonicalJson } from '../formats/canonical.ts';
import { brokenRules } from '../model/integrity.ts';
import { applyPatch, invert, type Patch } from '../model/patch.ts';
import type { Project } from '../model/project.ts';
import { sha256 } from '../text/hash.ts';

/** Proves a change both ways: it applies, leaves the project whole, survives JSON, and can be taken back. Gives the project after it. */
export function checkPatch(project: Project, patch: Patch): Project {
  const after = applyPatch(project, patch);
  expect(brokenRules(after)).toEqual([]);
  expect(applyPatch(project, JSON.parse(JSON.stringify(patch)))).toEqual(after);
  expect(applyPatch(after, invert(patch))).toEqual(project);
  return after;
}

/** The same for two projects exactly where every record is. */
export const hashOf = (project: Project): string =>
  sha256(
    canonicalJson(
      Object.entries(project).map(([name, records]) => [
        name,
        [...records.values()].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
      ]),
    ),
  );
