import { expect, it } from 'vitest';
import { decodeText } from './decode.ts';

it('Windows-1252 is decoded with its curly quotation marks', () => {
  const bytes = Uint8Array.from([0x93, 0x63, 0x61, 0x66, 0xe9, 0x94]);
  expect(decodeText(bytes)).toEqual({ encoding: 'windows-1252', text: '“café”', byteOrderMark: false });
});
