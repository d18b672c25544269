import { packageMessages } from '../../messages/package.ts';
import type { PackageContents } from '../../model/package-contents.ts';
import type { Fault } from '../fault.ts';
import { faultsOfIssues, readJson } from '../read-json.ts';
import { faultsIn } from './check.ts';
import { faultsInJournal } from './check-journal.ts';
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

/** The parts of the work after which `told` is called, each with the share of the whole that is done then; measured on 100,000 tags. */
const done = { json: 0.5, schema: 0.7, records: 0.85 };

/** Reads a package, or says everything that is wrong with it. Never throws on bad input. `told` hears now and then what share of the work is done, from 0 to 1. */
export function readPackage(bytes: Uint8Array, told: (share: number) => void = () => undefined): ReadPackage | RefusedPackage {
  const json = readJson(bytes, largest, packageMessages, (share) => told(share * done.json));
  if ('fault' in json) return { readable: json.readable, faults: [json.fault] };
  const head = faultInHead(json.value);
  if (head) return { readable: true, faults: [head] };
  const parsed = packageSchema.safeParse(json.value);
  told(done.schema);
  if (!parsed.success) return { readable: true, faults: faultsOfIssues(parsed.error.issues, packageMessages) };
  // The schema and the record types say the same; the test beside the schema holds them together.
  const { format: _f, formatVersion: _v, offsetUnit: _o, application, checksum, ...rest } = parsed.data;
  const contents = rest as PackageContents;
  const faults = faultsIn(contents);
  told(done.records);
  // A journal can only be played where everything it names is sound.
  if (faults.length === 0) faults.push(...faultsInJournal(contents));
  if (faults.length === 0 && checksumOf(parsed.data) !== checksum) faults.push({ path: '/checksum', ...packageMessages.checksum });
  return faults.length > 0 ? { readable: true, faults, contents } : { contents, checksum, application };
}

function faultInHead(value: unknown): Fault | null {
  const head = (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>;
  if (head.format !== 'attest-package') return { path: '/format', ...packageMessages.notPackage };
  if (typeof head.formatVersion === 'number' && head.formatVersion > 1)
    return { path: '/formatVersion', ...packageMessages.newer(head.formatVersion) };
  return null;
}
