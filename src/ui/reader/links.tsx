import { readerMessages } from '../../messages/reader.ts';
import { codebookOf } from '../../model/commands/lookup.ts';
import type { Annotation, Article } from '../../model/records.ts';
import { type LinkSeen, linksOf, paragraphAt, wordsOf } from '../../model/views/tags.ts';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import { type Place, type Places, placed } from './places.ts';
import styles from './reader.module.css';

const gutter = 18;

/** The links of the selected annotation: out in the leading, down the gutter, back in under the other end. */
export function Links({ places, article }: { readonly places: Places; readonly article: Article }) {
  const workspace = useWorkspace();
  const project = useWorkspaceState((state) => state.project);
  const selected = useWorkspaceState(({ session }) => session.selected);
  const annotation = selected === null ? undefined : project.annotations.get(selected);
  if (!annotation) return null;
  const from = firstLine(places, annotation);
  const links = linksOf(project, annotation.id).flatMap((link, index) => {
    const to = firstLine(places, link.other);
    return from && to ? [{ link, index, to }] : [];
  });
  if (!from || links.length === 0) return null;
  const label = ({ relation }: LinkSeen) =>
    codebookOf(project, annotation.codebook).relations.find(({ id }) => id === relation.type)?.label ?? relation.type;
  const hidden = links.flatMap(({ link, to }) => ({ link, side: offScreen(places, to) })).filter(({ side }) => side !== null);
  return (
    <>
      <svg className={styles.links} aria-hidden="true">
        {links.map(({ link, index, to }) => (
          <g key={link.relation.id}>
            <path d={path(from, to, gutter + index * 6)} />
            <text
              x={-gutter - index * 6 - 6}
              y={(from.top + to.top) / 2 + 20}
              textAnchor="middle"
              transform={`rotate(-90 ${-gutter - index * 6 - 6} ${(from.top + to.top) / 2 + 20})`}
            >
              {Math.abs(from.top - to.top) > 60 ? label(link) : ''}
            </text>
          </g>
        ))}
      </svg>
      <div className={styles.pills}>
        {hidden.map(({ link, side }) => (
          <button
            key={link.relation.id}
            type="button"
            data-side={side}
            onClick={() => workspace.perform('select-annotation', { annotation: link.other.id })}
          >
            {readerMessages.offScreen(
              side === 'above',
              wordsOf(link.other).slice(0, 24),
              paragraphAt(article, link.other.text, link.other.segments[0].start),
            )}
          </button>
        ))}
      </div>
    </>
  );
}

function firstLine(places: Places, { id }: Annotation): Place | null {
  const mark = places.article.querySelector(`mark[data-annotation~="${id}"]`);
  return (mark && placed(places, mark.getClientRects())[0]) ?? null;
}

// Lines run in the leading, 5 px below the marks' own lines, so that none goes through letters.
function path(from: Place, to: Place, out: number): string {
  const [start, end] = [from.top + from.height + 2, to.top + to.height + 2];
  return `M ${from.left + 8} ${start} H ${-out} V ${end} H ${to.left + 8}`;
}

function offScreen({ article, scroller }: Places, place: Place): 'above' | 'below' | null {
  const top = article.getBoundingClientRect().top + place.top;
  const view = scroller.getBoundingClientRect();
  if (top + place.height < view.top) return 'above';
  return top > view.bottom ? 'below' : null;
}
