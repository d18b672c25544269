import type { Codebook } from '../model/codebooks/codebook.ts';
import type { PackageContents } from '../model/package-contents.ts';
import type { Author, Time } from '../model/records.ts';
import type { Counting } from '../text/offset-units.ts';
import type { Fault } from './fault.ts';
import type { Facet, Loss } from './losses.ts';

/** A file of a format. `name` may begin with folders, each followed by a slash. */
export interface FormatFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Written {
  readonly files: readonly FormatFile[];
  /** Also written into the file or beside it. */
  readonly losses: readonly Loss[];
}

export interface WriteChoice {
  /** Who writes, as packages name it. */
  readonly application: string;
  /** Tables with every cell as it is, for programs; else safe for spreadsheets. */
  readonly exact?: boolean;
}

/** What a file is read against. */
export interface Given {
  /** What is here already: texts and articles are found in it by hash, people, sets and entries by id. */
  readonly known: PackageContents;
  /** For tags that do not say what they were made under. */
  readonly codebook: Codebook;
  /** Signs what the file signs with nobody. */
  readonly author: Author;
  /** When the file was made, for what has no time of its own. */
  readonly at: Time;
  /** The type of tags that name none. */
  readonly untyped?: string;
}

export interface FileFault extends Fault {
  readonly file: string;
}

/** How many of the quoted strings stand where they should when counted so. */
export interface CountingReport {
  readonly counting: Counting;
  readonly fitting: number;
  readonly of: number;
}

/** A passage that no way of counting finds where the file says it stands. `start` and `end` are as in the file. */
interface Passage {
  readonly file: string;
  readonly path: string;
  readonly article: string;
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Contents ready to be imported, and how the files count. */
export interface ReadContents {
  readonly outcome: 'read';
  readonly contents: PackageContents;
  readonly counting: Counting;
  readonly notes: readonly Loss[];
  /** Of a package: the SHA-256 it states. */
  readonly checksum?: string;
}

/** What reading gave: contents ready to be imported; faults, and nothing of the file; or passages that have to be anchored anew. */
export type ReadOutcome =
  | ReadContents
  | { readonly outcome: 'refused'; readonly faults: readonly FileFault[] }
  | { readonly outcome: 'unanchored'; readonly report: readonly CountingReport[]; readonly passages: readonly Passage[] };

/** A file format: the same two functions for each. */
export interface Format {
  readonly id: string;
  /** True for the text of a file that this format can read. */
  recognises?(name: string, text: string): boolean;
  /** What a round trip through this format does not bring back. */
  readonly drops: readonly Facet[];
  /** The files of these contents, the same bytes for the same contents, and what they leave out. */
  write?(contents: PackageContents, choice: WriteChoice): Written;
  /** Reads what other tools or this one wrote. Never throws on bad input; nothing is half read. */
  read?(files: readonly FormatFile[], given: Given): ReadOutcome;
}
