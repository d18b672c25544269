import type { Acknowledgement, Acknowledgements, Annotation, Article, Id, TextHash } from '../records.ts';

/** Where the acknowledgement of a finding in a text stands on its article: each set and each text has its own. */
export const articleKey = (set: Id | null, text: TextHash, key: string): string => `${set ?? ''}/${text}/${key}`;

/** The set whose acknowledgement stands under this key of an article. */
export const setOfKey = (key: string): Id => key.slice(0, key.indexOf('/'));

/** Why the finding with this key, at this tag or in this text, needs no mending; `null` where nobody has said so. */
export function acknowledgementOf(
  { article, annotation }: { readonly article: Article; readonly annotation: Annotation | null },
  text: TextHash,
  set: Id | null,
  key: string,
): Acknowledgement | null {
  const [known, name] = annotation ? [annotation.acknowledged, key] : [article.acknowledged, articleKey(set, text, key)];
  return known && Object.hasOwn(known, name) ? (known[name] ?? null) : null;
}

/** The acknowledgements with one put in or, with `null`, taken out; absent where none is left. */
export function withAcknowledgement(
  known: Acknowledgements | undefined,
  key: string,
  acknowledgement: Acknowledgement | null,
): { readonly acknowledged?: Acknowledgements } {
  const others = Object.entries(known ?? {}).filter(([name]) => name !== key);
  const entries = acknowledgement ? [...others, [key, acknowledgement] as const] : others;
  return entries.length > 0 ? { acknowledged: Object.fromEntries(entries) } : {};
}

/** An article's acknowledgements of the sets for which `wanted` is true; absent where there are none. */
export function acknowledgedIn({ acknowledged = {} }: Article, wanted: (set: Id) => boolean): { readonly acknowledged?: Acknowledgements } {
  const entries = Object.entries(acknowledged).filter(([key]) => wanted(setOfKey(key)));
  return entries.length > 0 ? { acknowledged: Object.fromEntries(entries) } : {};
}

/** Who has acknowledged something at a tag or an article. */
export const acknowledgersOf = ({ acknowledged = {} }: Annotation | Article): Id[] =>
  Object.values(acknowledged).map(({ author }) => author);
