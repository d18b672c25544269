const kinds: Readonly<Record<string, readonly [name: string, said: string]>> = {
  agree: ['Agreed', 'Agreed'],
  remove: ['Should not be tagged', 'Rejected'],
  boundary: ['Other edges', 'Other edges proposed'],
  retag: ['Another type', 'Another type proposed'],
  value: ['Another value', 'Another value proposed'],
  link: ['Another link', 'Another link proposed'],
  missing: ['Missing', 'Noted as missing'],
  question: ['Question', 'Question noted'],
  accepted: ['Accepted', 'Accepted'],
  declined: ['Declined', 'Declined'],
  discuss: ['To be discussed', 'To be discussed'],
  remark: ['Remark', 'Remark added'],
  amended: ['Changed', 'Verdict changed'],
};

/** What is said in reviews, by its kind. */
export const verdictMessages = {
  kind: (kind: unknown) => kinds[String(kind)]?.[0] ?? String(kind),
  said: (kind: unknown) => kinds[String(kind)]?.[1] ?? 'Noted',
} as const;
