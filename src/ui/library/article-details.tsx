import { libraryMessages as words } from '../../messages/library.ts';
import { versionMessages } from '../../messages/versions.ts';
import type { Article, Zone } from '../../model/records.ts';
import type { ZoneKind } from '../../text/zone.ts';
import { openArticle, shownVersion } from '../../workspace/session.ts';
import styles from '../panel/panel.module.css';
import { useCanWrite, useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import { StatusSelect } from './status-select.tsx';

const textFields = ['title', 'byline', 'publisher', 'date', 'url', 'language'] as const;
const kinds: readonly ZoneKind[] = ['metadata', 'site-chrome', 'headline', 'byline', 'caption', 'credit', 'paragraph'];

/** Metadata and zones of the open article, to be corrected; the text itself stays as it is. */
export default function ArticleDetails() {
  const workspace = useWorkspace();
  const article = useWorkspaceState(openArticle);
  const version = useWorkspaceState(shownVersion);
  const text = useWorkspaceState(({ project }) => project.texts.get(version?.text ?? ''));
  const isNewest = useWorkspaceState(({ session }) => session.version === null);
  const canWrite = useCanWrite() && isNewest;
  if (!article || !version) return null;
  const change = (fields: Partial<Record<keyof Article, string | null>>) =>
    workspace.perform('edit-article', { article: article.id, fields });
  return (
    <section className={styles.section} key={article.id}>
      <h2>{words.details}</h2>
      <fieldset disabled={!canWrite} className={styles.plainFieldset}>
        <legend className="visually-hidden">{words.details}</legend>
        {textFields.map((field) => (
          <label key={field} className="field">
            <span>
              {words.fields[field]}
              {field === 'publisher' && article.publisherInferred ? ` (${words.inferred})` : ''}
            </span>
            <input
              type={field === 'date' ? 'date' : 'text'}
              dir="auto"
              key={article[field] ?? ''}
              defaultValue={article[field] ?? ''}
              onBlur={(event) => {
                if (event.target.value !== (article[field] ?? '')) change({ [field]: event.target.value || null });
              }}
            />
          </label>
        ))}
        <label className="field">
          <span>{words.fields.direction}</span>
          <select value={article.direction} onChange={(event) => change({ direction: event.target.value })}>
            <option value="ltr">{words.directions.ltr}</option>
            <option value="rtl">{words.directions.rtl}</option>
          </select>
        </label>
        <div className="field">
          <span aria-hidden="true">{words.fields.status}</span>
          <StatusSelect article={article} label={words.fields.status} />
        </div>
        <Zones article={article} zones={version.zones} text={text?.content ?? ''} />
      </fieldset>
      <p className={styles.muted}>
        {text?.encoding ? words.encoding(text.encoding) : null}
        <br />
        {words.hash} <code className={styles.hash}>{text?.id}</code>
      </p>
      <p className={styles.row}>
        <button type="button" className="button" onClick={() => workspace.perform('show-versions')}>
          {versionMessages.open}
        </button>
        <button
          type="button"
          className="button"
          disabled={!canWrite}
          onClick={() => workspace.perform('delete-article', { article: article.id })}
        >
          {words.delete}
        </button>
      </p>
    </section>
  );
}

interface ZonesProps {
  readonly article: Article;
  readonly zones: readonly Zone[];
  readonly text: string;
}

function Zones({ article, zones, text }: ZonesProps) {
  const workspace = useWorkspace();
  const change = (zone: Zone, kind: string) => {
    const next = zones.map((other) => (other === zone ? { ...zone, kind: kinds.find((known) => known === kind) ?? zone.kind } : other));
    workspace.perform('edit-zones', { article: article.id, zones: next });
  };
  return (
    <details>
      <summary>
        {words.zones} ({zones.length})
      </summary>
      <ol className={styles.zones}>
        {zones.map((zone) => {
          const start = text.slice(zone.start, Math.min(zone.end, zone.start + 40));
          return (
            <li key={zone.id}>
              <select
                className={styles.zoneKind}
                aria-label={words.zoneKind(start)}
                value={zone.kind}
                onChange={(event) => change(zone, event.target.value)}
              >
                {kinds.map((kind) => (
                  <option key={kind} value={kind}>
                    {words.zone(kind)}
                  </option>
                ))}
              </select>
              <bdi>{start}</bdi>
            </li>
          );
        })}
      </ol>
    </details>
  );
}
