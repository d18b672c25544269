import { articleDate } from './article-date.ts';

const agencies =
  /^(?:the )?(?:AFP|Agence France-Presse|AP|Associated Press|Reuters|TASS|ТАСС|Xinhua|新华社|dpa|EFE|ANSA|PTI|Interfax|Интерфакс|RIA Novosti|РИА Новости|Kyodo|Yonhap|Bloomberg|UPI|APA|KNA|epd|Anadolu(?: Agency)?|وكالات|أ ف ب|رويترز)$/iu;

const openings = /^(?:by|von|par|por|di|door|автор:?|бз|by:|written by|بقلم:?|كتبه?:?|作者[:：]?|记者[:：]?|文[/／:：])\s*(?=\S)/iu;

/** Who an article says wrote it. `name` is without "By"; `sure` when the line says so; `date` when it stands on the same line. */
export interface Byline {
  readonly name: string;
  readonly sure: boolean;
  readonly date: string | null;
}

/** The byline a line is; `null` when it is none. */
export function bylineIn(line: string): Byline | null {
  if (line.length > 160) return null;
  const [, who = line, when = ''] = /^(.*?)\s*[|•·–—]\s*(.+)$/u.exec(line) ?? [];
  const date = articleDate(when);
  const words = date === null ? line : who;
  const opening = openings.exec(words)?.[0];
  if (opening === undefined) return agencyIn(words) ? { name: words, sure: false, date } : null;
  const name = words.slice(opening.length).trim();
  return isName(name) ? { name, sure: true, date } : null;
}

/** True when the name is that of a news agency. */
export function agencyIn(name: string): boolean {
  return agencies.test(name.trim());
}

// "By" also begins sentences: a name is short, has no final stop, and its first word is no lower-case one.
function isName(words: string): boolean {
  return words.split(/\s+/u).length <= 14 && !/[.!?]$/u.test(words.replace(/\b\p{Lu}\.$/u, '')) && !/^\p{Ll}/u.test(words);
}
