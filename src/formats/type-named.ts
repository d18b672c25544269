import type { Codebook, RelationType, TagType } from '../model/codebooks/codebook.ts';

/** The tag type that a file of another tool means by this name: its id or label, in any case; `null` where there is none. */
export const typeNamed = ({ types }: Codebook, name: string): TagType | null => named(types, name);

/** The relation type that a file of another tool means by this name. */
export const linkNamed = ({ relations }: Codebook, name: string): RelationType | null => named(relations, name);

function named<T extends { readonly id: string; readonly label: string }>(items: readonly T[], name: string): T | null {
  const plain = (words: string) => words.toLowerCase().replaceAll(/[\s_-]+/gu, '-');
  return items.find(({ id }) => id === name) ?? items.find(({ id, label }) => [plain(id), plain(label)].includes(plain(name))) ?? null;
}
