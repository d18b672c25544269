const names: Readonly<Record<string, string>> = {
  arrowdown: '↓',
  arrowup: '↑',
  arrowleft: '←',
  arrowright: '→',
  enter: 'Enter',
  escape: 'Escape',
  delete: 'Delete',
  backspace: 'Backspace',
};

/** A chord as it is written on screen, such as `n`, `Shift+N`, `Ctrl+K` or, on a Mac, `Cmd+K`. */
export function keyName(chord: string, mac: boolean): string {
  const parts = chord.split('+');
  const key = parts.at(-1) ?? '';
  const held = parts.slice(0, -1).map((part) => (part === 'shift' ? 'Shift' : mac ? 'Cmd' : 'Ctrl'));
  const name = names[key] ?? (held.length > 0 ? key.toUpperCase() : key);
  return [...held, name].join('+');
}

/** Words of the sheet of keys. */
export const keysMessages = {
  title: 'Keys',
  find: 'Find a key',
  none: 'Nothing is called so.',
  single: 'Single keys',
  singleHelp: 'Off: only arrows, Enter, Escape and keys with Ctrl or Cmd act. Everything else is in the list of all commands.',
  palette: (key: string) => `All commands: ${key}`,
  change: (label: string, keys: string) => (keys === '' ? `${label}: no key. Set one` : `${label}: ${keys}. Change`),
  noKey: '–',
  press: 'Press the new key. Escape: leave it.',
  pressFor: (label: string) => `New key for “${label}”`,
  browser: (key: string) => `${key} belongs to the browser. Press another one.`,
  taken: (key: string, label: string) => `${key} is “${label}”.`,
  swap: 'Swap',
  cancel: 'Cancel',
  reset: (label: string) => `Reset the key of “${label}”`,
  resetAll: 'Reset all keys',
} as const;
