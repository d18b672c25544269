/** What the command line says. */
export const cliMessages = {
  usage: [
    'attest parse ARTICLE.txt…     find metadata and zones of articles',
    'attest suggest ARTICLE.txt…   propose quotes and who says them',
    'attest validate FILE…         check exported packages',
    'attest check FILE…            find what is missing or wrong in their tags',
    '',
    '--json   print JSON only',
    'Exit: 0 good, 1 readable but with findings, 2 cannot be read or wrong usage.',
  ],
  noFiles: 'Name at least one file.',
  unknownOption: (option: string) => `There is no option ${option}.`,
  unknownCommand: (command: string) => `There is no command ${command}.`,
  notRead: (reason: string) => ({ reason: `The file cannot be read: ${reason}.`, fix: 'Check its name and that you may read it.' }),
  notUtf8: 'The file is not UTF-8 text.',
  empty: 'The file holds no text.',
  noHeadline: 'No headline was found.',
  good: (file: string) => `${file}: good`,
  fault: (file: string, path: string, reason: string, fix: string) => `${file}${path ? ` ${path}` : ''}: ${reason} ${fix}`,
} as const;
