import { lazy, Suspense } from 'react';
import { frameMessages } from '../../messages/frame.ts';
import { panelMessages as words } from '../../messages/panel.ts';
import { KeyCap } from '../key-cap.tsx';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import { AnnotationCard } from './annotation-card.tsx';
import { AnnotationList } from './annotation-list.tsx';
import { Checks } from './checks.tsx';
import { Keys } from './keys.tsx';
import { LinkPicker } from './link-picker.tsx';
import styles from './panel.module.css';

// They are seldom needed, and the first load is better off without them. Not the keys: whoever presses / right behind ? would type at a list that is still to come.
const AddArticles = lazy(() => import('../library/add-articles.tsx'));
const AgreementPanel = lazy(() => import('../agreement/agreement-panel.tsx'));
const ArticleDetails = lazy(() => import('../library/article-details.tsx'));
const CodebookPanel = lazy(() => import('../codebook/codebook-panel.tsx'));
const Exchange = lazy(() => import('../exchange/exchange.tsx'));
const StoragePanel = lazy(() => import('../storage/storage-panel.tsx'));
const VersionsPanel = lazy(() => import('../versions/versions-panel.tsx'));
const People = lazy(() => import('../exchange/people.tsx'));
const ReviewPanel = lazy(() => import('../review/review-panel.tsx'));
const Exposure = lazy(() => import('../review/exposure.tsx'));
const Register = lazy(() => import('../register/register-panels.tsx'));

/** The column at the right: the selected annotation over the list of all, or what was asked for instead. */
export function Panel() {
  const workspace = useWorkspace();
  const panel = useWorkspaceState(({ session }) => session.panel);
  if (panel === 'annotation') return <Annotations />;
  return (
    <aside className={styles.panel} aria-label={frameMessages.panel}>
      <button type="button" className={`button plain small ${styles.close}`} onClick={() => workspace.show({ panel: 'annotation' })}>
        {frameMessages.close}
        <KeyCap action="step-out" />
      </button>
      {panel === 'keys' ? <Keys /> : null}
      <Suspense>
        {panel === 'agreement' ? <AgreementPanel /> : null}
        {panel === 'add' ? <AddArticles /> : null}
        {panel === 'article' ? <ArticleDetails /> : null}
        {panel === 'codebook' ? <CodebookPanel /> : null}
        {panel === 'exchange' ? <Exchange /> : null}
        {panel === 'people' ? <People /> : null}
        {panel === 'versions' ? <VersionsPanel /> : null}
        {panel === 'storage' ? <StoragePanel /> : null}
        {panel === 'register' || panel === 'same-words' ? <Register panel={panel} /> : null}
      </Suspense>
    </aside>
  );
}

function Annotations() {
  const selected = useWorkspaceState(({ project, session }) => project.annotations.get(session.selected ?? ''));
  const mode = useWorkspaceState(({ session }) => session.mode);
  const reviews = useWorkspaceState(({ session }) => session.review !== null);
  const exposed = useWorkspaceState(({ session }) => session.exposure !== null);
  return (
    <aside className={styles.panel} aria-label={words.annotation}>
      <Suspense>
        {exposed ? <Exposure /> : null}
        {reviews ? <ReviewPanel /> : null}
      </Suspense>
      {mode.kind === 'linking' ? (
        <LinkPicker from={mode.from} relation={mode.relation} />
      ) : selected ? (
        <AnnotationCard key={selected.id} annotation={selected} />
      ) : null}
      {reviews ? null : (
        <>
          <Checks />
          <AnnotationList />
        </>
      )}
    </aside>
  );
}
