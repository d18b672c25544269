import { readFileSync } from 'node:fs';
import { parseArticle } from '../../src/text/article.ts';
import { type ExpertLink, type ExpertTag, expertLinks, expertTags } from './expert-annotation.ts';

/** A part of a tag with its words. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly exact: string;
}

/** What an exported package says of tags, links and who sources are. */
export interface ExportedTags {
  readonly articles: readonly {
    readonly title: string;
    readonly status: string;
    readonly versions: readonly { readonly text: string }[];
  }[];
  readonly annotations: readonly {
    readonly id: string;
    readonly text: string;
    readonly type: string;
    readonly segments: readonly Segment[];
    readonly attributes: Readonly<Record<string, string>>;
    readonly suggested?: readonly string[];
  }[];
  readonly relations: readonly { readonly type: string; readonly from: string; readonly to: string }[];
  readonly entities: readonly { readonly id: string; readonly name: string }[];
}

/** An annotation in words that can be compared: one line for each tag and each link, in any order. */
export interface Described {
  readonly tags: readonly string[];
  readonly links: readonly string[];
}

const text = readFileSync('public/seeds/000_bb9609fc8471e115.txt', 'utf8');

/** The annotation that the expert means, with the places of its words. */
export function expectedAnnotation(): Described {
  const tags: Readonly<Record<string, ExpertTag>> = expertTags;
  const placeOf = new Map(Object.entries(tags).map(([name, tag]) => [name, placed(tag.type, segmentsOf(tag))]));
  return {
    tags: Object.values(tags)
      .map((tag) => line(placed(tag.type, segmentsOf(tag)), tag.attributes, tag.who))
      .sort(),
    links: expertLinks.map(([type, from, to]) => linked(type, placeOf.get(from), placeOf.get(to))).sort(),
  };
}

/** The annotation that a package holds. */
export function foundAnnotation({ annotations, relations, entities }: ExportedTags): Described {
  const places = new Map(annotations.map(({ id, type, segments }) => [id, placed(type, segments)]));
  return {
    tags: annotations
      .map(({ id, attributes: { entity, ...attributes }, suggested = [] }) => {
        const proposed = suggested.map((attribute) => [attribute, `${attributes[attribute]}, only proposed`]);
        return line(
          places.get(id) ?? '',
          { ...attributes, ...Object.fromEntries(proposed) },
          entities.find((one) => one.id === entity)?.name,
        );
      })
      .sort(),
    links: relations.map(({ type, from, to }) => linked(type, places.get(from), places.get(to))).sort(),
  };
}

/** The parts of a tag where they stand in the seed (UTF-16 units). */
export function segmentsOf({ words, after = '' }: Pick<ExpertTag, 'words' | 'after'>): Segment[] {
  let from = text.indexOf(after) + after.length;
  return words.map((exact) => {
    const start = text.indexOf(exact, from);
    if (start < 0) throw new Error(`The seed does not say ${exact}`);
    from = start + exact.length;
    return { start, end: from, exact };
  });
}

/** Which paragraph of the seed an offset (UTF-16 units) lies in, counted from 1; `null` where it lies in none. */
export function paragraphOf(offset: number): number | null {
  const at = parseArticle(text)
    .zones.filter(({ kind }) => kind === 'paragraph')
    .findIndex(({ start, end }) => start <= offset && offset <= end);
  return at < 0 ? null : at + 1;
}

/** How often the words of a part stand before it as whole words. */
export const timesBefore = ({ exact, start }: Segment): number => {
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])${exact.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&')}(?![\\p{L}\\p{N}])`, 'gu');
  return [...text.slice(0, start + exact.length).matchAll(whole)].length - 1;
};

const placed = (type: string, segments: readonly Segment[]): string =>
  `${type} ${segments.map(({ start, end, exact }) => `${start}–${end} ${exact}`).join(' … ')}`;

const line = (place: string, attributes: Readonly<Record<string, string>>, who = 'nobody'): string =>
  [
    place,
    ...Object.entries(attributes)
      .map((entry) => entry.join('='))
      .sort(),
    `who=${who}`,
  ].join(' | ');

const symmetric: ReadonlySet<ExpertLink[0]> = new Set(['same-as']);

function linked(type: string, from = 'nothing', to = 'nothing'): string {
  const ends = symmetric.has(type) ? [from, to].sort() : [from, to];
  return [type, ...ends].join(' | ');
}
