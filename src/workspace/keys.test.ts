import { describe, expect, it } from 'vitest';
import { chordOf } from './keys.ts';

const press = (key: string, code: string, held: Partial<Record<'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey', boolean>> = {}) => ({
  key,
  code,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});

describe('the chord of a key press', () => {
  it.each([
    ['a letter', press('c', 'KeyC'), 'c'],
    ['a letter with Caps Lock', press('C', 'KeyC'), 'c'],
    ['a letter with Shift', press('N', 'KeyN', { shiftKey: true }), 'shift+n'],
    ['a letter with Shift and Caps Lock', press('n', 'KeyN', { shiftKey: true }), 'shift+n'],
    ['a letter of a Cyrillic layout, by its place', press('с', 'KeyC'), 'c'],
    ['a letter of an AZERTY layout, by what is printed', press('q', 'KeyA'), 'q'],
    ['a digit of an AZERTY layout, by its place', press('&', 'Digit1'), '1'],
    ['an arrow', press('ArrowDown', 'ArrowDown', { shiftKey: true }), 'shift+arrowdown'],
    ['the question mark', press('?', 'Slash', { shiftKey: true }), '?'],
    ['Ctrl', press('z', 'KeyZ', { ctrlKey: true }), 'mod+z'],
    ['Cmd with Shift', press('z', 'KeyZ', { metaKey: true, shiftKey: true }), 'mod+shift+z'],
    ['Alt, which is the browser’s', press('c', 'KeyC', { altKey: true }), null],
    ['a sign without a meaning', press('#', 'Backslash'), null],
  ])('%s', (_, event, chord) => {
    expect(chordOf(event)).toBe(chord);
  });
});
