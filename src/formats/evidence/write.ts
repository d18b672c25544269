import { findingsInProject } from '../../model/checks/project.ts';
import { grouped } from '../../model/grouped.ts';
import type { PackageContents } from '../../model/package-contents.ts';
import { projectOf } from '../../model/project-of.ts';
import type { FormatFile, WriteChoice, Written } from '../format.ts';
import { textFile } from '../json-file.ts';
import { type Loss, lossesOf } from '../losses.ts';
import { articleSheet } from './article.ts';
import { sourceSheet } from './source.ts';

/** Evidence sheets: a page for each version of an article that has tags or is the newest, and one for each entry of the register that says something. */
export function writeEvidence(contents: PackageContents, { application }: WriteChoice): Written {
  const project = projectOf(contents);
  const tags = grouped(project.annotations.values(), ({ text }) => text);
  const open = findingsInProject(project).filter(({ acknowledged }) => acknowledged === null);
  const findings = grouped(open, ({ article }) => article);
  const articles = [...project.articles.values()].flatMap((article) =>
    article.versions.flatMap((version): FormatFile[] => {
      const [text, own = []] = [project.texts.get(version.text), tags.get(version.text)];
      if (!text || (own.length === 0 && version !== article.versions.at(-1))) return [];
      const ids = new Set(own.map(({ id }) => id));
      const here =
        findings
          .get(article.id)
          ?.filter(({ annotation }) => (annotation === null ? version === article.versions.at(-1) : ids.has(annotation))) ?? [];
      const sheet = articleSheet({ project, article, version, text, tags: own, findings: here, application });
      return [textFile(`article-${article.id}-${version.text.slice(0, 8)}.html`, sheet)];
    }),
  );
  const sources = [...project.entities.values()].flatMap((entity): FormatFile[] => {
    const sheet = sourceSheet(project, entity, application);
    return sheet === null ? [] : [textFile(`source-${entity.id}.html`, sheet)];
  });
  const losses: Loss[] = [...lossesOf(contents, ['journal', 'undecided']), { facet: 'one-way', count: contents.annotations?.length ?? 0 }];
  return { files: [...articles, ...sources], losses };
}
