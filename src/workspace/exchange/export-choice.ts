import type { Id } from '../../model/records.ts';
import type { ExportChoice } from '../../model/views/export-contents.ts';

/** Which articles go along: all on which the sets have tags, the open one, or every one of the project. */
type Articles = 'tagged' | 'open' | 'all';

/** What a person has chosen on the screen, as far as it makes an export. */
export interface Chosen extends Omit<ExportChoice, 'articles'> {
  readonly articles: Articles;
  readonly packed: boolean;
  /** A format by its id, as on the command line. */
  readonly format: string;
}

/** What the file will hold, by kind, and whose names; links that stay at home because only one end goes along; what the format cannot carry, in words. */
export interface Held {
  readonly counts: Readonly<Record<string, number>>;
  readonly authors: readonly Id[];
  readonly linksLeft: number;
  readonly losses: readonly string[];
}
