import type { Stretch } from '../text/stretch.ts';
import type { Attribution, Rule } from './attribution.ts';
import { attributionPhrase } from './attribution-phrase.ts';
import { sentenceAround } from './sentence-around.ts';
import type { Suggestions } from './suggestions.ts';
import { type Known, whoIs } from './who-is.ts';

/** A tag that is there: an annotation without what offers need not know. Stretches in UTF-16 units. */
export interface Tag {
  readonly id: string;
  readonly type: string;
  readonly stretches: readonly Stretch[];
  /** True for a source of which it has been said who it is. */
  readonly identified?: boolean;
  /** True for a claim that is the article's own. */
  readonly ownVoice?: boolean;
}

/** A link that is there, by the ids of its tags. */
export interface Link {
  readonly type: string;
  readonly from: string;
  readonly to: string;
}

/** What an offer would do: link a speaker or claimer, link a relay, link the quotation this one continues, say who a mention is, or take the statement for the article's own. */
type OfferKind = 'speaker' | 'relay' | 'continues' | 'identity' | 'own-voice';

/** One thing that can be taken after a tag was made. */
export interface Offer {
  readonly kind: OfferKind;
  readonly rule: Rule;
  readonly score: number;
  /** The words to tag as source (UTF-16 units); empty for `own-voice`, and for `identity` the mention itself. */
  readonly stretches: readonly Stretch[];
  /** These words, as the text has them. */
  readonly words: string;
  /** The words that speak for it: the verb, or the earlier mention. */
  readonly cue: string;
  /** The tag that stands there already: it is to be linked, not made again. `null` where there is none. */
  readonly tag: string | null;
  /** Who the mention is, as far as is known; a name that no register entry has makes one. `entity` and `name` are `null` where a person must say. */
  readonly entity: string | null;
  readonly name: string | null;
  /** How often the mention may be somebody else: more than one candidate is never decided silently. */
  readonly candidates: number;
}

/** What is known of an article when offers are asked for. */
export interface Tagged {
  readonly suggestions: Suggestions;
  readonly tags: readonly Tag[];
  readonly links: readonly Link[];
  readonly register: readonly Known[];
}

/** The offers after a tag was made or chosen, best first: speaker, relays, the quotation it continues, who is meant; the article's own voice first where nobody else is named. What is settled already is not offered again, so that taking the first offer twice undoes nothing. */
export function offersFor(tagged: Tagged, target: Tag): Offer[] {
  if (target.type === 'source') return identityOffers(tagged, target.stretches[0] ?? null);
  const attribution = attributionOf(tagged.suggestions, target);
  const around = insideOffers(tagged, target);
  const named = attribution ? speakerOffers(tagged, attribution) : [];
  const speakers = distinct([...around, ...named]);
  const voice = target.type === 'claim' && speakers.length === 0 ? [ownVoice] : [];
  const near = target.type === 'quote' || speakers.length > 0 ? nearOffers(tagged, target) : [];
  const offers = [
    ...voice,
    ...speakers.slice(0, 1),
    ...(attribution ? relayOffers(tagged, attribution) : []),
    ...creditOffers(tagged, target),
    ...continuesOffers(tagged, target, attribution),
    ...(speakers[0] && speakers[0].name === null ? identityOffers(tagged, speakers[0].stretches[0] ?? null) : []),
    ...distinct([...speakers, ...near]).slice(speakers.length > 0 ? 1 : 0),
  ];
  return offers.filter((offer) => !isSettled(tagged, target, offer));
}

const ownVoice: Offer = {
  kind: 'own-voice',
  rule: 'own-voice',
  score: 0.5,
  stretches: [],
  words: '',
  cue: '',
  tag: null,
  entity: null,
  name: null,
  candidates: 0,
};

const overlaps = (one: readonly Stretch[], other: readonly Stretch[]): boolean =>
  one.some((a) => other.some((b) => a.start < b.end && b.start < a.end));

const within = (inner: readonly Stretch[], outer: readonly Stretch[]): boolean =>
  inner.every((a) => outer.some((b) => b.start <= a.start && a.end <= b.end));

function attributionOf({ attributions, article }: Suggestions, { type, stretches }: Tag): Attribution | null {
  const found = attributions
    .filter(({ content, quoted }) => overlaps(content, stretches) && (type !== 'quote' || quoted))
    .sort((a, b) => b.score - a.score)[0];
  const first = stretches[0];
  if (found || !first || type === 'quote') return found ?? null;
  const sentence = sentenceAround(article, first.start);
  const phrase = sentence && attributionPhrase(article.text, sentence, article.language);
  return phrase && overlaps(phrase.content, stretches) ? phrase : null;
}

function speakerOffers(tagged: Tagged, { source, cue, rule, score }: Attribution): Offer[] {
  return source.length === 0 ? [] : [sourceOffer(tagged, 'speaker', rule, score, source, cue)];
}

const relayOffers = (tagged: Tagged, { relays, score }: Attribution): Offer[] =>
  relays.map((relay) => sourceOffer(tagged, 'relay', relay.rule, score, relay.source, relay.cue));

// Who took or passed on a picture stands behind its caption.
function creditOffers(tagged: Tagged, { stretches }: Tag): Offer[] {
  const { zones } = tagged.suggestions.article;
  const index = zones.findIndex(({ kind, start, end }) => kind === 'caption' && within(stretches, [{ start, end }]));
  const credit = index < 0 ? undefined : zones[index + 1];
  return credit?.kind === 'credit' ? [sourceOffer(tagged, 'relay', 'credit', 0.8, [{ start: credit.start, end: credit.end }], [])] : [];
}

function sourceOffer(
  tagged: Tagged,
  kind: OfferKind,
  rule: Rule,
  score: number,
  source: readonly Stretch[],
  cue: readonly Stretch[],
): Offer {
  const { text } = tagged.suggestions.article;
  const words = (stretches: readonly Stretch[]) => stretches.map(({ start, end }) => text.slice(start, end)).join(' … ');
  const there = tagged.tags.find(({ type, stretches }) => type === 'source' && overlaps(stretches, source));
  const [first] = there?.stretches ?? source;
  const who = first ? whoIs(tagged.suggestions, first, tagged.register) : null;
  const only = who?.kind === 'name' && who.candidates.length === 1 ? who.candidates[0] : undefined;
  const name = only?.name ?? (who?.candidates.length === 0 ? who.name : null);
  return {
    kind,
    rule,
    score,
    stretches: there?.stretches ?? source,
    words: words(there?.stretches ?? source),
    cue: words(cue),
    tag: there?.id ?? null,
    entity: only?.entity ?? null,
    name,
    candidates: who?.candidates.length ?? 0,
  };
}

// A claim inside a quotation has its speaker, and a quotation the claimer of what it holds.
function insideOffers(tagged: Tagged, target: Tag): Offer[] {
  const [relation, other] = target.type === 'claim' ? ['said-by', 'quote'] : ['claimed-by', 'claim'];
  const near = tagged.tags.filter(
    ({ id, type, stretches }) =>
      id !== target.id &&
      type === other &&
      (target.type === 'claim' ? within(target.stretches, stretches) : within(stretches, target.stretches)),
  );
  return near
    .flatMap(({ id }) => linkedSources(tagged, id, relation ?? ''))
    .map((source) => sourceOffer(tagged, 'speaker', 'inside', 0.9, source.stretches, []));
}

function linkedSources({ tags, links }: Tagged, from: string, relation: string): Tag[] {
  return links.filter((link) => link.type === relation && link.from === from).flatMap(({ to }) => tags.filter(({ id }) => id === to));
}

// The rules of a speaker who goes on speaking, and the quotation before that has been tagged.
function continuesOffers(tagged: Tagged, target: Tag, attribution: Attribution | null): Offer[] {
  if (target.type !== 'quote' || !attribution || !['follows', 'paragraph-above', 'split', 'continues'].includes(attribution.rule))
    return [];
  const start = target.stretches[0]?.start ?? 0;
  const before = tagged.tags.filter(
    ({ id, type, stretches }) => type === 'quote' && id !== target.id && (stretches.at(-1)?.end ?? 0) <= start,
  );
  const last = before.sort((a, b) => (a.stretches[0]?.start ?? 0) - (b.stretches[0]?.start ?? 0)).at(-1);
  const same = last && attributionOf(tagged.suggestions, last)?.source[0]?.start === attribution.source[0]?.start;
  if (!last || !same) return [];
  const { text } = tagged.suggestions.article;
  const words = last.stretches.map(({ start: from, end }) => text.slice(from, end)).join(' … ');
  return [{ ...ownVoice, kind: 'continues', rule: 'continues', score: attribution.score, stretches: last.stretches, words, tag: last.id }];
}

function identityOffers(tagged: Tagged, mention: Stretch | null): Offer[] {
  const who = mention && whoIs(tagged.suggestions, mention, tagged.register);
  if (!who || !mention || tagged.tags.some(({ identified, stretches }) => identified && overlaps(stretches, [mention]))) return [];
  const words = tagged.suggestions.article.text.slice(mention.start, mention.end);
  return who.candidates.map(({ entity, name, words: cue }, index) => ({
    ...ownVoice,
    kind: 'identity' as const,
    rule: 'mention' as const,
    score: 0.7 - index * 0.1,
    stretches: [mention],
    words,
    cue,
    entity,
    name,
    candidates: who.candidates.length,
  }));
}

const nearest = 5;

type Mention = Pick<Attribution, 'source' | 'cue'>;

// Whoever else speaks close by or begins a sentence there, for when the rule is wrong.
function nearOffers(tagged: Tagged, target: Tag): Offer[] {
  const speak = speaking(tagged);
  const silent: Mention[] = [];
  for (const opening of byDistance(target, tagged.suggestions.openings.map(alone))) {
    if (silent.length === nearest) break;
    if (!speak.some(({ source }) => overlaps(source, opening.source))) silent.push(opening);
  }
  return byDistance(target, [...byDistance(target, speak).slice(0, nearest), ...silent])
    .slice(0, nearest)
    .map(nearOffer(tagged));
}

/** Everybody who speaks in the article, mention by mention, the nearest to a tag first. */
export const speakersNear = (tagged: Tagged, target: Tag): Offer[] => byDistance(target, speaking(tagged)).map(nearOffer(tagged));

const speaking = ({ suggestions }: Tagged): Mention[] => suggestions.attributions.filter(({ source }) => source.length > 0);
const alone = (stretch: Stretch): Mention => ({ source: [stretch], cue: [] });

function byDistance(target: Tag, mentions: readonly Mention[]): Mention[] {
  const at = target.stretches[0]?.start ?? 0;
  const distance = ({ source }: Mention) => Math.abs((source[0]?.start ?? 0) - at);
  return [...mentions].sort((a, b) => distance(a) - distance(b));
}

const nearOffer =
  (tagged: Tagged) =>
  ({ source, cue }: Mention): Offer =>
    sourceOffer(tagged, 'speaker', 'near', 0.2, source, cue);

function distinct(offers: readonly Offer[]): Offer[] {
  const seen = new Set<number>();
  return offers.filter(({ stretches }) => {
    const start = stretches[0]?.start ?? -1;
    return !seen.has(start) && seen.add(start);
  });
}

const relations: Readonly<Partial<Record<OfferKind, readonly string[]>>> = {
  speaker: ['said-by', 'claimed-by'],
  relay: ['relayed-via'],
  continues: ['continues'],
};

function isSettled({ links }: Tagged, target: Tag, { kind, rule, tag }: Offer): boolean {
  const made = links.filter(({ type, from }) => from === target.id && relations[kind]?.includes(type));
  if (tag !== null && made.some(({ to }) => to === tag)) return true;
  const spoken = target.ownVoice || links.some(({ type, from }) => from === target.id && relations.speaker?.includes(type));
  if (kind === 'own-voice') return spoken === true;
  // A quote has one speaker; a claim may have more, but not anybody who is merely near.
  return kind === 'speaker' && spoken === true && (target.type === 'quote' || target.ownVoice === true || rule === 'near');
}
