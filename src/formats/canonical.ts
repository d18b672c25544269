/**
 * The one way to write a value of plain JSON: keys by UTF-16 code unit at every depth, absent members left out,
 * one space of indent, LF, a final newline. Throws a TypeError for what JSON cannot hold or UTF-8 would change.
 */
export function canonicalJson(value: unknown): string {
  return `${write(value, '\n')}\n`;
}

function write(value: unknown, indent: string): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return writeNumber(value);
  if (typeof value === 'string') return writeString(value);
  if (Array.isArray(value))
    return writeItems(
      // Unlike `map`, this meets the holes of an array, which are refused like any absent item.
      Array.from(value, (item: unknown) => write(item, `${indent} `)),
      '[',
      ']',
      indent,
    );
  if (typeof value === 'object') return writeObject(value, indent);
  throw new TypeError(`A ${typeof value} cannot be written as JSON.`);
}

function writeNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`${value} cannot be written as JSON.`);
  return JSON.stringify(value);
}

function writeString(value: string): string {
  if (!value.isWellFormed()) throw new TypeError('Half a surrogate pair cannot be written as UTF-8.');
  return JSON.stringify(value);
}

function writeObject(value: object, indent: string): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new TypeError('Only plain objects can be written as JSON.');
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${writeString(key)}: ${write(member, `${indent} `)}`);
  return writeItems(members, '{', '}', indent);
}

function writeItems(items: readonly string[], open: string, close: string, indent: string): string {
  return items.length === 0 ? open + close : `${open}${indent} ${items.join(`,${indent} `)}${indent}${close}`;
}
