/**
 * The one way to write a value of plain JSON: keys by UTF-16 code unit at every depth, absent members left out,
 * one space of indent, LF, a final newline. Throws a TypeError for what JSON cannot hold or UTF-8 would change.
 */
export function canonicalJson(value: unknown): string {
  const names = { unruly: false };
  const sorted = ordered(value, names);
  // The engine's own writer lays things out the same way and is many times as fast.
  return names.unruly ? `${write(value, '\n')}\n` : `${JSON.stringify(sorted, null, 1)}\n`;
}

// Names that no object keeps where they were put.
const unruly = /^(?:0|[1-9]\d*|__proto__)$/u;

/** A copy whose objects have their members in order, for the engine to write; says in `names` where that cannot be. */
function ordered(value: unknown, names: { unruly: boolean }): unknown {
  if (Array.isArray(value)) return Array.from(value, (item: unknown) => ordered(item, names));
  if (typeof value !== 'object' || value === null) return checked(value);
  const copy: Record<string, unknown> = {};
  for (const [name, member] of membersOf(value)) {
    names.unruly ||= unruly.test(name);
    copy[name] = ordered(member, names);
  }
  return copy;
}

/** The same value that is neither list nor object; throws where JSON cannot hold it. */
function checked(value: unknown): unknown {
  if (typeof value === 'string') refuseIllFormed(value);
  else write(value, '');
  return value;
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
  refuseIllFormed(value);
  return JSON.stringify(value);
}

function refuseIllFormed(value: string): void {
  if (!value.isWellFormed()) throw new TypeError('Half a surrogate pair cannot be written as UTF-8.');
}

function writeObject(value: object, indent: string): string {
  const members = membersOf(value).map(([key, member]) => `${JSON.stringify(key)}: ${write(member, `${indent} `)}`);
  return writeItems(members, '{', '}', indent);
}

/** The members that are there, in order. */
function membersOf(value: object): [string, unknown][] {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new TypeError('Only plain objects can be written as JSON.');
  const members: [string, unknown][] = [];
  for (const name of Object.keys(value).sort()) {
    const member: unknown = Reflect.get(value, name);
    if (member === undefined) continue;
    refuseIllFormed(name);
    members.push([name, member]);
  }
  return members;
}

function writeItems(items: readonly string[], open: string, close: string, indent: string): string {
  return items.length === 0 ? open + close : `${open}${indent} ${items.join(`,${indent} `)}${indent}${close}`;
}
