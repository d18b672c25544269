/** The words in one line, and of more than `length` UTF-16 units as many whole words as fit, with an ellipsis. */
export function firstWords(words: string, length: number): string {
  const line = words.replaceAll(/\s+/gu, ' ');
  return line.length <= length ? line : `${line.slice(0, length).replace(/\s\S*$/u, '')}…`;
}
