import type { Grammar } from './grammar.ts';
import { arabic } from './grammars/arabic.ts';
import { chinese } from './grammars/chinese.ts';
import { english } from './grammars/english.ts';
import { french } from './grammars/french.ts';
import { german } from './grammars/german.ts';
import { russian } from './grammars/russian.ts';
import { spanish } from './grammars/spanish.ts';

const grammars: Readonly<Record<string, Grammar>> = {
  ar: arabic,
  de: german,
  en: english,
  es: spanish,
  fr: french,
  ru: russian,
  zh: chinese,
};

/** The grammar of a language (BCP 47, the region does not matter); `null` where there is none: then colons and neighbours alone speak. */
export function grammarOf(language: string): Grammar | null {
  return grammars[language.split('-')[0] ?? ''] ?? null;
}
