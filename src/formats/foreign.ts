import type { PackageContents } from '../model/package-contents.ts';
import type { Annotation, Article, Author, Id, Relation } from '../model/records.ts';
import type { Counting } from '../text/offset-units.ts';
import type { FileFault } from './format.ts';

/** Where something stands in a file. */
export interface Place {
  readonly file: string;
  /** A JSON Pointer, or `line 3`. */
  readonly path: string;
}

/** One part of a tag as a file has it: offsets in the tool's own counting, the words where the file quotes them. */
export interface ForeignPart {
  /** Below zero where the file gives words and no place. */
  readonly start: number;
  readonly end: number;
  readonly exact?: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

export interface ForeignTag extends Place {
  /** Unique among all tags of the files. */
  readonly key: string;
  /** The set it belongs to. */
  readonly set: string;
  /** As the file words it; empty where it names none. */
  readonly type: string;
  readonly parts: readonly ForeignPart[];
  /** The words of all parts, one space between them. */
  readonly joined?: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** What else of the tag the file holds. */
  readonly record: Partial<Annotation>;
}

export interface ForeignLink extends Place {
  readonly set: string;
  readonly type: string;
  /** Keys of tags. */
  readonly from: string;
  readonly to: string;
  readonly record: Partial<Relation>;
}

/** A text with its tags, as a file has them. Known by its words, else by hash, else by address. */
export interface ForeignDocument extends Place {
  readonly text?: string;
  readonly hash?: string;
  readonly url?: string;
  /** What the file knows of the article, for one that is not here yet. */
  readonly article: Partial<Pick<Article, 'title' | 'byline' | 'publisher' | 'date' | 'url' | 'language'>>;
  /** Stretches that are no tags but show how the tool counts, such as the whole text. */
  readonly checks?: readonly ForeignPart[];
  readonly tags: readonly ForeignTag[];
  readonly links: readonly ForeignLink[];
}

export interface ForeignSet {
  readonly key: string;
  /** The set itself, where the file carries ids; else a new one is made. */
  readonly id?: Id;
  /** Who made it; the one who imports it where this is absent. */
  readonly author?: Author;
  /** The set it was exported from. */
  readonly from?: Id;
  readonly created?: string;
  readonly basis?: 'independent' | 'derived';
}

/** What a reader of a format finds, before offsets, texts and types are settled. */
export interface Foreign {
  readonly documents: readonly ForeignDocument[];
  readonly sets: readonly ForeignSet[];
  /** People whom the files name. */
  readonly people: readonly Author[];
  /** How the format says it counts. */
  readonly nominal: Counting;
  /** True where the order of links stands for the order of relays, which then have no numbers. */
  readonly relaysInFileOrder: boolean;
  /** True where a part ends at every line end because the format cannot hold one, so that such parts are one. */
  readonly cutAtLineEnds?: true;
  /** Things in the file that are no tags or links and were left there. */
  readonly leftOut: number;
}

/** The same, with what came along with the tags. */
export interface Accompanied extends Foreign {
  readonly companion: PackageContents;
}

/** What a reader of a format gives, or what is wrong with the files. */
export type Found = Foreign | { readonly faults: readonly FileFault[] };
