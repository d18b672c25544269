import type { AttributeDefinition, Codebook, RelationType, TagType } from '../model/codebooks/codebook.ts';
import { newsroomCore } from '../model/codebooks/newsroom-core.ts';

/** The default codebook with members changed; another version unless one is given. */
export const codebookWith = (change: Partial<Codebook>): Codebook => ({ ...newsroomCore, version: '1.0.1', ...change });

/** With one type changed. */
export const withType = (id: string, change: (type: TagType) => TagType, base: Codebook = codebookWith({})): Codebook => ({
  ...base,
  types: base.types.map((type) => (type.id === id ? change(type) : type)),
});

/** With one attribute of a type changed; `null` takes it away. */
export const withAttribute = (
  type: string,
  id: string,
  change: (attribute: AttributeDefinition) => AttributeDefinition | null,
  base: Codebook = codebookWith({}),
): Codebook =>
  withType(
    type,
    (found) => ({
      ...found,
      attributes: found.attributes.flatMap((attribute) => (attribute.id === id ? (change(attribute) ?? []) : attribute)),
    }),
    base,
  );

/** With one link type changed. */
export const withRelation = (
  id: string,
  change: (relation: RelationType) => RelationType,
  base: Codebook = codebookWith({}),
): Codebook => ({
  ...base,
  relations: base.relations.map((relation) => (relation.id === id ? change(relation) : relation)),
});

/** Without one value of an attribute. */
export const withoutValue = (type: string, attribute: string, value: string, base?: Codebook): Codebook =>
  withAttribute(type, attribute, (found) => ({ ...found, values: found.values?.filter(({ id }) => id !== value) ?? [] }), base);

/** A fourth type, with a line and a key that are free. */
export const evidence: TagType = {
  id: 'evidence',
  label: 'Evidence',
  letter: 'E',
  key: 'x',
  line: 'dotted',
  colour: { light: { line: '#6b4fa0', tint: '#ece6f7' }, dark: { line: '#b9a2e8', tint: '#2f2450' } },
  description: 'What is named as proof.',
  include: [],
  exclude: [],
  span: 'The whole noun phrase.',
  attributes: [],
};
