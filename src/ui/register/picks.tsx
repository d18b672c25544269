import { registerMessages as messages } from '../../messages/register.ts';
import type { Place } from '../../workspace/register/places.ts';
import styles from '../panel/panel.module.css';
import { useWorkspaceState } from '../use-workspace.ts';
import own from './register.module.css';

/** Tells places apart. */
export const keyOf = ({ text, stretch }: Place): string => `${text} ${stretch.start}`;

interface Props {
  readonly label: string;
  readonly words: string;
  readonly places: readonly Place[];
  /** What is said where there are none. */
  readonly none: string;
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (places: readonly Place[], on: boolean) => void;
}

/** Places to tick, each with its sentence. */
export function Picks({ label, words, places, none, ticked, onTick }: Props) {
  const articles = useWorkspaceState(({ project }) => project.articles);
  const openArticle = useWorkspaceState(({ session }) => session.article);
  if (places.length === 0) return <p className={styles.muted}>{none}</p>;
  const all = places.every((place) => ticked.has(keyOf(place)));
  return (
    <>
      <ul className={own.picks} aria-label={label}>
        {places.map((place) => (
          <li key={keyOf(place)}>
            <label className={own.pick}>
              <input type="checkbox" checked={ticked.has(keyOf(place))} onChange={(event) => onTick([place], event.target.checked)} />
              <span className={own.said}>
                <bdi>
                  {place.sentence.slice(0, place.at)}
                  <mark>{words}</mark>
                  {place.sentence.slice(place.at + words.length)}
                </bdi>
                {place.article === openArticle ? null : <span>{articles.get(place.article)?.title}</span>}
              </span>
            </label>
          </li>
        ))}
      </ul>
      {places.length > 1 ? (
        <p>
          <button type="button" className="button small plain flush" onClick={() => onTick(places, !all)}>
            {all ? messages.tickNone : messages.tickAll}
          </button>
        </p>
      ) : null}
    </>
  );
}
