import { contentHash } from '../../formats/package/merge.ts';
import type { Project } from '../../model/project.ts';
import type { Annotation, AnnotationSet, Id, Review, Ruling, TextHash } from '../../model/records.ts';
import { isAgreed, type Passage, type Sources } from './passages.ts';

/** What sets say where none of them has anything. */
export const stateOfNothing = contentHash([]);

/** Where a passage stands: nobody had to decide it; somebody did; it was decided and what it was made from has changed since; nobody has yet. */
type Standing = 'agreed' | 'decided' | 'reopened' | 'open';

/** A passage with what was decided of it. `passage` is `null` where only the gold set has, or had, a tag. */
export interface GoldCard {
  readonly id: Id;
  readonly start: number;
  readonly end: number;
  readonly passage: Passage | null;
  readonly standing: Standing;
  /** The last decision, also where it no longer holds. */
  readonly ruling: Ruling | null;
  /** All decisions that the next one takes the place of. */
  readonly replaced: readonly Ruling[];
  /** The tag of the gold set. */
  readonly tag: Annotation | null;
}

/** The rulings of a gold set’s author on a text of which no other has taken the place, oldest first. */
export function standingRulings(
  reviews: Iterable<Review>,
  { id: set, author }: Pick<AnnotationSet, 'id' | 'author'>,
  text: TextHash,
): Ruling[] {
  const rulings = [...reviews].filter(
    (one): one is Ruling => one.kind === 'ruling' && one.set === set && one.text === text && one.author === author,
  );
  const gone = new Set(rulings.flatMap(({ replaces = [] }) => replaces));
  return rulings
    .filter(({ id }) => !gone.has(id))
    .sort((a, b) => (a.created === b.created ? (a.id < b.id ? -1 : 1) : a.created < b.created ? -1 : 1));
}

/** All cards of an adjudication in the order of the text. */
export function goldCards(project: Project, { passages }: Sources, set: Pick<AnnotationSet, 'id' | 'author'>, text: TextHash): GoldCard[] {
  const rulings = standingRulings(project.reviews.values(), set, text);
  const homes = new Map(passages.flatMap((passage) => passage.items.map(({ id }) => [id, passage] as const)));
  const of = new Map<Passage, Ruling[]>();
  const loose: Ruling[] = [];
  for (const ruling of rulings) {
    const passage = mostOf(ruling.items.flatMap((id) => homes.get(id) ?? []));
    if (!passage) loose.push(ruling);
    else of.set(passage, [...(of.get(passage) ?? []), ruling]);
  }
  const cards = [
    ...passages.map((passage) => cardOf(project, passage, of.get(passage) ?? [])),
    ...loose.flatMap((ruling) => looseCard(project, ruling)),
  ];
  return cards.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** What occurs most often, of several the first. */
function mostOf(passages: readonly Passage[]): Passage | null {
  const counts = new Map<Passage, number>();
  for (const passage of passages) counts.set(passage, (counts.get(passage) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

function cardOf(project: Project, passage: Passage, rulings: readonly Ruling[]): GoldCard {
  const ruling = rulings.find(({ state }) => state === passage.state) ?? rulings.at(-1) ?? null;
  // What was taken over because all agreed is asked where they no longer do, as where a tag elsewhere went and left a link contested.
  const same = ruling?.state === passage.state && (!ruling.agreed || isAgreed(passage));
  const holds = rulings.length === 1 && same;
  const standing = ruling === null ? 'open' : !holds ? 'reopened' : ruling.agreed ? 'agreed' : 'decided';
  const tag = project.annotations.get(ruling?.tag ?? '') ?? null;
  return { id: passage.id, start: passage.start, end: passage.end, passage, standing, ruling, replaced: rulings, tag };
}

/** A decision without a passage: a tag that only the gold set has, or that all sets have given up since. Nothing where there is no tag either. */
function looseCard(project: Project, ruling: Ruling): GoldCard[] {
  const tag = project.annotations.get(ruling.tag ?? '');
  if (!tag) return [];
  const [start, end] = [tag.segments[0].start, Math.max(...tag.segments.map((segment) => segment.end))];
  const standing = ruling.items.length === 0 ? 'decided' : 'reopened';
  return [{ id: ruling.id, start, end, passage: null, standing, ruling, replaced: [ruling], tag }];
}

/** True for a card that waits for a decision. */
export const isOpen = ({ standing }: GoldCard): boolean => standing === 'open' || standing === 'reopened';

/** True where a card can be decided without anybody: all sets agree, and nobody has said otherwise. */
export const decidesItself = ({ standing, passage, ruling }: GoldCard): boolean =>
  passage !== null && isAgreed(passage) && (standing === 'open' || (standing === 'reopened' && ruling?.agreed === true));
