import { lazy, Suspense, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { frameMessages } from '../../messages/frame.ts';
import { readerMessages } from '../../messages/reader.ts';
import type { Annotation, Article, Id, TextHash, TextVersion, Zone } from '../../model/records.ts';
import { annotationsInOrder, linksOf, openIn } from '../../model/views/tags.ts';
import { type Block, blocksOf } from '../../text/blocks.ts';
import { type Cursor, spanOf } from '../../workspace/cursor.ts';
import { openArticle, shownVersion } from '../../workspace/session.ts';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import { type BlockState, BlockView } from './block.tsx';
import { CursorElement } from './cursor-element.tsx';
import { blockStart, offsetAtPoint, rangesOf } from './offsets.ts';
import { OlderVersion } from './older-version.tsx';
import { Overlay } from './overlay.tsx';
import styles from './reader.module.css';
import { showBeforePaint } from './show-before-paint.ts';
import { useBlockRuns } from './use-block-runs.ts';
import { usePainting } from './use-painting.ts';
import { usePointer } from './use-pointer.ts';
import { useTaps, useTouchSelection } from './use-touch.ts';

// Enough blocks that a section is worth skipping, few enough that one on screen is cheap to lay out.
const sectionSize = 16;

/** The open article with its marks, the range cursor, and what floats over it. */
export function Reader() {
  const workspace = useWorkspace();
  const article = useWorkspaceState(openArticle);
  const version = useWorkspaceState(shownVersion);
  const text = useWorkspaceState(({ project }) => (version ? project.texts.get(version.text)?.content : undefined));
  if (!article || !version) {
    return (
      <main className={styles.empty} tabIndex={-1}>
        <p>{readerMessages.noArticle}</p>
        <button type="button" onClick={() => workspace.perform('show-panel', { panel: 'add' })}>
          {readerMessages.addFirst}
        </button>
      </main>
    );
  }
  if (text === undefined)
    return (
      <main className={styles.empty} tabIndex={-1}>
        {readerMessages.withheld}
      </main>
    );
  return <ArticleView key={version.text} article={article} text={text} version={version} />;
}

interface ViewProps {
  readonly article: Article;
  readonly text: string;
  readonly version: TextVersion;
}

function ArticleView({ article, text, version: { text: hash, zones } }: ViewProps) {
  const scroller = useRef<HTMLElement>(null);
  const element = useRef<HTMLElement>(null);
  const blocks = useMemo(() => blocksOf(text, zones), [text, zones]);
  const annotations = useShownAnnotations(hash);
  const drawn = useBlockRuns(blocks, useLayers(hash, annotations));
  const state = useBlockState();
  usePainting(element, text);
  useRestoredScroll(scroller);
  const pointer = usePointer(annotations);
  useTaps(element);
  useTouchSelection(element);
  return (
    <main ref={scroller} className={styles.scroller} aria-label={frameMessages.reader}>
      <div className={styles.page}>
        <OlderVersion article={article} text={hash} />
        <Others text={hash} />
        <article
          ref={element}
          className={styles.article}
          aria-label={article.title}
          lang={article.language}
          dir={article.direction}
          data-selecting={state.selected === null ? undefined : ''}
          {...pointer}
        >
          {sections(blocks).map((from) => (
            <div key={from} className={styles.section}>
              {drawn.slice(from, from + sectionSize).map((item) => (
                <BlockView key={item.block.start} drawn={item} text={text} state={state} />
              ))}
            </div>
          ))}
        </article>
        <Overlay article={article} element={element} text={text} />
        <CursorElement />
      </div>
    </main>
  );
}

const sections = (blocks: readonly Block<Zone>[]): number[] =>
  Array.from({ length: Math.ceil(blocks.length / sectionSize) }, (_, index) => index * sectionSize);

// Most projects hold one set, and the first load is better off without it.
const Layers = lazy(() => import('./layers.tsx'));

/** The menu of sets, where others have tagged the article too or said something of its tags. */
function Others({ text }: { readonly text: TextHash }) {
  const others = useWorkspaceState(({ project, session }) => {
    const own = session.own;
    const tagged = [...project.sets.keys()].some((set) => set !== own && annotationsInOrder(project, text, set).length > 0);
    return tagged || [...project.reviews.values()].some((review) => review.text === text);
  });
  if (!others) return null;
  return (
    <Suspense>
      <Layers text={text} />
    </Suspense>
  );
}

/** The shown set's annotations on a text, in order. */
function useShownAnnotations(text: TextHash) {
  const project = useWorkspaceState((state) => state.project);
  const set = useWorkspaceState(({ session }) => session.set);
  return useMemo(() => annotationsInOrder(project, text, set), [project, set, text]);
}

/** The same with those of the sets that were switched on. */
function useLayers(text: TextHash, own: readonly Annotation[]): readonly Annotation[] {
  const project = useWorkspaceState((state) => state.project);
  const layers = useWorkspaceState(({ session }) => session.layers);
  const disputed = useWorkspaceState(({ session: { review }, adjudicating }) =>
    review?.adjudicates ? (adjudicating?.shown(project, review, text)?.disputed ?? null) : null,
  );
  return useMemo(() => {
    const others = [...layers.keys()].flatMap((set) => annotationsInOrder(project, text, set));
    return others.length === 0 ? own : [...own, ...(disputed ? others.filter(({ id }) => disputed.has(id)) : others)];
  }, [project, layers, disputed, own, text]);
}

function useBlockState(): BlockState {
  const project = useWorkspaceState((state) => state.project);
  const selected = useWorkspaceState(({ session }) => session.selected);
  const listed = useWorkspaceState(({ session }) => session.panel === 'annotation' && session.raised && session.review === null);
  const initials = useWorkspaceState(({ session }) => session.layers);
  return useMemo(() => {
    const related = new Set<Id>(selected === null ? [] : [selected, ...linksOf(project, selected).map(({ other }) => other.id)]);
    const unfinished = [...project.annotations.values()].filter((annotation) => openIn(project, annotation).includes('source'));
    return { selected, related, open: new Set(unfinished.map(({ id }) => id)), listed, initials };
  }, [project, selected, listed, initials]);
}

/** Where the text in view begins, if the cursor is not in view; `null` where it is, or where nothing was read on from the top. */
function viewBehind(scroller: HTMLElement, cursor: Cursor | null): number | null {
  const view = scroller.getBoundingClientRect();
  const { start, end } = cursor ? spanOf(cursor) : { start: 0, end: 0 };
  const article = scroller.querySelector('article');
  const ranges = cursor && article ? rangesOf(article, { start, end: Math.max(end, start + 1) }) : [];
  const boxes = ranges.map((range) => range.getBoundingClientRect());
  if (boxes.length > 0 ? boxes.some(({ top, bottom }) => bottom > view.top && top < view.bottom) : scroller.scrollTop === 0) return null;
  for (const block of scroller.querySelectorAll<HTMLElement>(`[${blockStart}]`)) {
    const { top, bottom, left, right } = block.getBoundingClientRect();
    if (bottom <= view.top) continue;
    const start = Number(block.getAttribute(blockStart));
    const edge = block.closest('article')?.dir === 'rtl' ? right - 1 : left + 1;
    return top >= view.top ? start : (offsetAtPoint(edge, view.top + 4) ?? start);
  }
  return null;
}

/** Restores where the reader stood, remembers where it stands, and brings a selected annotation into view. */
function useRestoredScroll(scroller: React.RefObject<HTMLElement | null>) {
  const workspace = useWorkspace();
  const selected = useWorkspaceState(({ session }) => session.selected);
  const active = useWorkspaceState(({ session }) => session.cursor?.active ?? null);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    element.scrollTop = workspace.state.getState().session.scroll;
    const keep = () => workspace.show({ scroll: element.scrollTop, view: viewBehind(element, workspace.state.getState().session.cursor) });
    element.addEventListener('scrollend', keep);
    return () => element.removeEventListener('scrollend', keep);
  }, [scroller, workspace]);
  const shownOnce = useRef(false);
  useEffect(() => {
    // What was selected before a reload is where it was: only a later choice may move the page.
    const moves = shownOnce.current && selected !== null;
    shownOnce.current = true;
    if (moves) return showBeforePaint(() => scroller.current?.querySelector(`mark[data-annotation~="${selected}"]`));
  }, [selected, scroller]);
  useEffect(() => {
    if (active !== null) return showBeforePaint(() => scroller.current?.querySelector('[data-caret]'));
  }, [active, scroller]);
}
