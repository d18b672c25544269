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
const signs = new Set(['?', '/', ',', '.']);
// Hebrew and Greek layouts have signs where other layouts have these letters; Dvorak has none of them there.
const signsForLetters = new Set(['KeyQ/', "KeyW'", 'KeyQ;']);

/** The chord of a key press, such as `c`, `shift+n`, `mod+z` or `enter`; `null` for what is left to the browser. */
export function chordOf(press: KeyPress): string | null {
  if (press.altKey) return null;
  const name = keyName(press);
  if (name === null) return null;
  // Cmd+Y is the history of some browsers on a Mac.
  if (press.metaKey && name === 'y') return null;
  // These two need Shift on some layouts and not on others, so it cannot tell keys apart.
  const shift = press.shiftKey && name !== '?' && name !== '/' ? 'shift+' : '';
  return press.ctrlKey || press.metaKey ? `mod+${shift}${name}` : `${shift}${name}`;
}

// Signs and Latin letters go by what is printed on the key, other letters by its place; digits always by their place.
function keyName({ key, code }: KeyPress): string | null {
  if (signsForLetters.has(code + key)) return code.slice(3).toLowerCase();
  if (signs.has(key)) return key;
  if (code.startsWith('Digit')) return code.slice(5);
  if (latin.test(key)) return key.toLowerCase();
  // One key of the Arabic layout prints two letters at once.
  if (code.startsWith('Key') && /^[\p{L}\p{M}]+$/u.test(key)) return code.slice(3).toLowerCase();
  return key.length > 1 ? key.toLowerCase() : null;
}

/** True where single letters belong to what is being typed. */
export function isTextField(element: Element | null): boolean {
  if (!(element instanceof HTMLElement)) return false;
  return element.isContentEditable || element.matches('input:not([type=checkbox], [type=radio], [type=button]), textarea, select');
}
