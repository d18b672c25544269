import type { Project } from '../project.ts';
import type { Id } from '../records.ts';

/** Initials of the authors of sets, by set: up to two letters, and a number where two are the same. Without a name a question mark. */
export function initialsOf({ sets, authors }: Pick<Project, 'sets' | 'authors'>, ids: readonly Id[]): ReadonlyMap<Id, string> {
  const taken = new Map<string, number>();
  return new Map(
    ids.map((id) => {
      const letters = lettersOf(authors.get(sets.get(id)?.author ?? '')?.name ?? '');
      const count = (taken.get(letters) ?? 0) + 1;
      taken.set(letters, count);
      return [id, count === 1 ? letters : `${letters}${count}`] as const;
    }),
  );
}

function lettersOf(name: string): string {
  const letters = name
    .trim()
    .split(/\s+/u)
    .flatMap((word) => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? []);
  const chosen = letters.length > 1 ? [letters[0], letters.at(-1)] : letters;
  return chosen.join('').toLocaleUpperCase('en') || '?';
}
