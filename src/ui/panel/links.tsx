import { X } from 'lucide-react';
import { panelMessages as words } from '../../messages/panel.ts';
import { codebookOf } from '../../model/commands/lookup.ts';
import type { Annotation } from '../../model/records.ts';
import { type LinkSeen, linksOf } from '../../model/views/tags.ts';
import { KeyCap } from '../key-cap.tsx';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import { shortWords } from './annotation-list.tsx';
import styles from './panel.module.css';

const speakers = new Set(['said-by', 'claimed-by']);

/** One sentence to edit: said by Kim via KCNA + via. */
export function Statement({ annotation }: { readonly annotation: Annotation }) {
  const workspace = useWorkspace();
  const project = useWorkspaceState((state) => state.project);
  const links = linksOf(project, annotation.id).filter(({ direction }) => direction === 'out');
  const sources = links.filter(({ relation }) => speakers.has(relation.type));
  const relays = links.filter(({ relation }) => relation.type === 'relayed-via');
  const own = annotation.attributes.voice === 'article';
  return (
    <p className={styles.statement}>
      {words.statement(annotation.type)}{' '}
      {sources.map(({ relation, other }) => (
        <SourceButton key={relation.id} source={other} />
      ))}
      {sources.length === 0 ? (
        <button type="button" className="button small" onClick={() => workspace.perform('link-speaker')}>
          {own ? words.ownVoice : words.nobody}
          <KeyCap action="link-speaker" />
        </button>
      ) : null}
      {relays.map(({ relation, other }) => (
        <span key={relation.id}>
          {' '}
          {words.via} <SourceButton source={other} />
        </span>
      ))}{' '}
      <button type="button" className="button plain small" onClick={() => workspace.perform('link-relay')}>
        {words.addVia}
        <KeyCap action="link-relay" />
      </button>
    </p>
  );
}

function SourceButton({ source }: { readonly source: Annotation }) {
  const workspace = useWorkspace();
  return (
    <button
      type="button"
      className="button small"
      data-type="source"
      onClick={() => workspace.perform('select-annotation', { annotation: source.id })}
    >
      <bdi>{shortWords(source)}</bdi>
    </button>
  );
}

/** All links of an annotation, each with the words at the other end. */
export function LinkList({ annotation }: { readonly annotation: Annotation }) {
  const workspace = useWorkspace();
  const project = useWorkspaceState((state) => state.project);
  const links = linksOf(project, annotation.id);
  const label = ({ relation, direction }: LinkSeen) => {
    const name = codebookOf(project, annotation.codebook).relations.find(({ id }) => id === relation.type)?.label ?? relation.type;
    return direction === 'out' ? name : words.incoming(name);
  };
  return (
    <div>
      <h3 className="label">{words.links}</h3>
      {links.length === 0 ? <p className={styles.muted}>{words.noLinks}</p> : null}
      <ul className={styles.links}>
        {links.map((link) => (
          <li key={link.relation.id}>
            <span className={styles.muted}>{label(link)}</span>
            <button
              type="button"
              className="button plain small"
              data-type={link.other.type}
              onClick={() => workspace.perform('select-annotation', { annotation: link.other.id })}
            >
              <bdi>{shortWords(link.other)}</bdi>
            </button>
            <button
              type="button"
              className="button plain small"
              aria-label={words.removeLink(label(link), shortWords(link.other))}
              onClick={() => workspace.perform('unlink', { relation: link.relation.id })}
            >
              <X size={14} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className="button plain small flush" onClick={() => workspace.perform('link-other')}>
        {words.linkHead('…')}
        <KeyCap action="link-other" />
      </button>
    </div>
  );
}
