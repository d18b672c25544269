import { checkMessages } from '../../messages/checks.ts';
import { evidenceMessages as said } from '../../messages/evidence.ts';
import { formatMessages } from '../../messages/formats.ts';
import { peopleMessages } from '../../messages/people.ts';
import type { Finding } from '../../model/checks/finding.ts';
import { grouped } from '../../model/grouped.ts';
import type { Project } from '../../model/project.ts';
import type { Annotation, Article, Id, TextRecord, TextVersion } from '../../model/records.ts';
import { firstWords } from '../../model/views/first-words.ts';
import { lanesOf, runsOf } from '../../model/views/runs.ts';
import { endOf, startOf } from '../../model/views/tags.ts';
import { blocksOf } from '../../text/blocks.ts';
import { type Markup, markup } from './markup.ts';
import { factList, pageOf, tableOf } from './page.ts';
import { statementCells } from './statement.ts';

/** What a sheet of one version of an article is made of. */
export interface ArticleMatter {
  readonly project: Project;
  readonly article: Article;
  readonly version: TextVersion;
  readonly text: TextRecord;
  /** All tags on it. */
  readonly tags: readonly Annotation[];
  /** What the checks report of it. */
  readonly findings: readonly Finding[];
  readonly application: string;
}

/** The sheet of an article: its words with numbered tags, statements and their sources, open questions, where all of it comes from. */
export function articleSheet(matter: ArticleMatter): string {
  const { article, text } = matter;
  const tags = [...matter.tags].sort((a, b) => startOf(a) - startOf(b) || endOf(b) - endOf(a) || (a.id < b.id ? -1 : 1));
  const numbers = new Map(tags.map(({ id }, index) => [id, index + 1]));
  const title = article.title || said.untitled;
  return pageOf(said.title(title), article.language, [
    markup`<h1 dir="auto">${title}</h1>\n${factsOf(article)}<h2>${said.article}</h2>\n<p>${said.legend}</p>\n`,
    markup`<div class="text" dir="${article.direction}">\n${wordsOf(matter, tags, numbers)}</div>\n`,
    markup`<h2>${said.statements}</h2>\n${statementsOf(matter, tags, numbers)}`,
    markup`<h2>${said.questions}</h2>\n${questionsOf(matter.findings, text, numbers)}`,
    markup`<h2>${said.provenance}</h2>\n${provenanceOf(matter)}`,
  ]);
}

function factsOf({ byline, publisher, date, url, language }: Article): Markup {
  const { facts } = said;
  return factList([
    [facts.byline, byline],
    [facts.publisher, publisher],
    [facts.date, date],
    [facts.url, url],
    [facts.language, language],
  ]);
}

type Numbers = ReadonlyMap<Id, number>;

function wordsOf({ text, version }: ArticleMatter, tags: readonly Annotation[], numbers: Numbers): Markup[] {
  const { content } = text;
  if (content === undefined) return [markup`<p>${said.withheld(text.withheld ?? '')}</p>\n`];
  const lanes = lanesOf(tags);
  return blocksOf(content, version.zones).map((block) => {
    const runs = runsOf(block, tags, lanes).map((run) => {
      const begin = run.tags
        .filter(({ annotation, first }) => first && startOf(annotation) === run.start)
        .map(({ annotation }) => annotation);
      const marks = begin
        .map(({ id }) => numbers.get(id) ?? 0)
        .sort((a, b) => a - b)
        .map((number) => markup`<sup>${number}</sup>`);
      const inside = markup`${content.slice(run.start, run.end)}`;
      // The smallest tag is innermost.
      return markup`${marks}${run.tags.reduce((inner, { annotation }) => markup`<mark class="${lineOf(annotation)}">${inner}</mark>`, inside)}`;
    });
    return markup`<p class="${block.zone?.kind ?? 'rest'}">${runs}</p>\n`;
  });
}

const lineOf = ({ type }: Annotation): string => (['claim', 'quote', 'source'].includes(type) ? type : 'other');

function statementsOf({ project }: ArticleMatter, tags: readonly Annotation[], numbers: Numbers): Markup {
  const statements = tags.filter(({ type }) => type !== 'source');
  if (statements.length === 0) return markup`<p>${said.nothing}</p>\n`;
  const { number, type, words, source, path, status, note, by } = said.columns;
  const rows = statements.map((tag) => [
    ...[numbers.get(tag.id) ?? 0, ...statementCells(project, tag), tag.note ?? '', nameOf(project, tag.author)],
  ]);
  return tableOf([number, type, words, source, path, status, note, by], rows);
}

const nameOf = ({ authors }: Project, author: Id): string => authors.get(author)?.name || formatMessages.unnamed;

// As much as tells one place from another in a list.
const shownLength = 80;

function questionsOf(findings: readonly Finding[], { content = '' }: TextRecord, numbers: Numbers): Markup {
  if (findings.length === 0) return markup`<p>${said.noQuestions}</p>\n`;
  const items = findings.map(({ annotation, start, end, message, params }) => {
    const words = firstWords(content.slice(start, end), shownLength);
    const sentence = checkMessages.sentence(message, params);
    return markup`<li><bdi>${said.question(numbers.get(annotation ?? '') ?? null, words, sentence)}</bdi></li>\n`;
  });
  return markup`<ul>\n${items}</ul>\n`;
}

function provenanceOf({ project, version, text, tags, application }: ArticleMatter): Markup {
  const { facts } = said;
  const people = [...grouped(tags, ({ set }) => set)].map(([id, own]): [string, string] => {
    const set = project.sets.get(id);
    return [facts.people, said.person(nameOf(project, set?.author ?? ''), peopleMessages.setCounts(own.length), set?.basis ?? '')];
  });
  return factList([
    [facts.hash, text.id],
    [facts.length, said.units(text.length)],
    [facts.encoding, text.encoding],
    [facts.added, version.added],
    ...people,
    [facts.codebooks, [...new Set(tags.map(({ codebook }) => codebook))].join(', ')],
    [facts.application, application],
  ]);
}
