import { type CSSProperties, memo } from 'react';
import { readerMessages } from '../../messages/reader.ts';
import type { Id } from '../../model/records.ts';
import { type LanedTag, laneCount, type Run } from '../../model/views/runs.ts';
import styles from './marks.module.css';
import { blockStart } from './offsets.ts';
import type { DrawnBlock } from './use-block-runs.ts';

/** What a block needs to know of the session; `related` holds the selected annotation and those it is linked to. */
export interface BlockState {
  readonly selected: Id | null;
  readonly related: ReadonlySet<Id>;
  /** Annotations in which something required is missing. */
  readonly open: ReadonlySet<Id>;
}

interface Props {
  readonly drawn: DrawnBlock;
  readonly text: string;
  readonly state: BlockState;
}

const elements = { headline: 'h1', paragraph: 'p' } as const;

/** One block of the article: the text of its zone as runs, and the line ends around it, which take no room. */
export const BlockView = memo(
  function BlockView({ drawn, text, state }: Props) {
    const { block, before, inside, after } = drawn;
    const kind = block.zone?.kind ?? 'paragraph';
    const Element = kind === 'headline' || kind === 'paragraph' ? elements[kind] : 'div';
    const draw = (runs: readonly Run[], gap: boolean) =>
      runs.map((run) => <RunView key={run.start} run={run} text={text} state={state} gap={gap} />);
    return (
      <Element className={styles[kind]} {...{ [blockStart]: block.start }}>
        {draw(before, true)}
        {draw(inside, false)}
        {draw(after, true)}
      </Element>
    );
  },
  (a, b) => a.drawn === b.drawn && a.text === b.text && (a.state === b.state || unaffected(a.drawn, a.state, b.state)),
);

function unaffected({ before, inside, after }: DrawnBlock, a: BlockState, b: BlockState): boolean {
  if ((a.selected === null) !== (b.selected === null)) return [...before, ...inside, ...after].every(({ tags }) => tags.length === 0);
  const looks = (id: Id, state: BlockState) => `${state.selected === id}${state.related.has(id)}${state.open.has(id)}`;
  return [...before, ...inside, ...after].every(({ tags }) => tags.every(({ annotation: { id } }) => looks(id, a) === looks(id, b)));
}

function RunView({
  run,
  text,
  state,
  gap,
}: {
  readonly run: Run;
  readonly text: string;
  readonly state: BlockState;
  readonly gap: boolean;
}) {
  const words = text.slice(run.start, run.end);
  if (run.tags.length === 0) return gap ? <span className={styles.gap}>{words}</span> : words;
  const ids = run.tags.map(({ annotation }) => annotation.id);
  const selected = run.tags.find(({ annotation }) => annotation.id === state.selected);
  const beginning = run.tags.filter(({ first, lane }) => first && lane < laneCount).sort((a, b) => a.lane - b.lane);
  const unfinished = run.tags.some(
    ({ annotation, last }) => last && state.open.has(annotation.id) && annotation.segments.at(-1)?.end === run.end,
  );
  return (
    <mark
      className={gap ? `${styles.mark} ${styles.gap}` : styles.mark}
      data-annotation={ids.join(' ')}
      data-selected={selected?.annotation.type}
      data-letters={beginning.map(({ annotation }) => annotation.type.charAt(0).toUpperCase()).join('') || undefined}
      data-first-type={beginning[0]?.annotation.type}
      data-more={run.more > 0 ? readerMessages.more(run.more) : undefined}
      data-open={unfinished && !gap ? readerMessages.who : undefined}
      data-unrelated={state.selected !== null && !ids.some((id) => state.related.has(id)) ? '' : undefined}
      style={laneStyle(run.tags)}
    >
      {words}
    </mark>
  );
}

/** The lines of a run as custom properties; the style sheet knows where each lane lies. */
function laneStyle(tags: readonly LanedTag[]): CSSProperties {
  const lines = tags.flatMap(({ annotation, lane, first, last }) => {
    if (lane >= laneCount) return [];
    if (annotation.type !== 'source') return [[`--lane-${lane}`, `var(--line-${annotation.type})`]];
    return [
      [`--lane-${lane}`, 'var(--line-source)'],
      ['--box-end', `${lane}`],
      ['--box-top', 'var(--line-source)'],
      ...(first ? [['--box-left', 'var(--line-source)']] : []),
      ...(last ? [['--box-right', 'var(--line-source)']] : []),
    ];
  });
  return Object.fromEntries(lines);
}
