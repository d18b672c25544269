export interface Decoded {
  readonly text: string;
  /** WHATWG label: `utf-8`, `utf-16le`, `utf-16be`, `windows-1251` or `windows-1252`. */
  readonly encoding: string;
  readonly byteOrderMark: boolean;
}

export interface Refused {
  readonly refused: 'empty' | 'too-big' | 'binary' | 'ill-formed';
}

// A text that long is not an article, and everything on screen is built for articles.
const largest = 5_000_000;

/** The text in the bytes, with the encoding found by mark, validity or evidence; or why there is none. A byte order mark is noted, not kept. */
export function decodeText(bytes: Uint8Array): Decoded | Refused {
  if (bytes.length > largest) return { refused: 'too-big' };
  const encoding = encodingOf(bytes);
  if (encoding === null) return { refused: 'binary' };
  const decoded = decodeAs(bytes, encoding);
  if (decoded === null) return { refused: 'ill-formed' };
  const byteOrderMark = decoded.startsWith('\ufeff');
  const text = byteOrderMark ? decoded.slice(1) : decoded;
  if (text.trim() === '') return { refused: 'empty' };
  return text.includes('\0') ? { refused: 'binary' } : { text, encoding, byteOrderMark };
}

/** The text of bytes in a named encoding, a byte order mark kept; `null` where they are not valid in it. */
function decodeAs(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function encodingOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const wide = wideEncoding(bytes);
  if (wide !== null) return wide;
  if (bytes.includes(0)) return null;
  return decodeAs(bytes, 'utf-8') === null ? singleByteEncoding(bytes) : 'utf-8';
}

// Without a mark, UTF-16 shows itself by zero bytes (Latin letters, spaces, line ends) on one side of the pairs only.
function wideEncoding(bytes: Uint8Array): string | null {
  if (bytes.length % 2 !== 0) return null;
  const zeros = [0, 0];
  bytes.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const enough = bytes.length / 50;
  if (odd > enough && even === 0) return 'utf-16le';
  return even > enough && odd === 0 ? 'utf-16be' : null;
}

// Cyrillic letters fill Windows-1251's upper half and stand side by side; in Windows-1252 accented letters stand alone.
function singleByteEncoding(bytes: Uint8Array): string {
  let high = 0;
  let pairs = 0;
  bytes.forEach((byte, index) => {
    if (byte < 0xc0) return;
    high += 1;
    if ((bytes[index - 1] ?? 0) >= 0xc0) pairs += 1;
  });
  return high > 0 && pairs / high > 0.4 ? 'windows-1251' : 'windows-1252';
}
