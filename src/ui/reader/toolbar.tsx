import type { CSSProperties } from 'react';
import { actionLabel } from '../../messages/actions.ts';
import { readerMessages } from '../../messages/reader.ts';
import { currentCodebook } from '../../model/commands/lookup.ts';
import { speakable } from '../../workspace/actions/offers.ts';
import { selectedStretches } from '../../workspace/cursor.ts';
import { writable } from '../../workspace/session.ts';
import { KeyCap } from '../key-cap.tsx';
import { shortWords } from '../panel/annotation-list.tsx';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import { rangesOf } from './offsets.ts';
import { type Places, placed } from './places.ts';
import styles from './reader.module.css';

/** The tag types, one click from a selection. Stands above it, or below where the first line is too near the top. */
export function Toolbar({ places }: { readonly places: Places }) {
  const workspace = useWorkspace();
  const cursor = useWorkspaceState(({ session }) => session.cursor);
  const mode = useWorkspaceState(({ session }) => session.mode.kind);
  const selected = useWorkspaceState(({ session }) => session.selected);
  const codebook = useWorkspaceState(({ project }) => currentCodebook(project));
  const canWrite = useWorkspaceState(writable);
  const statement = useWorkspaceState(speakable);
  const stretches = cursor ? selectedStretches(cursor) : [];
  if (stretches.length === 0 || !canWrite || mode === 'editing' || mode === 'linking' || (selected !== null && mode === 'reading'))
    return null;
  const rectangles = placed(
    places,
    stretches.flatMap((stretch) => rangesOf(places.article, stretch)).flatMap((range) => [...range.getClientRects()]),
  );
  const [first] = rectangles;
  const last = rectangles.at(-1);
  if (!first || !last) return null;
  const above = first.top > 48;
  const left = Math.max(0, Math.min(first.left, places.article.clientWidth - 260));
  return (
    <div
      className={styles.toolbar}
      role="toolbar"
      aria-label={readerMessages.toolbar}
      style={placeStyle(left, above ? first.top - 44 : last.top + last.height + 8)}
    >
      {mode === 'adding-part' ? (
        <button type="button" onMouseDown={(event) => event.preventDefault()} onClick={() => workspace.perform('confirm')}>
          {readerMessages.addPart}
          <KeyCap action="confirm" />
        </button>
      ) : (
        <>
          {statement ? (
            <button
              type="button"
              data-type="source"
              className={styles.speaker}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => workspace.perform('link-selection')}
            >
              {readerMessages.speakerOf(shortWords(statement))}
            </button>
          ) : null}
          {codebook.types.map(({ id, label }) => (
            <button
              key={id}
              type="button"
              data-type={id}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => workspace.perform('tag', { type: id })}
            >
              {label}
              {actionLabel(`tag-${id}`) === null ? null : <KeyCap action={`tag-${id}`} />}
            </button>
          ))}
        </>
      )}
    </div>
  );
}

// As properties, so that the style sheet can put the toolbar elsewhere on a narrow screen.
const placeStyle = (left: number, top: number): CSSProperties =>
  Object.fromEntries([
    ['--left', `${left}px`],
    ['--top', `${top}px`],
  ]);
