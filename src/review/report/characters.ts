import type { TextHash } from '../../model/records.ts';
import type { Stretch } from '../../text/stretch.ts';
import { nominal } from '../agreement/alpha-metrics.ts';
import { alphaOf } from '../agreement/krippendorff-alpha.ts';
import type { Compared, ComparedText } from '../compared.ts';
import type { Figure, Figures } from './figures.ts';
import { anyType } from './found.ts';
import { type Counts, placeOf } from './sheet.ts';

/** Krippendorff's alpha over every UTF-16 unit of the texts: tagged with the type, or not. */
export interface Characters {
  readonly type: string;
  readonly alpha: Figure;
}

/** Counts, for each text and type, how many units so many of the sets have tagged. */
export function tallyCharacters(compared: Compared, types: readonly string[], textAt: ReadonlyMap<string, number>, counts: Counts): void {
  for (const text of compared.texts) {
    const about = compared.sets.filter(({ annotations }) => annotations.has(text.text));
    for (const type of [anyType, ...types]) {
      const edges = about.flatMap((set) => edgesOf(set.annotations.get(text.text) ?? [], type));
      tallyType(text, about.length, edges, (key, by, stretch) =>
        counts.add(textAt.get(text.text) ?? 0, charactersName(type, key), () => ({ keys: [], members: [], stretch }), by),
      );
    }
  }
}

/** The name of a count of pairs of judgements of one unit of text: both `in` a tag of the type, both `out`, or one of them. */
export const charactersName = (type: string, key: Coincidence): string => `characters ${type} ${key}`;

type Coincidence = 'in in' | 'out out' | 'in out';

interface Edge {
  readonly at: number;
  readonly step: 1 | -1;
}

type Tags = readonly { readonly type: string; readonly segments: readonly { readonly start: number; readonly end: number }[] }[];

/** Where what one set has tagged begins and ends; what lies in several of its tags is tagged once. */
function edgesOf(tags: Tags, type: string): Edge[] {
  const stretches = tags.flatMap((tag) => (type === anyType || tag.type === type ? tag.segments : [])).sort((a, b) => a.start - b.start);
  const edges: Edge[] = [];
  let end = -1;
  for (const stretch of stretches) {
    if (stretch.end <= end) continue;
    if (stretch.start > end) {
      if (end >= 0) edges.push({ at: end, step: -1 });
      edges.push({ at: stretch.start, step: 1 });
    }
    end = stretch.end;
  }
  return end < 0 ? edges : [...edges, { at: end, step: -1 }];
}

/** The coincidences of a text: of m sets k have a unit tagged. */
function tallyType(
  { length }: ComparedText,
  sets: number,
  edges: readonly Edge[],
  add: (key: Coincidence, by: number, stretch: Stretch) => void,
): void {
  let [at, tagged] = [0, 0];
  const count = (until: number) => {
    const [units, others] = [until - at, sets - tagged];
    if (units <= 0 || sets < 2) return;
    const stretch = { start: at, end: until };
    add('in in', (units * tagged * (tagged - 1)) / (sets - 1), stretch);
    add('out out', (units * others * (others - 1)) / (sets - 1), stretch);
    if (tagged > 0 && others > 0) add('in out', (units * tagged * others) / (sets - 1), stretch);
  };
  for (const edge of [...edges].sort((a, b) => a.at - b.at)) {
    count(edge.at);
    [at, tagged] = [edge.at, tagged + edge.step];
  }
  count(length);
}

/** Alpha of each type, and of being tagged at all. */
export function reportCharacters(types: readonly string[], figures: Figures): Characters[] {
  return [anyType, ...types].map((type) => {
    const [both = 0, neither = 0, one = 0] = (['in in', 'out out', 'in out'] as const).map((key) =>
      placeOf(figures.sheet, charactersName(type, key)),
    );
    const alpha = figures.figure((sums) => {
      const [inside, outside, apart] = [sums[both] ?? 0, sums[neither] ?? 0, sums[one] ?? 0];
      const totals = new Map([['in', inside + apart] as const, ['out', outside + apart] as const].filter(([, total]) => total > 0));
      const met = [
        { a: 'in', b: 'out', weight: apart },
        { a: 'out', b: 'in', weight: apart },
      ];
      return alphaOf(met, totals, nominal);
    });
    return { type, alpha };
  });
}

/** Texts by their place in the comparison. */
export const placesOfTexts = ({ texts }: Compared): ReadonlyMap<TextHash, number> => new Map(texts.map(({ text }, at) => [text, at]));
