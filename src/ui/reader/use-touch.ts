import { type RefObject, useEffect } from 'react';
import type { Stretch } from '../../text/stretch.ts';
import { cursorOver } from '../../workspace/cursor.ts';
import { layoutOf } from '../../workspace/open-layout.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { useWorkspace } from '../use-workspace.ts';
import { offsetAtPoint } from './offsets.ts';
import { nativeStretch } from './use-pointer.ts';

// What a finger does twice within this time and about this far is one gesture: the figures Android itself uses, a little wider.
const again = 400;
const near = 32;
// While the browser's own handles are dragged the selection changes all the time.
const pause = 150;

/** Two taps take the word under the finger, three the sentence. */
export function useTaps(article: RefObject<HTMLElement | null>): void {
  const workspace = useWorkspace();
  useEffect(() => {
    let last = { x: 0, y: 0, at: 0, count: 0 };
    const tap = (event: MouseEvent) => {
      if (!(event instanceof PointerEvent) || event.pointerType !== 'touch') return;
      const { clientX: x, clientY: y, timeStamp: at } = event;
      const follows = at - last.at < again && Math.abs(x - last.x) < near && Math.abs(y - last.y) < near;
      last = { x, y, at, count: follows ? last.count + 1 : 1 };
      if (last.count === 2) take(workspace, 'words', x, y);
      if (last.count === 3) take(workspace, 'sentences', x, y);
    };
    const element = article.current;
    element?.addEventListener('click', tap);
    return () => element?.removeEventListener('click', tap);
  }, [article, workspace]);
}

function take(workspace: Workspace, units: 'words' | 'sentences', x: number, y: number): void {
  const offset = offsetAtPoint(x, y);
  const unit = offset === null ? undefined : layoutOf(workspace.state.getState())?.[units].find((one) => holds(one, offset));
  if (unit) select(workspace, unit);
}

const holds = ({ start, end }: Stretch, offset: number): boolean => start <= offset && offset <= end;

function select(workspace: Workspace, stretch: Stretch): void {
  const { selected, mode } = workspace.state.getState().session;
  workspace.show({ cursor: cursorOver(stretch), selected: mode.kind === 'reading' ? null : selected });
}

/** Takes over what a long press has selected and the browser's own handles have changed. */
export function useTouchSelection(article: RefObject<HTMLElement | null>): void {
  const workspace = useWorkspace();
  useEffect(() => {
    let touched = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const note = ({ pointerType }: PointerEvent) => {
      touched = pointerType === 'touch';
    };
    const follow = () => {
      clearTimeout(timer);
      if (touched) timer = setTimeout(takeOver, pause);
    };
    const takeOver = () => {
      const layout = layoutOf(workspace.state.getState());
      const stretch = layout && article.current?.isConnected ? nativeStretch(layout.text) : null;
      if (stretch) select(workspace, stretch);
    };
    document.addEventListener('pointerdown', note);
    document.addEventListener('selectionchange', follow);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('pointerdown', note);
      document.removeEventListener('selectionchange', follow);
    };
  }, [article, workspace]);
}
