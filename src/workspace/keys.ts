/** What a key press means, independent of Caps Lock and, for letters and digits, of the keyboard's layout. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const latin = /^[a-z]$/i;

/** The chord of a key press, such as `c`, `shift+n`, `mod+z` or `enter`; `null` for what is left to the browser. */
export function chordOf(press: KeyPress): string | null {
  if (press.altKey) return null;
  const name = keyName(press);
  if (name === null) return null;
  // The question mark needs Shift on most layouts, so it cannot tell two keys apart.
  const shift = press.shiftKey && name !== '?' ? 'shift+' : '';
  return press.ctrlKey || press.metaKey ? `mod+${shift}${name}` : `${shift}${name}`;
}

// Letters go by what is printed on the key where that is Latin, else by its place; digits always by their place.
function keyName({ key, code }: KeyPress): string | null {
  if (code.startsWith('Digit')) return code.slice(5);
  if (latin.test(key)) return key.toLowerCase();
  if (code.startsWith('Key') && key.length === 1) return code.slice(3).toLowerCase();
  if (key === '?' || key === '/') return key;
  if (key === ',' || key === '.') return key;
  return key.length > 1 ? key.toLowerCase() : null;
}

/** True where single letters belong to what is being typed. */
export function isTextField(element: Element | null): boolean {
  if (!(element instanceof HTMLElement)) return false;
  return element.isContentEditable || element.matches('input:not([type=checkbox], [type=radio], [type=button]), textarea, select');
}
