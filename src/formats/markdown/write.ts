import { formatMessages as said } from '../../messages/formats.ts';
import type { PackageContents } from '../../model/package-contents.ts';
import type { Project } from '../../model/project.ts';
import { projectOf } from '../../model/project-of.ts';
import type { Annotation, Article } from '../../model/records.ts';
import { citationOf } from '../../model/views/citation.ts';
import { startOf } from '../../model/views/tags.ts';
import type { Written } from '../format.ts';
import { grouped } from '../grouped.ts';
import { textFile } from '../json-file.ts';
import { type Loss, lossesOf } from '../losses.ts';

/** One Markdown file for people to read: each article with its statements, who makes them and by which way, in the order of the text. */
export function writeMarkdown(contents: PackageContents): Written {
  const project = projectOf(contents);
  const losses: Loss[] = [...lossesOf(contents, ['journal', 'undecided']), { facet: 'one-way', count: contents.annotations?.length ?? 0 }];
  const tags = grouped(project.annotations.values(), ({ text }) => text);
  const articles = [...project.articles.values()].flatMap((article) => articleLines(project, article, tags));
  const lost = losses.map(({ facet, count }) => `- ${plain(said.loss(facet, count))}`);
  const lines = [...articles, `## ${said.lossesTitle}`, '', ...lost];
  return { files: [textFile('statements.md', `${lines.join('\n')}\n`)], losses };
}

function articleLines(project: Project, article: Article, tags: ReadonlyMap<string, readonly Annotation[]>): string[] {
  const version = article.versions.at(-1) ?? article.versions[0];
  const all = article.versions.flatMap(({ text }) => tags.get(text) ?? []);
  const sets = grouped(
    all.sort((a, b) => startOf(a) - startOf(b)),
    ({ set }) => set,
  );
  const facts = [article.byline, article.publisher, article.date, article.url].filter((fact) => fact !== undefined);
  const lists = [...sets].flatMap(([set, own]) => setLines(project, article, set, own));
  return [`# ${plain(article.title)}`, '', ...facts.map((fact) => `- ${plain(fact)}`), `- SHA-256: ${version.text}`, '', ...lists];
}

function setLines(project: Project, article: Article, set: string, tags: readonly Annotation[]): string[] {
  const name = project.authors.get(project.sets.get(set)?.author ?? '')?.name || said.unnamed;
  const items = tags.flatMap((tag) => {
    const label = project.codebooks.get(tag.codebook)?.types.find(({ id }) => id === tag.type)?.label ?? tag.type;
    const note = tag.note === undefined ? [] : [`  - ${plain(tag.note)}`];
    return [`- **${plain(label)}** ${plain(citationOf(project, article, tag))}`, ...note];
  });
  return [`## ${plain(name)}`, '', ...items, ''];
}

/** Words on one line that Markdown shows as they are. */
const plain = (words: string): string => words.replaceAll(/\s+/gu, ' ').replaceAll(/[!-/:-@[-`{-~]/gu, '\\$&');
