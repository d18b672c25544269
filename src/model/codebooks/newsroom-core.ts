import type { AttributeDefinition, Codebook, RelationType, TagType } from './codebook.ts';
import data from './newsroom-core.json' with { type: 'json' };

// JSON modules are typed with plain strings; the test beside this file checks that each one is an allowed value.
/** The default codebook, "Newsroom core". */
export const newsroomCore: Codebook = data as Codebook;

/** How annotations name the codebook they were made under, and its key in the project: `id@version`. */
export const codebookRef = ({ id, version }: Pick<Codebook, 'id' | 'version'>): string => `${id}@${version}`;

/** The codebook as files carry it: which one is chosen is each project's own affair. */
export function unchosen({ chosen: _, ...codebook }: Codebook): Codebook {
  return codebook;
}

/** The tag type with this id; `null` when the codebook has none. */
export const tagType = (codebook: Codebook, id: string): TagType | null => codebook.types.find((type) => type.id === id) ?? null;

/** The attribute of a tag type; `null` when the type has none of that id. */
export const attributeOf = (codebook: Codebook, type: string, id: string): AttributeDefinition | null =>
  tagType(codebook, type)?.attributes.find((attribute) => attribute.id === id) ?? null;

/** The relation type with this id; `null` when the codebook has none. */
export const relationType = (codebook: Codebook, id: string): RelationType | null =>
  codebook.relations.find((relation) => relation.id === id) ?? null;

/** True when the codebook allows a relation of this type between these two types of tag. */
export function allows(relation: RelationType, from: string, to: string): boolean {
  return relation.from.includes(from) && relation.to.includes(to) && (relation.sameType !== true || from === to);
}
