import { packageMessages } from '../../messages/package.ts';
import type { PackageContents } from '../../model/package-contents.ts';
import { faultsIn } from './check.ts';
import { faultsInJournal } from './check-journal.ts';
import { duplicateKey } from './duplicate-key.ts';
import { type Fault, pointer } from './fault.ts';
import { packageSchema } from './schema.ts';
import { checksumOf } from './write.ts';

/** A package that was read and found whole. */
export interface ReadPackage {
  readonly contents: PackageContents;
  readonly checksum: string;
  readonly application: string;
}

/** Why a package was not taken. `readable` is false where the file is not UTF-8 or not JSON at all. `contents` are there where only the records contradict each other. */
export interface RefusedPackage {
  readonly readable: boolean;
  readonly faults: readonly Fault[];
  readonly contents?: PackageContents;
}

/** How many bytes a package may have, unpacked: twice a backup of 100,000 tags, each made by hand, and still one string of JavaScript. */
export const largest = 400 * 1024 * 1024;
const deepest = 64;
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

/** Reads a package, or says everything that is wrong with it. Never throws on bad input. */
export function readPackage(bytes: Uint8Array): ReadPackage | RefusedPackage {
  const json = parse(bytes);
  if ('faults' in json) return json;
  const strange = faultInShape(json.value) ?? faultInNames(json.content);
  if (strange) return { readable: true, faults: [strange] };
  const head = faultInHead(json.value);
  if (head) return { readable: true, faults: [head] };
  const parsed = packageSchema.safeParse(json.value);
  if (!parsed.success) return { readable: true, faults: parsed.error.issues.flatMap(faultsOfIssue) };
  // The schema and the record types say the same; the test beside the schema holds them together.
  const { format: _f, formatVersion: _v, offsetUnit: _o, application, checksum, ...rest } = parsed.data;
  const contents = rest as PackageContents;
  const faults = faultsIn(contents);
  // A journal can only be played where everything it names is sound.
  if (faults.length === 0) faults.push(...faultsInJournal(contents));
  if (faults.length === 0 && checksumOf(parsed.data) !== checksum) faults.push({ path: '/checksum', ...packageMessages.checksum });
  return faults.length > 0 ? { readable: true, faults, contents } : { contents, checksum, application };
}

function parse(bytes: Uint8Array): { readonly value: unknown; readonly content: string } | RefusedPackage {
  const refuse = (fault: { reason: string; fix: string }): RefusedPackage => ({ readable: false, faults: [{ path: '', ...fault }] });
  if (bytes.length > largest) return refuse(packageMessages.tooLarge);
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return { readable: true, faults: [{ path: '', ...packageMessages.byteOrderMark }] };
  let content: string;
  try {
    content = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return refuse(packageMessages.notUtf8);
  }
  try {
    return { value: JSON.parse(content), content };
  } catch (error) {
    return refuse(packageMessages.notJson(error instanceof Error ? error.message : ''));
  }
}

/** Depth, names and half surrogate pairs, walked without recursion so that no file can exhaust the stack. */
function faultInShape(value: unknown): Fault | null {
  const waiting: { readonly value: unknown; readonly path: readonly PropertyKey[] }[] = [{ value, path: [] }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (typeof next.value === 'string' && !next.value.isWellFormed()) return { path: pointer(next.path), ...packageMessages.illFormed };
    if (typeof next.value !== 'object' || next.value === null) continue;
    if (next.path.length > deepest) return { path: pointer(next.path.slice(0, 8)), ...packageMessages.tooDeep };
    for (const key of Object.keys(next.value)) {
      const path = [...next.path, key];
      if (forbidden.has(key)) return { path: pointer(path), ...packageMessages.forbiddenKey(key) };
      if (!key.isWellFormed()) return { path: pointer(next.path), ...packageMessages.illFormed };
      waiting.push({ value: Reflect.get(next.value, key), path });
    }
  }
  return null;
}

function faultInNames(content: string): Fault | null {
  const twice = duplicateKey(content);
  return twice && { path: pointer(twice), ...packageMessages.schema(`The name “${String(twice.at(-1))}” occurs twice here.`) };
}

function faultInHead(value: unknown): Fault | null {
  const head = (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>;
  if (head.format !== 'attest-package') return { path: '/format', ...packageMessages.notPackage };
  if (typeof head.formatVersion === 'number' && head.formatVersion > 1)
    return { path: '/formatVersion', ...packageMessages.newer(head.formatVersion) };
  return null;
}

interface Issue {
  readonly code?: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly keys?: readonly string[];
}

// One fault for each unknown member, so that each has its own place.
function faultsOfIssue({ path, message, keys }: Issue): Fault[] {
  const places = keys?.length ? keys.map((key) => [...path, key]) : [path];
  return places.map((place) => ({ path: pointer(place), ...packageMessages.schema(message) }));
}
