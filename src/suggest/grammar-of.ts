import type { Grammar } from './grammar.ts';
import { english } from './grammars/english.ts';

const grammars: Readonly<Record<string, Grammar>> = { en: english };

/** The grammar of a language (BCP 47, the region does not matter); `null` where there is none. */
export function grammarOf(language: string): Grammar | null {
  return grammars[language.split('-')[0] ?? ''] ?? null;
}
