import { describe, expect, it } from 'vitest';
import { keyName } from '../messages/keys.ts';
import type { StringMemory } from '../storage/web-storage.ts';
import { actionById, actionsForKey } from './actions/table.ts';
import {
  acts,
  chordsOf,
  isBindable,
  type KeySettings,
  rememberedKeys,
  rememberKeys,
  swapped,
  usualKeys,
  withKey,
  withUsual,
} from './own-keys.ts';

const [quote, next, undo, larger] = ['tag-quote', 'next-quotation', 'undo', 'tags-here'].map(actionById);
if (!quote || !next || !undo || !larger) throw new Error('These actions are in the table.');
const ids = (chord: string, settings: KeySettings) => actionsForKey(chord, settings).map(({ id }) => id);

function memory(stored: Record<string, string> = {}): StringMemory & { readonly stored: Record<string, string> } {
  return {
    stored,
    getItem: (key) => stored[key] ?? null,
    setItem: (key, value) => {
      stored[key] = value;
    },
    removeItem: (key) => void delete stored[key],
    key: (index) => Object.keys(stored)[index] ?? null,
    get length() {
      return Object.keys(stored).length;
    },
  };
}

describe('one’s own keys', () => {
  it('an action acts on its new key and no longer on the old one', () => {
    const settings = withKey(usualKeys, quote, 'x');
    expect([ids('x', settings), ids('q', settings)]).toEqual([['tag-quote'], []]);
  });

  it('only the first of several keys is changed', () => {
    expect(chordsOf(undo, withKey(usualKeys, undo, 'x'))).toEqual(['x', 'mod+z']);
  });

  it('an action without a key gets one', () => {
    expect(ids('x', withKey(usualKeys, larger, 'x'))).toEqual(['tags-here']);
  });

  it('a swap leaves no key with two actions and no action without', () => {
    const settings = swapped(usualKeys, quote, 'n', [next]);
    expect([ids('n', settings), ids('q', settings)]).toEqual([['tag-quote'], ['next-quotation']]);
  });

  it('a swap with an action that had no key takes the key away', () => {
    const settings = swapped(usualKeys, larger, 'n', [next]);
    expect([ids('n', settings), chordsOf(next, settings)]).toEqual([['tags-here'], []]);
  });

  it('swapping back leaves nothing of one’s own', () => {
    expect(swapped(swapped(usualKeys, quote, 'n', [next]), quote, 'q', [next]).own.size).toBe(0);
  });

  it('one key can be reset', () => {
    expect(ids('q', withUsual(withKey(usualKeys, quote, 'x'), quote))).toEqual(['tag-quote']);
  });

  it('are found again', () => {
    const kept = memory();
    const settings = { ...withKey(usualKeys, quote, 'x'), single: false };
    rememberKeys(kept, settings);
    expect(Object.keys(kept.stored)).toEqual(['attest-keys']);
    expect(rememberedKeys(kept)).toEqual(settings);
    rememberKeys(kept, usualKeys);
    expect(kept.stored).toEqual({});
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['another type', '[3]'],
    ['nothing at all', 'null'],
    ['chords that cannot be', '{"own":{"tag-quote":["mod+c"],"undo":"z","redo":[1],"edit":["tab"]}}'],
  ])('are the usual ones where %s is remembered', (_, stored) => {
    expect(rememberedKeys(memory({ 'attest-keys': stored }))).toEqual(usualKeys);
  });
});

it.each([
  ['x', true],
  ['shift+x', true],
  ['mod+b', true],
  ['mod+shift+b', true],
  ['5', true],
  ['enter', true],
  ['tab', false],
  ['pageup', false],
  ['f6', false],
  ['escape', false],
  ['mod+f', false],
  ['mod+a', false],
  ['mod+c', false],
  ['mod+p', false],
  ['shift+shift', false],
])('%s can be given to an action: %s', (chord, can) => {
  expect(isBindable(chord)).toBe(can);
});

it.each([
  ['x', false],
  ['shift+x', false],
  ['?', false],
  ['5', false],
  ['delete', false],
  ['arrowdown', true],
  ['shift+arrowdown', true],
  ['enter', true],
  ['shift+enter', true],
  ['escape', true],
  ['mod+k', true],
])('with single keys off %s acts: %s', (chord, does) => {
  expect(acts(chord, { ...usualKeys, single: false })).toBe(does);
  expect(acts(chord, usualKeys)).toBe(true);
});

it.each([
  ['n', 'n', 'n'],
  ['shift+n', 'Shift+N', 'Shift+N'],
  ['mod+k', 'Ctrl+K', 'Cmd+K'],
  ['mod+shift+z', 'Ctrl+Shift+Z', 'Cmd+Shift+Z'],
  ['shift+arrowdown', 'Shift+↓', 'Shift+↓'],
  ['escape', 'Escape', 'Escape'],
])('%s is written %s, on a Mac %s', (chord, here, mac) => {
  expect([keyName(chord, false), keyName(chord, true)]).toEqual([here, mac]);
});
