import { useMemo, useState } from 'react';
import { panelMessages } from '../../messages/panel.ts';
import { registerMessages as words } from '../../messages/register.ts';
import type { Article, Entity } from '../../model/records.ts';
import { byArticle, everything, type Statement, type StatementFilter, type StatementsIn } from '../../model/views/statements.ts';
import { paragraphAt, startOf } from '../../model/views/tags.ts';
import { shortWords } from '../panel/annotation-list.tsx';
import styles from '../panel/panel.module.css';
import { useWorkspace, useWorkspaceState } from '../use-workspace.ts';
import own from './register.module.css';
import { StatementFilters } from './statement-filters.tsx';

// What is drawn at once; a list of thousands would keep the browser busy.
const atOnce = 100;

interface Props {
  readonly entity: Entity;
  readonly statements: readonly Statement[];
  /** False while more may come. */
  readonly whole: boolean;
  /** How many are not shown yet, because they are in sets that were to be made without this one. */
  readonly hidden: number;
}

/** Every claim and quote by one source in the whole project, by article, each a way to its words. */
export function Statements({ entity, statements, whole, hidden }: Props) {
  const articles = useWorkspaceState(({ project }) => project.articles);
  const [filter, setFilter] = useState<StatementFilter>(everything);
  const [shown, setShown] = useState(atOnce);
  const groups = useMemo(() => byArticle(statements, articles, filter), [statements, articles, filter]);
  const count = groups.reduce((sum, group) => sum + group.statements.length, 0);
  const said = words.statementsCount(count, statements.length);
  return (
    <section className={own.panel} aria-label={panelMessages.allBy(entity.name)}>
      <div className={own.head}>
        <h3>{words.statements}</h3>
        <span role="status" className={own.count}>
          {whole ? said : `${said} ${words.reading}`}
        </span>
      </div>
      {statements.length > 0 ? <StatementFilters statements={statements} filter={filter} onChange={setFilter} /> : null}
      {whole && statements.length + hidden === 0 ? <p className={styles.muted}>{words.none}</p> : null}
      {hidden > 0 ? <p className={styles.muted}>{words.hidden(hidden)}</p> : null}
      {statements.length > 0 && count === 0 ? (
        <p className={own.row}>
          <span className={styles.muted}>{words.noneFits}</span>
          <button type="button" className="button small" onClick={() => setFilter(everything)}>
            {words.clear}
          </button>
        </p>
      ) : null}
      {firstOf(groups, shown).map((group) => (
        <Group key={group.article.id} group={group} />
      ))}
      {count > shown ? (
        <button type="button" className="button small" onClick={() => setShown(shown + atOnce)}>
          {words.more(Math.min(atOnce, count - shown))}
        </button>
      ) : null}
    </section>
  );
}

/** The groups with the first so many statements of all. */
function firstOf(groups: readonly StatementsIn[], limit: number): StatementsIn[] {
  let left = limit;
  return groups.flatMap(({ article, statements }) => {
    const some = statements.slice(0, Math.max(0, left));
    left -= some.length;
    return some.length === 0 ? [] : [{ article, statements: some }];
  });
}

function Group({ group: { article, statements } }: { readonly group: StatementsIn }) {
  return (
    <div className={own.group}>
      <h4>
        <bdi>{article.title}</bdi>
        <span className={own.count}>
          {[article.publisher, article.date ?? words.undated].filter((one) => one !== undefined).join(', ')}
        </span>
      </h4>
      <ul className={styles.list} aria-label={article.title}>
        {statements.map((statement) => (
          <Line key={statement.tag.id} statement={statement} article={article} />
        ))}
      </ul>
    </div>
  );
}

function Line({ statement: { tag, way }, article }: { readonly statement: Statement; readonly article: Article }) {
  const workspace = useWorkspace();
  const selected = useWorkspaceState(({ session }) => session.selected === tag.id);
  const place = words.paragraph(paragraphAt(article, tag.text, startOf(tag)));
  return (
    <li>
      <button
        type="button"
        className={styles.item}
        data-type={tag.type}
        aria-current={selected ? 'true' : undefined}
        onClick={() => workspace.perform('go-to-finding', { article: article.id, annotation: tag.id })}
      >
        <span className="chip" aria-hidden="true">
          {tag.type.charAt(0).toUpperCase()}
        </span>
        <span className={own.said}>
          <bdi>{shortWords(tag)}</bdi>
          <span>{`${words.way(way)}, ${place}`}</span>
        </span>
      </button>
    </li>
  );
}
