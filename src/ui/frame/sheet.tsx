import { ChevronDown, ChevronUp } from 'lucide-react';
import { useEffect, useState } from 'react';
import { frameMessages } from '../../messages/frame.ts';
import type { WorkspaceState } from '../../workspace/state.ts';
import { Panel } from '../panel/panel.tsx';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import styles from './frame.module.css';

/** What there is to be read in the panel: a question, a card, a tag, a finding in the text, a mode, another panel; nothing else raises the sheet. */
function wantedIn({ session, checks }: WorkspaceState): string | false {
  if (checks.confirming) return 'confirming';
  const asked = checks.asking ?? session.exposure?.set ?? session.review?.card;
  const found = asked ?? session.selected ?? (checks.unfolded ? checks.current : null);
  return found ?? (session.panel === 'annotation' ? session.mode.kind !== 'reading' && session.mode.kind : session.panel);
}

/** The panel on a narrow screen. It takes room from the article instead of lying over it, so it never covers the selection. */
export function Sheet() {
  const workspace = useWorkspace();
  const [raised, setRaised] = useState(false);
  const wanted = useWorkspaceState(wantedIn);
  const [shownFor, setShownFor] = useState(wanted);
  // Something new to be read raises the sheet; putting it down again stays the reader's choice.
  if (wanted !== shownFor) {
    setShownFor(wanted);
    setRaised(Boolean(wanted));
  }
  useEffect(() => {
    workspace.show({ raised });
    return () => workspace.show({ raised: true });
  }, [raised, workspace]);
  const label = raised ? frameMessages.lowerPanel : frameMessages.raisePanel;
  return (
    <div className={styles.sheet} data-raised={raised ? '' : undefined}>
      <button type="button" className={styles.grip} aria-expanded={raised} onClick={() => setRaised(!raised)}>
        {raised ? <ChevronDown size={16} aria-hidden="true" /> : <ChevronUp size={16} aria-hidden="true" />} {label}
      </button>
      {raised ? <Panel /> : null}
    </div>
  );
}
