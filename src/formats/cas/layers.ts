/** The layers of Attest in INCEpTION: they have to exist in the project under these technical names. */
export const tagLayer = 'webanno.custom.AttestTag';
export const linkLayer = 'webanno.custom.AttestLink';

/** What a tag carries beside its place, each a string: names of UIMA features are Java identifiers. */
export const tagFeatures = [
  'tag',
  'attestId',
  'part',
  'set',
  'author',
  'created',
  'modifiedBy',
  'modified',
  'origin',
  'codebook',
  'note',
  'flag',
  'suggested',
  'acknowledged',
] as const;
export const linkFeatures = ['link', 'attestId', 'set', 'author', 'created', 'order'] as const;

const prefix = 'attribute_';

/** Ids of attributes have hyphens and no low lines, names of features the other way round. */
export const featureOf = (attribute: string): string => prefix + attribute.replaceAll('-', '_');
/** The attribute of a feature; `null` for another feature. */
export const attributeOfFeature = (feature: string): string | null =>
  feature.startsWith(prefix) ? feature.slice(prefix.length).replaceAll('_', '-') : null;
