/** What the codebook says at the point of use. */
export const codebookHelpMessages = {
  definition: 'Definition',
  include: 'Include',
  exclude: 'Leave out',
  span: 'Which words',
  example: 'For example',
  freeText: 'Free text.',
  register: 'An entry in the register.',
  help: (label: string) => `What is ${label}?`,
  madeUnder: (version: string) => `Made under version ${version}.`,
  bringOne: (version: string) => `Bring to ${version}`,
} as const;
