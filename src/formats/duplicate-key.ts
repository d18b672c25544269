interface Frame {
  /** The names so far; `null` in an array. */
  readonly names: Set<string> | null;
  at: string | number;
}

/** The path of the first member that an object of this valid JSON has twice; `null` where there is none. `JSON.parse` would silently keep the last. */
export function duplicateKey(json: string): readonly PropertyKey[] | null {
  const frames: Frame[] = [];
  for (let index = 0; index < json.length; index += 1) {
    const sign = json[index];
    const frame = frames.at(-1);
    if (sign === '{') frames.push({ names: new Set(), at: '' });
    else if (sign === '[') frames.push({ names: null, at: 0 });
    else if (sign === '}' || sign === ']') frames.pop();
    else if (sign === ',' && typeof frame?.at === 'number') frame.at += 1;
    else if (sign === '"') {
      const end = stringEnd(json, index);
      if (frame?.names && isKey(json, end) && !take(frame, frame.names, json.slice(index, end))) return frames.map(({ at }) => at);
      index = end - 1;
    }
  }
  return null;
}

function take(frame: Frame, names: Set<string>, written: string): boolean {
  // Written in two ways ("a", "\u0061") it is still one name.
  const name = String(JSON.parse(written));
  frame.at = name;
  if (names.has(name)) return false;
  names.add(name);
  return true;
}

// A string in an object is a name exactly where a colon follows it.
function isKey(json: string, end: number): boolean {
  let at = end;
  while (/\s/u.test(json.charAt(at))) at += 1;
  return json[at] === ':';
}

function stringEnd(json: string, start: number): number {
  for (let quote = json.indexOf('"', start + 1); quote !== -1; quote = json.indexOf('"', quote + 1)) {
    let before = quote;
    while (json[before - 1] === '\\') before -= 1;
    if ((quote - before) % 2 === 0) return quote + 1;
  }
  return json.length;
}
