import { evidenceMessages as said } from '../../messages/evidence.ts';
import type { Project } from '../../model/project.ts';
import type { Entity } from '../../model/records.ts';
import { byArticle, everything, saidBy } from '../../model/views/statements.ts';
import { paragraphAt, startOf } from '../../model/views/tags.ts';
import { markup } from './markup.ts';
import { factList, pageOf, tableOf } from './page.ts';
import { statementCells } from './statement.ts';

/** The sheet of an entry of the register: everything it says, article by article, with hashes of the texts; `null` where it says nothing. */
export function sourceSheet(project: Project, entity: Entity, application: string): string | null {
  const { facts } = said;
  const all = { annotations: [...project.annotations.values()], relations: [...project.relations.values()] };
  const groups = byArticle(saidBy(all, entity.id).statements, project.articles, everything);
  if (groups.length === 0) return null;
  const { paragraph, type, words, source, path, status } = said.columns;
  const tables = groups.map(({ article, statements }) => {
    const rows = statements.map(({ tag }) => [paragraphAt(article, tag.text, startOf(tag)) ?? '', ...statementCells(project, tag)]);
    const known = [...new Set(statements.map(({ tag }) => tag.text))].join(', ');
    const about = factList([
      [facts.publisher, article.publisher],
      [facts.date, article.date],
      [facts.url, article.url],
      [facts.hash, known],
    ]);
    return markup`<h2 dir="auto">${article.title || said.untitled}</h2>\n${about}${tableOf([paragraph, type, words, source, path, status], rows)}`;
  });
  const about = factList([
    [facts.kind, entity.kind],
    [facts.affiliation, entity.affiliation],
    [facts.aliases, entity.aliases.join(', ')],
    [facts.identifiers, entity.identifiers.join(', ')],
    [facts.application, application],
  ]);
  return pageOf(said.title(entity.name), 'und', [markup`<h1 dir="auto">${entity.name}</h1>\n${about}`, ...tables]);
}
