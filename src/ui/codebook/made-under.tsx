import { codebookHelpMessages as words } from '../../messages/codebook-help.ts';
import { isLegalUnder } from '../../model/codebooks/affected.ts';
import { codebookRef } from '../../model/codebooks/newsroom-core.ts';
import { compareVersions } from '../../model/codebooks/version.ts';
import { codebookOf, currentCodebook } from '../../model/commands/lookup.ts';
import type { Annotation } from '../../model/records.ts';
import { linksOf } from '../../model/views/tags.ts';
import styles from '../panel/panel.module.css';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';

/** Under which older version of the codebook a tag was made, and the way to the current one where its values and links are allowed there. */
export function MadeUnder({ annotation }: { readonly annotation: Annotation }) {
  const workspace = useWorkspace();
  const project = useWorkspaceState((state) => state.project);
  const [own, current] = [codebookOf(project, annotation.codebook), currentCodebook(project)];
  if (codebookRef(own) === codebookRef(current) || own.id !== current.id || compareVersions(own.version, current.version) > 0) return null;
  const links = linksOf(project, annotation.id).flatMap(({ relation, other, direction }) =>
    direction === 'out' ? [{ relation, toType: other.type }] : [],
  );
  return (
    <p className={styles.row}>
      <span className={styles.muted}>{words.madeUnder(own.version)}</span>
      {isLegalUnder(current, { annotation, links }) ? (
        <button type="button" className="button small" onClick={() => workspace.perform('bring-to', { annotations: [annotation.id] })}>
          {words.bringOne(current.version)}
        </button>
      ) : null}
    </p>
  );
}
