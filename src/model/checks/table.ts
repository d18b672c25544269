import { currentCodebook } from '../commands/lookup.ts';
import type { Project } from '../project.ts';
import type { Article, Id, TextVersion } from '../records.ts';
import { acknowledgementOf } from './acknowledged.ts';
import { attentionChecks } from './attention.ts';
import { attributionChecks } from './attribution.ts';
import type { Check, Finding, Level } from './finding.ts';
import { linkChecks } from './links.ts';
import { placeChecks } from './places.ts';
import { quotationChecks } from './quotations.ts';
import { subjectOf } from './subject.ts';

/** Every check there is; the codebook says which of them are made, and how grave each is. */
export const checks: readonly Check[] = [...attributionChecks, ...linkChecks, ...placeChecks, ...quotationChecks, ...attentionChecks];

const order: readonly Level[] = ['error', 'warning', 'hint'];

/** What is checked. `set` is `null` where nobody has tagged the text. */
export interface Checked {
  readonly article: Article;
  readonly version: TextVersion;
  readonly set: Id | null;
  /** True where all tags of the project are in memory: then a link to one that is not there leads nowhere. */
  readonly whole?: boolean;
}

/** All findings about one set's tags on one text of an article: errors first, then warnings and hints, each in the order of the text. */
export function findingsIn(project: Project, { article, version, set, whole = false }: Checked): Finding[] {
  const subject = subjectOf(project, article, version, set, whole);
  const levels = new Map(currentCodebook(project).checks.map(({ id, level }) => [id, level]));
  const hasText = project.texts.get(version.text)?.content !== undefined;
  const findings = checks.flatMap(({ id, needsText, find }) => {
    const level = levels.get(id);
    if (level === undefined || (needsText && !hasText)) return [];
    return find(subject).map(({ annotation, stretch, message, params = {}, detail, fix = null }): Finding => {
      const key = detail === undefined ? id : `${id}/${detail}`;
      const acknowledged = acknowledgementOf({ article, annotation }, version.text, set, key);
      return {
        check: id,
        level,
        article: article.id,
        ...stretch,
        annotation: annotation?.id ?? null,
        key,
        message,
        params,
        fix,
        acknowledged,
      };
    });
  });
  return findings.sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level) || a.start - b.start || a.end - b.end);
}
