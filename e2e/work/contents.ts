/** A tag as a person sees it; its words name it. `links` are those that begin here, such as "said-by spy agency". */
export interface Tag {
  readonly type: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly note: string;
  readonly unsure: boolean;
  readonly links: readonly string[];
}

/** All tags of an article by their words. */
export type Contents = ReadonlyMap<string, Tag>;

/** What a person has made, and what Undo and Redo would bring back, the next one last. */
export interface Work {
  readonly contents: Contents;
  readonly done: readonly Contents[];
  readonly undone: readonly Contents[];
}

export const nothingYet: Work = { contents: new Map(), done: [], undone: [] };

/** One line for each tag, with everything about it: the same text for the same contents only. */
export function described(contents: Contents): string {
  const lines = [...contents].map(([words, { type, attributes, note, unsure, links }]) => {
    const values = Object.entries(attributes).map((entry) => entry.join('='));
    return JSON.stringify({ words, type, values: values.sort(), note, unsure, links: [...links].sort() });
  });
  return lines.sort().join('\n');
}

/** The work after an action that made these contents. */
export const acted = ({ contents, done }: Work, next: Contents): Work => ({ contents: next, done: [...done, contents], undone: [] });

/** The work after Undo; `null` where nothing can be taken back. */
export function takenBack({ contents, done, undone }: Work): Work | null {
  const before = done.at(-1);
  return before ? { contents: before, done: done.slice(0, -1), undone: [...undone, contents] } : null;
}

/** The work after Redo; `null` where nothing was taken back. */
export function madeAgain({ contents, done, undone }: Work): Work | null {
  const next = undone.at(-1);
  return next ? { contents: next, done: [...done, contents], undone: undone.slice(0, -1) } : null;
}
