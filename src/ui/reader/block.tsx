import { type CSSProperties, memo } from 'react';
import { readerMessages } from '../../messages/reader.ts';
import type { Id } from '../../model/records.ts';
import { type LanedTag, laneCount, type Run } from '../../model/views/runs.ts';
import styles from './marks.module.css';
import './signs.css';
import { entryId } from './entry-id.ts';
import { blockStart } from './offsets.ts';
import type { DrawnBlock } from './use-block-runs.ts';

/** What a block needs to know of the session; `related` holds the selected annotation and those it is linked to. */
export interface BlockState {
  readonly selected: Id | null;
  readonly related: ReadonlySet<Id>;
  /** Annotations in which something required is missing. */
  readonly open: ReadonlySet<Id>;
  /** True while the list with an entry for each annotation is there. */
  readonly listed: boolean;
  /** Of whose tags are drawn besides those of the shown set, by set. */
  readonly initials: ReadonlyMap<Id, string>;
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
  if (a.listed !== b.listed || a.initials !== b.initials) return [...before, ...inside, ...after].every(({ tags }) => tags.length === 0);
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
  const own = run.tags.filter(({ annotation }) => !state.initials.has(annotation.set));
  const ids = own.map(({ annotation }) => annotation.id);
  const selected = run.tags.find(({ annotation }) => annotation.id === state.selected);
  return (
    <mark
      className={gap ? `${styles.mark} ${styles.gap}` : styles.mark}
      data-annotation={ids.length > 0 ? ids.join(' ') : undefined}
      data-layer={layersAt(run, state) || undefined}
      aria-details={state.listed && ids.length > 0 ? ids.map(entryId).join(' ') : undefined}
      data-selected={selected?.annotation.type}
      data-related={ids.some((id) => state.related.has(id)) ? '' : undefined}
      style={{ ...laneStyle(run.tags), ...signStyle(run, state) }}
    >
      {words}
    </mark>
  );
}

/** The initials of everybody else who has tagged a run. */
const layersAt = ({ tags }: Run, { initials }: BlockState): string =>
  [...new Set(tags.flatMap(({ annotation }) => initials.get(annotation.set) ?? []))].join(' ');

/** The signs of a run: the letters of the tags that begin here, and at its end what is missing or how many more there are. */
function signStyle({ tags, more, end }: Run, state: BlockState): CSSProperties {
  const beginning = tags.filter(({ first, lane }) => first && lane < laneCount).sort((a, b) => a.lane - b.lane);
  const letters = beginning.map(({ annotation: { id, type } }, index) => [
    `--letter-${index}`,
    `var(--${id === state.selected ? 'chip' : 'letter'}-${type})`,
  ]);
  const ending = tags.filter(({ annotation, last }) => last && annotation.segments.at(-1)?.end === end).map(({ annotation }) => annotation);
  const whose = [...new Set(ending.flatMap(({ set }) => state.initials.get(set) ?? []))].join(' ');
  const unfinished = ending.some(({ id, set }) => state.open.has(id) && !state.initials.has(set));
  const sign =
    whose !== ''
      ? endSign(more > 0 ? `${whose} ${readerMessages.more(more)}` : whose, false)
      : more > 0
        ? endSign(readerMessages.more(more), false)
        : unfinished
          ? endSign(readerMessages.who, true)
          : [];
  return Object.fromEntries([...letters, ...sign]);
}

/** A few small words as a picture, after a hollow ring where something is open. */
function endSign(words: string, ring: boolean): [name: string, value: string][] {
  const width = words.length * 6 + (ring ? 12 : 1);
  const circle = ring ? `<circle cx='5.5' cy='4.5' r='3' fill='none' stroke='${grey}' stroke-width='1.2'/>` : '';
  const text = `<text x='${width}' y='7.6' text-anchor='end' font-family='sans-serif' font-weight='700' font-size='9' fill='${grey}'>${words}</text>`;
  const picture = `<svg xmlns='http://www.w3.org/2000/svg' width='${width}' height='9'>${circle}${text}</svg>`;
  return [
    ['--end-sign', `url("data:image/svg+xml,${encodeURIComponent(picture)}")`],
    ['--end-width', `${width}px`],
  ];
}

// Legible on light and dark paper alike: 3.9:1 and 4.7:1.
const grey = '#7d786f';

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
