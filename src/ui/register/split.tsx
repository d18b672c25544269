import { type FormEvent, useMemo, useState } from 'react';
import { registerMessages as words } from '../../messages/register.ts';
import type { Annotation, Article, Entity, Id } from '../../model/records.ts';
import { homesOf } from '../../model/views/statements.ts';
import { paragraphAt, startOf } from '../../model/views/tags.ts';
import { shortWords } from '../panel/annotation-list.tsx';
import styles from '../panel/panel.module.css';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import own from './register.module.css';

interface Props {
  readonly entity: Entity;
  readonly mentions: readonly Annotation[];
  readonly canSign: boolean;
}

// More than anybody ticks one by one.
const atOnce = 100;

/** The mentions of an entry, each a way to its words, to be ticked where they are somebody else. */
export function Split({ entity, mentions, canSign }: Props) {
  const workspace = useWorkspace();
  const articles = useWorkspaceState(({ project }) => project.articles);
  const homes = useMemo(() => homesOf(articles), [articles]);
  const [ticked, setTicked] = useState<ReadonlySet<Id>>(new Set());
  const [name, setName] = useState('');
  const [shown, setShown] = useState(atOnce);
  const chosen = mentions.filter(({ id }) => ticked.has(id)).map(({ id }) => id);
  const toggle = (id: Id) =>
    setTicked((before) => (before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id])));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    workspace.perform('split-entry', { entity: entity.id, mentions: chosen, name });
    setTicked(new Set());
    setName('');
  };
  return (
    <form className={own.form} onSubmit={submit}>
      <p className={styles.muted}>{words.splitHelp}</p>
      <ul className={own.picks} aria-label={words.mentions}>
        {mentions.slice(0, shown).map((mention) => (
          <Mention
            key={mention.id}
            mention={mention}
            article={homes.get(mention.text)}
            ticked={ticked.has(mention.id)}
            onToggle={() => toggle(mention.id)}
          />
        ))}
      </ul>
      {mentions.length > shown ? (
        <button type="button" className="button small" onClick={() => setShown(shown + atOnce)}>
          {words.more(Math.min(atOnce, mentions.length - shown))}
        </button>
      ) : null}
      <label className="field">
        <span>{words.splitName}</span>
        <input data-draft="" dir="auto" value={name} disabled={!canSign} onChange={(event) => setName(event.target.value)} />
      </label>
      <p>
        <button type="submit" className="button" disabled={!canSign || chosen.length === 0 || name.trim() === ''}>
          {words.doSplit(chosen.length)}
        </button>
      </p>
    </form>
  );
}

interface MentionProps {
  readonly mention: Annotation;
  readonly article: Article | undefined;
  readonly ticked: boolean;
  readonly onToggle: () => void;
}

function Mention({ mention, article, ticked, onToggle }: MentionProps) {
  const workspace = useWorkspace();
  if (!article) return null;
  const [{ prefix, suffix }] = mention.segments;
  const place = `${article.title}, ${words.paragraph(paragraphAt(article, mention.text, startOf(mention)))}`;
  return (
    <li className={own.pick}>
      <input type="checkbox" checked={ticked} aria-label={words.statement(shortWords(mention), article.title, place)} onChange={onToggle} />
      <button
        type="button"
        className={styles.item}
        data-type="source"
        onClick={() => workspace.perform('go-to-finding', { article: article.id, annotation: mention.id })}
      >
        <span className={own.said}>
          <bdi>
            …{prefix.replaceAll(/\s+/gu, ' ')}
            <b>{shortWords(mention)}</b>
            {suffix.replaceAll(/\s+/gu, ' ')}…
          </bdi>
          <span>{place}</span>
        </span>
      </button>
    </li>
  );
}
