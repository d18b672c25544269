import { useState } from 'react';
import { panelMessages } from '../../messages/panel.ts';
import { registerMessages as words } from '../../messages/register.ts';
import { contentOf } from '../../model/commands/lookup.ts';
import type { PlacesOn } from '../../model/commands/tag-same-words.ts';
import type { Annotation, Article } from '../../model/records.ts';
import { annotationsInOrder, wordsOf } from '../../model/views/tags.ts';
import type { Stretch } from '../../text/stretch.ts';
import { type Place, untaggedPlaces } from '../../workspace/register/places.ts';
import { openArticle, writable } from '../../workspace/session.ts';
import { shortWords } from '../panel/annotation-list.tsx';
import styles from '../panel/panel.module.css';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import { keyOf, Picks } from './picks.tsx';
import own from './register.module.css';

/** Where the words of the selected tag stand untagged, each with its sentence, to be ticked and tagged as it is. */
export function SameWordsPanel() {
  const tag = useWorkspaceState(({ project, session }) => project.annotations.get(session.selected ?? ''));
  const article = useWorkspaceState(openArticle);
  return (
    <div className={own.panel}>
      <h2>{panelMessages.sameWords}</h2>
      {tag && article && tag.segments.length === 1 ? (
        <Places key={tag.id} tag={tag} article={article} />
      ) : (
        <p className={styles.muted}>{words.noTag}</p>
      )}
    </div>
  );
}

function Places({ tag, article }: { readonly tag: Annotation; readonly article: Article }) {
  const workspace = useWorkspace();
  const project = useWorkspaceState((state) => state.project);
  const canWrite = useWorkspaceState(writable);
  const elsewhere = useWorkspaceState(({ register }) => (register.elsewhere?.annotation === tag.id ? register.elsewhere : null));
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const inText = annotationsInOrder(project, tag.text, tag.set);
  const here = untaggedPlaces(tag, article, tag.text, contentOf(project, tag.text), inText);
  const there = elsewhere?.places ?? [];
  const chosen = [...here, ...there].filter((place) => ticked.has(keyOf(place)));
  const tick = (places: readonly Place[], on: boolean) => {
    const keys = new Set(places.map(keyOf));
    setTicked((before) => new Set([...[...before].filter((key) => !keys.has(key)), ...(on ? keys : [])]));
  };
  return (
    <form
      className={own.form}
      onSubmit={(event) => {
        event.preventDefault();
        workspace.perform('tag-same-words', { annotation: tag.id, places: placesOn(chosen) });
        setTicked(new Set());
      }}
    >
      <p className={styles.muted}>{words.sameWordsOf(shortWords(tag))}</p>
      <h3>{words.here}</h3>
      <Picks label={words.here} words={wordsOf(tag)} places={here} none={words.noneHere} ticked={ticked} onTick={tick} />
      <h3>{words.elsewhere}</h3>
      {elsewhere ? (
        <Picks
          label={words.elsewhere}
          words={wordsOf(tag)}
          places={there}
          none={elsewhere.whole ? words.noneElsewhere : words.reading}
          ticked={ticked}
          onTick={tick}
        />
      ) : (
        <p>
          <button type="button" className="button small" onClick={() => workspace.perform('look-elsewhere')}>
            {words.lookElsewhere}
          </button>
        </p>
      )}
      <p className={own.foot}>
        <button type="submit" className="button primary" disabled={!canWrite || chosen.length === 0}>
          {words.tagCount(chosen.length)}
        </button>
      </p>
    </form>
  );
}

/** The chosen places by text, the open one first. */
function placesOn(places: readonly Place[]): PlacesOn[] {
  const by = new Map<string, Stretch[]>();
  for (const { text, stretch } of places) by.set(text, [...(by.get(text) ?? []), stretch]);
  return [...by].map(([text, stretches]) => ({ text, stretches }));
}
