// Articles, and what opens a reported clause: they may stand before a statement or not, and it is the same statement.
const words: Readonly<Record<string, string>> = {
  en: 'the a an that to',
  de: 'der die das den dem des ein eine einen einem einer eines dass daß zu',
  fr: 'le la les l un une des du de que qu d',
  es: 'el la los las un una unos unas que',
  it: 'il lo la i gli le l un uno una che',
  pt: 'o a os as um uma uns umas que',
  nl: 'de het een dat te',
  sv: 'en ett den det de att',
  ru: 'что',
  uk: 'що',
  pl: 'że',
  el: 'ο η το οι τα ένας μια ένα ότι πως',
  ar: 'أن إن',
  he: 'כי',
};
const sets = new Map(Object.entries(words).map(([language, list]) => [language, new Set(list.split(' '))]));

/** True where each of these words is an article of the language (BCP 47), or opens a reported clause in it. */
export function areLeadingWords(language: string, list: readonly string[]): boolean {
  const known = sets.get(language.split('-')[0] ?? '');
  return list.every((word) => known?.has(word.toLocaleLowerCase(language === 'und' ? 'en' : language)) ?? false);
}
