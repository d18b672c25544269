/** Words of the list of all commands. */
export const paletteMessages = {
  title: 'All commands',
  placeholder: 'Type what you want to do',
  here: 'Tags here',
  none: 'Nothing of this name can be done now.',
  values: 'Value',
  value: (label: string, value: string) => `${label}: ${value}`,
  links: 'Link',
  link: (label: string) => `Link: ${label}`,
  types: 'Tag',
  tag: (label: string) => `Tag as ${label.toLowerCase()}`,
  panels: 'Show',
  articles: 'Article',
  open: (title: string) => `Open ${title}`,
  tagHere: (type: string, words: string, paragraph: number | null) =>
    `${type}, “${words}”${paragraph === null ? '' : `, paragraph ${paragraph}`}`,
} as const;
