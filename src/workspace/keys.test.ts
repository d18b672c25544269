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
    ['two letters on one key of an Arabic layout, by their place', press('لا', 'KeyB'), 'b'],
    ['a sign where Hebrew layouts have a letter', press('/', 'KeyQ'), 'q'],
    ['a sign where Greek layouts have a letter', press(';', 'KeyQ'), 'q'],
    ['the comma of an AZERTY layout, where others have a letter', press(',', 'KeyM'), ','],
    ['the question mark of an AZERTY layout', press('?', 'KeyM', { shiftKey: true }), '?'],
    ['the question mark of a Russian layout', press('?', 'Digit7', { shiftKey: true }), '?'],
    ['the slash of a German layout', press('/', 'Digit7', { shiftKey: true }), '/'],
    ['a semicolon of a Dvorak layout, which is no letter', press(';', 'KeyZ'), null],
    ['Ctrl+Y', press('y', 'KeyY', { ctrlKey: true }), 'mod+y'],
    ['Cmd+Y, which is the browser’s', press('y', 'KeyY', { metaKey: true }), null],
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
