import type { Annotation, Id, TextHash } from '../../model/records.ts';
import type { Stretch } from '../../text/stretch.ts';
import { onlyDifferIn } from '../align/extent.ts';
import type { Alignment } from './alignment.ts';
import { type Cell, type Counted, evidenceOf } from './cell.ts';
import { anyType } from './found.ts';

/** What one set has on a passage; `null` for no tag. */
interface PassageReading {
  readonly set: Id;
  readonly tag: {
    readonly id: Id;
    readonly type: string;
    readonly words: string;
    readonly start: number;
    readonly values: Readonly<Record<string, string>>;
    /** Of a link: the words that it leads to, as far as the set has it. */
    readonly target?: string;
  } | null;
}

/** A passage behind a count (UTF-16 units of the text), what each set has there, and in what they differ: `missing`, `type`, `edges`, or attributes by id. */
export interface Passage extends Stretch {
  readonly article: Id;
  readonly text: TextHash;
  readonly words: string;
  readonly readings: readonly PassageReading[];
  readonly differ: readonly string[];
}

/** The passages behind a count: how many there are, which is what the count says, and some of them. */
export interface Behind {
  readonly total: number;
  readonly passages: readonly Passage[];
}

/** The passages behind a count in the order of the texts, so many from a place on. */
export function passagesBehind(alignment: Alignment, cell: Cell, from: number, count: number): Behind {
  const places = evidenceOf(alignment, cell).map((one): Place => ({ ...one, ...stretchOf(one) }));
  places.sort((a, b) => a.text - b.text || a.start - b.start || a.end - b.end);
  return { total: places.length, passages: places.slice(from, from + count).map((place) => passageOf(alignment, cell, place)) };
}

interface Place extends Counted, Stretch {}

type Members = ReadonlyMap<number, Annotation>;

function stretchOf({ members, stretch }: Counted): Stretch {
  if (stretch) return stretch;
  const segments = members.flatMap(([, tag]) => tag.segments);
  return { start: Math.min(...segments.map(({ start }) => start)), end: Math.max(...segments.map(({ end }) => end)) };
}

function passageOf(alignment: Alignment, cell: Cell, place: Place): Passage {
  const { compared } = alignment;
  const { stretch } = place;
  const text = compared.texts[place.text];
  const members = stretch ? touching(alignment, place.text, stretch, cell) : withPartners(alignment, cell, place);
  const differ = differencesOf(alignment, cell, place.text, members);
  const shown = new Set('attribute' in cell ? [cell.attribute, ...differ] : differ);
  const [words = ''] = [...members.values()].map(wordsOf).sort((a, b) => b.length - a.length);
  const targets = new Map(place.targets);
  // With a tag that is aligned it may reach further than what was counted.
  const { start, end } = stretchOf({ ...place, members: [...members] });
  return {
    article: text?.article ?? '',
    text: text?.text ?? '',
    start,
    end,
    words: stretch && text?.content !== undefined ? text.content.slice(start, end) : words,
    readings: setsOf(alignment, place.text, cell).map((set) => ({
      set: compared.sets[set]?.set.id ?? '',
      tag: tagRead(members.get(set), shown, targets.get(set)),
    })),
    differ,
  };
}

function tagRead(tag: Annotation | undefined, shown: ReadonlySet<string>, target: Annotation | undefined): PassageReading['tag'] {
  if (!tag) return null;
  const values = Object.fromEntries(Object.entries(tag.attributes).filter(([id]) => shown.has(id)));
  const read = { id: tag.id, type: tag.type, words: wordsOf(tag), start: tag.segments[0].start, values };
  return target ? { ...read, target: wordsOf(target) } : read;
}

const wordsOf = ({ segments }: Annotation): string => segments.map(({ exact }) => exact).join(' … ');

/** The sets that a cell is about, as far as they are about the text. */
function setsOf({ compared: { sets, texts } }: Alignment, at: number, cell: Cell): number[] {
  const wanted = 'sets' in cell ? cell.sets : 'of' in cell ? cell.of : 'set' in cell ? [cell.set] : null;
  return sets.flatMap(({ set, annotations }, index) =>
    annotations.has(texts[at]?.text ?? '') && (wanted?.includes(set.id) ?? true) ? [index] : [],
  );
}

/** The tags that were counted, by set; and the one that a tag of one set alone is aligned with, where it differs too much to count. */
function withPartners({ aligned, compared }: Alignment, cell: Cell, { text, members }: Place): Members {
  const [only] = members;
  if (cell.part !== 'found' || members.length !== 1 || !only) return new Map(members);
  const [first, second] = cell.sets.map((id) => compared.sets.findIndex(({ set }) => set.id === id));
  const own = aligned.find((one) => one.text === compared.texts[text] && one.first === first && one.second === second);
  const pair = own?.pairs.find((one) => one.first.id === only[1].id || one.second.id === only[1].id);
  return own && pair ? new Map([[own.first, pair.first] as const, [own.second, pair.second] as const]) : new Map(members);
}

/** The first tag of each set that covers a part of a stretch. */
function touching({ compared }: Alignment, at: number, { start, end }: Stretch, cell: Cell): Members {
  const type = 'type' in cell ? cell.type : anyType;
  const tags = compared.sets.flatMap(({ annotations }, set) => {
    const all = annotations.get(compared.texts[at]?.text ?? '') ?? [];
    const tag = all.find(
      (one) => (type === anyType || one.type === type) && one.segments.some((segment) => segment.start < end && start < segment.end),
    );
    return tag ? [[set, tag] as const] : [];
  });
  return new Map(tags);
}

/** In what the tags of a passage differ. */
function differencesOf(alignment: Alignment, cell: Cell, at: number, members: Members): string[] {
  const [first, ...others] = [...members.values()];
  const text = alignment.compared.texts[at];
  if (!first || !text) return [];
  const sameType = others.filter(({ type }) => type === first.type);
  const isElsewhere = ({ segments }: Annotation) => onlyDifferIn(first.segments, segments, text.content, text.language)?.length !== 0;
  const known = alignment.counted.filter(({ type }) => type === first.type).map(({ definition }) => definition.id);
  return [
    ...(setsOf(alignment, at, cell).some((set) => !members.has(set)) ? ['missing'] : []),
    ...(sameType.length < others.length ? ['type'] : []),
    ...(others.some(isElsewhere) ? ['edges'] : []),
    ...known.filter((id) => sameType.some(({ attributes }) => attributes[id] !== first.attributes[id])),
  ];
}
