import { Info } from 'lucide-react';
import { lazy, memo, Suspense, useEffect, useMemo, useRef } from 'react';
import { frameMessages } from '../../messages/frame.ts';
import { libraryMessages as words } from '../../messages/library.ts';
import type { Article } from '../../model/records.ts';
import { inReadingOrder, newestText } from '../../workspace/session.ts';
import { useCanWrite, useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import styles from './library.module.css';
import { useSomeAtATime } from './some-at-a-time.ts';

// Nobody reviews at a first look, and the first load is better off without it.
const ReviewCards = lazy(() => import('../review/review-cards.tsx'));

/** All articles of the project with what is done in each; while a set is reviewed, its cards. */
export function Library() {
  const reviews = useWorkspaceState(({ session }) => session.review !== null);
  if (!reviews) return <Articles />;
  return (
    <Suspense>
      <ReviewCards />
    </Suspense>
  );
}

function Articles() {
  const workspace = useWorkspace();
  const articles = useWorkspaceState(({ project }) => project.articles);
  const canWrite = useCanWrite();
  const shown = useSomeAtATime(useMemo(() => inReadingOrder([...articles.values()]), [articles]));
  return (
    <nav className={styles.library} aria-label={words.title}>
      <header className={styles.head}>
        <h2>{words.title}</h2>
        <button type="button" className="button small" disabled={!canWrite} onClick={() => workspace.show({ panel: 'add' })}>
          {words.add}
        </button>
      </header>
      {articles.size === 0 ? <p className={styles.none}>{words.empty}</p> : null}
      <ul>
        {shown.map((article) => (
          <Entry key={article.id} article={article} />
        ))}
      </ul>
    </nav>
  );
}

const Entry = memo(function Entry({ article }: { readonly article: Article }) {
  const workspace = useWorkspace();
  const current = useWorkspaceState(({ session }) => session.article === article.id);
  const counters = useWorkspaceState((state) => state.counters.get(`${newestText(article)}/${state.session.set}`));
  const tags = Object.values(counters?.byType ?? {}).reduce((sum, count) => sum + count, 0);
  const entry = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (current) entry.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <li ref={entry} className={styles.entry} data-current={current ? '' : undefined} data-status={article.status}>
      <a
        href={`#${article.id}`}
        aria-current={current ? 'page' : undefined}
        onClick={(event) => {
          event.preventDefault();
          workspace.perform('open-article', { article: article.id });
        }}
      >
        <bdi>{article.title}</bdi>
      </a>
      <p className={styles.facts}>
        <span className={styles.status}>{frameMessages.status(article.status)}</span>
        <span>{article.date ?? words.noDate}</span>
        {article.publisher ? <bdi>{article.publisher}</bdi> : null}
        {tags > 0 ? (
          <button type="button" className={styles.count} onClick={() => workspace.perform('open-article', { article: article.id })}>
            {words.counts(tags)}
          </button>
        ) : null}
      </p>
      <button
        type="button"
        className={styles.details}
        aria-label={words.detailsOf(article.title)}
        onClick={() => {
          workspace.perform('open-article', { article: article.id });
          workspace.show({ panel: 'article' });
        }}
      >
        <Info size={14} aria-hidden="true" />
      </button>
    </li>
  );
});
