/** The context of the Web Annotation model. */
const annotationContext = 'http://www.w3.org/ns/anno.jsonld';

/** The contexts of every file: without the second, JSON-LD would drop what the model has no word for. */
export const contexts = [annotationContext, { attest: 'urn:attest:' }] as const;

export const urnOf = (id: string): string => `urn:uuid:${id}`;
/** The id in a URN; `null` for another address. */
export const idOfUrn = (urn: string): string | null => /^urn:uuid:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/u.exec(urn)?.[1] ?? null;

export const textUrn = (hash: string): string => `urn:sha256:${hash}`;
export const hashOfUrn = (urn: string): string | null => /^urn:sha256:([0-9a-f]{64})$/u.exec(urn)?.[1] ?? null;
