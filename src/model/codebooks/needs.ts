/** What the program itself works with and every codebook must therefore have; all else is the codebook's own affair. */
export const needs = {
  /** Offers, checks and keys speak of these three; a source is drawn as a box, which holds its name together. */
  types: [
    { id: 'claim', key: 'c' },
    { id: 'quote', key: 'q' },
    { id: 'source', key: 's', line: 'box' },
  ],
  /** `w` and the links of a claim set its voice; naming a source points to the register. */
  attributes: [
    { type: 'claim', id: 'voice', kind: 'enum', values: ['attributed', 'article'] },
    { type: 'source', id: 'entity', kind: 'entity', values: [] },
  ],
  /** `b`, `v` and the offers make these links. */
  relations: [
    { id: 'said-by', from: 'quote', to: 'source' },
    { id: 'claimed-by', from: 'claim', to: 'source' },
    { id: 'relayed-via', from: 'quote', to: 'source' },
    { id: 'relayed-via', from: 'claim', to: 'source' },
    { id: 'continues', from: 'quote', to: 'quote' },
  ],
} as const;

/** How many types there can be: so many lines can be told apart without colour. */
export const mostTypes = 4;

/** Letters that mean something else wherever a tag could be made, so that no type may take them. A test compares them with the table of actions. */
export const takenKeys: ReadonlySet<string> = new Set('abdefghjklmnoprtuvwyz');

/** The keys by which links of a codebook may be made. */
export const relationKeys: ReadonlySet<string> = new Set(['b', 'v']);
