import { readerMessages } from '../messages/reader.ts';
import type { Project } from '../model/project.ts';
import type { Annotation } from '../model/records.ts';
import { annotationsInOrder } from '../model/views/tags.ts';
import type { Offer, Tag, Tagged } from '../suggest/offers.ts';
import type { Stretch } from '../text/stretch.ts';
import type { Offering, OpenSuggestions, WorkspaceState } from './state.ts';

/** What stands in the strip: the offers, best first, and the tag they are for; `null` for a quotation that is not tagged. */
export interface Offers {
  readonly target: Annotation | null;
  readonly stretches: readonly Stretch[];
  readonly offers: readonly Offer[];
}

type Asked = readonly [Offering | null, OpenSuggestions | null, Project['annotations'], Project['relations'], Project['entities'], string];

let asked: Asked | null = null;
let answered: Offers | null = null;

/** The offers that are open; `null` where none are. The same object while nothing they depend on changes. */
export function openOffers({ session, suggestions, project }: WorkspaceState): Offers | null {
  const now: Asked = [session.offering, suggestions, project.annotations, project.relations, project.entities, session.set];
  if (asked?.every((part, index) => part === now[index])) return answered;
  asked = now;
  answered = session.offering && suggestions && offersOn(project, session.set, session.offering, suggestions);
  return answered;
}

function offersOn(project: Project, set: string, offering: Offering, { read, rules }: OpenSuggestions): Offers | null {
  if (offering.kind === 'quotation') {
    const target: Tag = { id: '', type: 'quote', stretches: [offering.quotation] };
    const [text] = [...project.texts.values()].filter(({ content }) => content === read.article.text);
    const offers = text ? rules.offersFor(taggedIn(project, text.id, set, read), target) : [];
    return { target: null, stretches: target.stretches, offers };
  }
  const target = project.annotations.get(offering.annotation);
  if (!target || project.texts.get(target.text)?.content !== read.article.text) return null;
  const offers = rules.offersFor(taggedIn(project, target.text, target.set, read), asTag(target));
  return { target, stretches: target.segments, offers };
}

const taggedIn = (project: Project, text: string, set: string, suggestions: Tagged['suggestions']): Tagged => ({
  suggestions,
  tags: annotationsInOrder(project, text, set).map(asTag),
  links: [...project.relations.values()],
  register: [...project.entities.values()],
});

const asTag = ({ id, type, segments, attributes }: Annotation): Tag => ({
  id,
  type,
  stretches: segments,
  identified: 'entity' in attributes,
  ownVoice: attributes.voice === 'article',
});

/** Whom a statement could be linked to though nobody has tagged them, the nearest first; what is tagged is left out. */
export function untaggedSpeakers({ project, suggestions }: WorkspaceState, statement: Annotation): readonly Offer[] {
  if (!suggestions || project.texts.get(statement.text)?.content !== suggestions.read.article.text) return [];
  const { read, rules } = suggestions;
  const seen = new Set<number>();
  return rules.speakersNear(taggedIn(project, statement.text, statement.set, read), asTag(statement)).filter(({ tag, stretches }) => {
    const start = stretches[0]?.start ?? -1;
    return tag === null && !seen.has(start) && seen.add(start);
  });
}

/** An offer in a few words, as strip and status name it. */
export const offerName = ({ kind, words, name }: Offer): string => readerMessages.offer[kind](words, name ?? '');

/** What "all" takes: the first speaker or the article's own voice, every relay, the quotation it continues, and who that is where only one can be meant. */
export function takenTogether(offers: readonly Offer[]): Offer[] {
  const first = offers.find(({ kind }) => kind === 'speaker' || kind === 'own-voice');
  return offers.filter(
    (offer) =>
      offer === first || offer.kind === 'relay' || offer.kind === 'continues' || (offer.kind === 'identity' && offer.candidates === 1),
  );
}
