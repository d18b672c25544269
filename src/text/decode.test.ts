import { describe, expect, it } from 'vitest';
import { decodeText } from './decode.ts';

const utf16 = (text: string, big: boolean) => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return new Uint8Array(big ? bytes.swap16() : bytes);
};
const russian = 'Газета сообщила, что всё хорошо.';
const windows1251 = Uint8Array.from(russian, (letter) => {
  const code = letter.charCodeAt(0);
  if (code === 0x451) return 0xb8;
  return code >= 0x410 && code <= 0x44f ? code - 0x350 : code;
});

describe('bytes of an article', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode('naïve 👍'), 'utf-8', 'naïve 👍', false],
    ['UTF-8 with a byte order mark', Uint8Array.from([0xef, 0xbb, 0xbf, 0x61]), 'utf-8', 'a', true],
    ['UTF-16, small end first', utf16('naïve', false), 'utf-16le', 'naïve', true],
    ['UTF-16, big end first', utf16('naïve', true), 'utf-16be', 'naïve', true],
    // Node 20 decodes 0x80 to 0x9f as Latin-1; a test in the browser has the curly marks.
    ['Windows-1252', Uint8Array.from([0x63, 0x61, 0x66, 0xe9]), 'windows-1252', 'café', false],
    ['Windows-1251', windows1251, 'windows-1251', russian, false],
  ])('%s', (_, bytes, encoding, text, byteOrderMark) => {
    expect(decodeText(bytes)).toEqual({ encoding, text, byteOrderMark });
  });

  it('keep their line ends and outer spaces', () => {
    expect(decodeText(new TextEncoder().encode(' \r\na\rb\n\n '))).toMatchObject({ text: ' \r\na\rb\n\n ' });
  });

  it.each([
    ['nothing', new Uint8Array(), 'empty'],
    ['spaces', new TextEncoder().encode(' \n\t'), 'empty'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 'binary'],
    ['too much', new Uint8Array(5_000_001 + 300_000).fill(0x61), 'too-big'],
  ])('%s is refused', (_, bytes, reason) => {
    expect(decodeText(bytes)).toEqual({ refused: reason });
  });
});
