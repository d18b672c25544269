import { withAcknowledgement } from '../checks/acknowledged.ts';
import { type CodebookChange, changesBetween, partNeeded } from '../codebooks/changes.ts';
import type { Codebook } from '../codebooks/codebook.ts';
import { codebookRef, unchosen } from '../codebooks/newsroom-core.ts';
import { compareVersions, nextVersion } from '../codebooks/version.ts';
import type { Context } from '../context.ts';
import { sameJson } from '../equal.ts';
import { change, type Patch, patchOf } from '../patch.ts';
import type { Project } from '../project.ts';
import type { Annotation } from '../records.ts';
import { currentCodebook, modified } from './lookup.ts';

type Codebooks = Pick<Project, 'codebooks'>;

/** What taking a codebook would mean: what changes in how new tags are made, or the lowest version it would have to bear. */
export type CodebookPlan =
  | { readonly kind: 'same' }
  | { readonly kind: 'change'; readonly from: string; readonly changes: readonly CodebookChange[] }
  | { readonly kind: 'version'; readonly needed: string };

/** Compares a codebook with the current one. A version that is here already can be taken again, but may not say something else. */
export function planCodebook({ codebooks }: Codebooks, codebook: Codebook): CodebookPlan {
  const current = currentCodebook({ codebooks });
  if (sameJson(unchosen(current), unchosen(codebook))) return { kind: 'same' };
  const known = codebooks.get(codebookRef(codebook));
  const again = known !== undefined && sameJson(unchosen(known), unchosen(codebook));
  const needed = again ? null : versionNeeded({ codebooks }, codebook);
  if (needed !== null) return { kind: 'version', needed };
  return { kind: 'change', from: codebookRef(current), changes: changesBetween(current, codebook) };
}

/** The lowest version the codebook would have to bear; `null` where its own is high enough. */
function versionNeeded({ codebooks }: Codebooks, codebook: Codebook): string | null {
  const current = currentCodebook({ codebooks });
  const siblings = [...codebooks.values()].filter(({ id }) => id === codebook.id).sort((a, b) => compareVersions(a.version, b.version));
  const taken = codebooks.has(codebookRef(codebook));
  const before = current.id === codebook.id && !taken ? current : siblings.at(-1);
  if (!before) return null;
  const needed = nextVersion(before.version, partNeeded(before, codebook) ?? 'patch');
  return taken || compareVersions(codebook.version, needed) < 0 ? needed : null;
}

/** Makes this the codebook that new tags are made under; every other one stays, and so does each tag under its own. */
export function chooseCodebook({ codebooks }: Codebooks, codebook: Codebook): Patch {
  const current = currentCodebook({ codebooks });
  if (sameJson(unchosen(current), unchosen(codebook))) return [];
  const ref = codebookRef(codebook);
  const highest = Math.max(0, ...[...codebooks.values()].map(({ chosen = 0 }) => chosen));
  return patchOf(change('codebooks', ref, codebooks.get(ref) ?? null, { ...unchosen(codebook), chosen: highest + 1 }));
}

const keptPrefix = 'codebook/';

/** Under which key a tag says that it was looked at and stays under its older version, as far as this codebook goes. */
export const keptKey = (codebook: Codebook): string => `${keptPrefix}${codebookRef(codebook)}`;

/** Says of tags that they stay as they are under the version they were made under; the reason stands on each. */
export function keepUnder(tags: readonly Annotation[], codebook: Codebook, reason: string, context: Context): Patch {
  return patchOf(
    ...tags.map((tag) => {
      const { acknowledged, ...rest } = tag;
      const kept = { reason, author: context.author, at: context.now() };
      return change('annotations', tag.id, tag, { ...rest, ...withAcknowledgement(acknowledged, keptKey(codebook), kept) });
    }),
  );
}

/** Puts tags under another version of their codebook; nothing else of them changes. Whether it allows them is for the caller to know. */
export function bringTo(tags: readonly Annotation[], codebook: Codebook, context: Context): Patch {
  return patchOf(
    ...tags.map((tag) => {
      const { acknowledged = {}, ...rest } = tag;
      const others = Object.entries(acknowledged).filter(([key]) => !key.startsWith(keptPrefix));
      const after = { ...rest, ...(others.length > 0 && { acknowledged: Object.fromEntries(others) }) };
      return change('annotations', tag.id, tag, modified(after, { codebook: codebookRef(codebook) }, context));
    }),
  );
}
