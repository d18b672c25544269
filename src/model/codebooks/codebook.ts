/** One value an attribute may take; `key` is the digit that sets it. */
export interface AttributeValue {
  readonly id: string;
  readonly label: string;
  readonly key?: string;
  readonly help?: string;
  readonly outsideScale?: boolean;
}

export interface AttributeDefinition {
  readonly id: string;
  readonly label: string;
  readonly type: 'enum' | 'text' | 'entity';
  readonly required: boolean;
  readonly group: 'core' | 'more' | 'grading';
  readonly agreement: 'nominal' | 'ordinal' | 'none';
  readonly default?: string;
  readonly values?: readonly AttributeValue[];
}

export interface TagType {
  readonly id: string;
  readonly label: string;
  readonly letter: string;
  readonly key: string;
  readonly line: 'solid' | 'dashed' | 'box' | 'dotted';
  readonly colour: Readonly<Record<'light' | 'dark', { readonly line: string; readonly tint: string }>>;
  readonly description: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly span: string;
  readonly example?: string;
  readonly attributes: readonly AttributeDefinition[];
}

export interface RelationType {
  readonly id: string;
  readonly label: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly key?: string;
  readonly help?: string;
  readonly sameType?: boolean;
  readonly symmetric?: boolean;
  readonly transitive?: boolean;
  readonly crossArticle?: boolean;
  readonly required?: { readonly min: number; readonly max?: number; readonly unless?: Readonly<Record<string, readonly string[]>> };
}

export interface EntityField {
  readonly id: string;
  readonly type: 'text' | 'enum' | 'list';
  readonly required?: boolean;
  readonly group?: string;
  readonly help?: string;
  readonly values?: readonly string[];
}

/** Tag types, attributes, relation types and checks; versioned. */
export interface Codebook {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly language: string;
  readonly purpose: string;
  readonly types: readonly TagType[];
  readonly entityFields: readonly EntityField[];
  readonly relations: readonly RelationType[];
  readonly checks: readonly { readonly id: string; readonly level: 'error' | 'warning' | 'hint' }[];
  /** Counts up with each choice in a project: new tags are made under the codebook with the highest. Absent where it was never chosen. */
  readonly chosen?: number;
}
