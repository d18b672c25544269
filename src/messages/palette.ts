/** Words of the list of all commands. */
export const paletteMessages = {
  title: 'All commands',
  placeholder: 'Type what you want to do, or words of the article',
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
  text: 'In the text',
  select: (text: string, behind: string, paragraph: number | null) =>
    `Select “${text}”${behind === '' ? '' : ` ${behind}…`}${paragraph === null ? '' : `, paragraph ${paragraph}`}`,
  tagHere: (type: string, words: string, paragraph: number | null) =>
    `${type}, “${words}”${paragraph === null ? '' : `, paragraph ${paragraph}`}`,
} as const;
