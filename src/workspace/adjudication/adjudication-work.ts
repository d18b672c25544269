import { adjudicationMessages } from '../../messages/adjudication.ts';
import { workspaceMessages } from '../../messages/workspace.ts';
import { isFinished } from '../../model/gold.ts';
import { applyPatch, type Patch, squash } from '../../model/patch.ts';
import type { Id } from '../../model/records.ts';
import { initialsOf } from '../../model/views/initials.ts';
import { type GoldCard, isOpen } from '../../review/adjudicate/cards.ts';
import { correctGold, finishGold, newGoldSet } from '../../review/adjudicate/editions.ts';
import { decideCard, explain, keepCard, takeAgreed } from '../../review/adjudicate/rulings.ts';
import { type Parameters, text } from '../actions/action.ts';
import { cursorOver } from '../cursor.ts';
import { focusCursor, focusSoon } from '../focus.ts';
import type { Host } from '../host.ts';
import { changeReview, sendReviewed } from '../review/open-review.ts';
import type { OpenReview } from '../review/review-state.ts';
import { waitsForWord } from '../review/sets.ts';
import { say } from '../say.ts';
import { adjudicating } from './adjudicating.ts';
import type { ShownAdjudication } from './adjudication-state.ts';

/** Begins a gold set of some sets, or goes on with one; where one's own set would count as derived, asks first. */
export async function startAdjudication(host: Host, parameters: Parameters): Promise<void> {
  const { project, session } = host.state.getState();
  const gold = text(parameters, 'gold');
  const sets = gold === null ? idsIn(parameters) : (project.sets.get(gold)?.derivedFrom ?? []);
  if (session.article === null || sets.length === 0) return;
  if (sets.some((set) => waitsForWord(host, { set, by: 'adjudication', gold: { gold, sets } }))) return;
  await show(host, sets, gold);
}

const idsIn = ({ sets }: Parameters): readonly Id[] => (Array.isArray(sets) ? sets.filter((id) => typeof id === 'string') : []);

/** Shows the adjudication with everything taken over on which the sets agree, in one step with the new gold set. */
async function show(host: Host, sets: readonly Id[], known: Id | null): Promise<void> {
  const { project, session } = host.state.getState();
  const hash = host.openText();
  if (hash === null) return;
  const context = host.context();
  const made = known === null ? newGoldSet(sets, context) : { set: known, patch: [] as Patch };
  const begun = applyPatch(project, made.patch);
  const review: OpenReview = {
    adjudicates: true,
    set: made.set,
    mine: session.own,
    card: null,
    order: 'text',
    only: null,
    writing: null,
    why: '',
  };
  const adjudication = adjudicating.shown(begun, review, hash);
  const open = adjudication && !isFinished(adjudication.gold, hash);
  const agreed = open ? takeAgreed(begun, adjudication, { ...context, set: made.set }) : [];
  const stored = host.commit('adjudicate', squash([made.patch, agreed]), { parameters: { gold: made.set } });
  host.state.setState({ adjudicating });
  const shownSets = { set: made.set, layers: initialsOf(host.state.getState().project, sets), exposure: null, review };
  host.show({ ...shownSets, selected: null, panel: 'annotation', raised: true, mode: { kind: 'reading' }, offering: null });
  const seen = shown(host);
  const first = seen?.asked.find(isOpen) ?? seen?.asked[0];
  if (first) showCard(host, first);
  focusCursor();
  await stored;
}

function shown(host: Host): ShownAdjudication | null {
  const { project, session } = host.state.getState();
  const hash = host.openText();
  return session.review?.adjudicates && hash !== null ? adjudicating.shown(project, session.review, hash) : null;
}

function showCard(host: Host, card: GoldCard): void {
  changeReview(host, { card: card.id, writing: null, why: '' });
  const segments = (card.tag ?? card.passage?.items[0])?.segments;
  host.show({
    selected: card.tag?.id ?? null,
    ...(segments && { cursor: cursorOver(segments[0]) }),
    view: null,
    mode: { kind: 'reading' },
  });
}

/** Shows a passage by the id of its card. */
export function openPassage(host: Host, parameters: Parameters): void {
  const card = shown(host)?.cards.find(({ id }) => id === text(parameters, 'card'));
  if (card) showCard(host, card);
  // Keys act where the text has the focus, not on the list of cards.
  focusCursor();
}

/** Shows the next passage that somebody has to decide, or the one before. */
export const stepPassage =
  (direction: 1 | -1) =>
  (host: Host): void => {
    const adjudication = shown(host);
    if (!adjudication) return;
    const { asked, current } = adjudication;
    const next = asked[asked.findIndex(({ id }) => id === current?.id) + direction];
    if (next) showCard(host, next);
  };

/** Shows the next passage that is open, from the start again behind the last one. */
export function nextOpenPassage(host: Host): void {
  const adjudication = shown(host);
  const next = adjudication && openBehind(adjudication, adjudication.current);
  if (next) showCard(host, next);
}

/** The next open card behind one of those that are shown, from the start again; where none is, any other. */
function openBehind({ asked, cards }: ShownAdjudication, card: GoldCard | null): GoldCard | undefined {
  const at = asked.findIndex(({ id }) => id === card?.id);
  const others = cards.filter(({ id }) => id !== card?.id);
  return [...asked.slice(at + 1), ...asked.slice(0, Math.max(0, at)), ...others].find(isOpen);
}

/** Takes the reading with this number, from 1; 0 is nothing here. */
export const takeReading =
  (number: number) =>
  async (host: Host): Promise<void> => {
    const adjudication = shown(host);
    const card = adjudication?.current;
    if (!adjudication || !card) return;
    if (adjudication.edition.finished) return host.notice(workspaceMessages.frozen, 'refused');
    const patch = decision(host, adjudication, card, number);
    if (patch === null) return host.notice(adjudicationMessages.noReading(number), 'refused');
    const stored = host.commit('rule', patch, { parameters: { card: card.id } });
    say(host.state, number === 0 ? adjudicationMessages.nothingTaken : adjudicationMessages.taken(number));
    const next = openBehind(adjudication, card);
    showCard(host, next ?? shown(host)?.cards.find(({ id }) => id === card.id) ?? card);
    await stored;
  };

/** What deciding a card by a number changes; `null` where it stands for nothing. */
function decision(host: Host, adjudication: ShownAdjudication, card: GoldCard, number: number): Patch | null {
  if (number === 1 && !card.passage) return keepCard(adjudication, card, host.context());
  const reading = number === 0 ? null : card.passage?.readings[number - 1];
  if (reading === undefined) return null;
  const comment = adjudication.review.why;
  return decideCard(host.state.getState().project, adjudication, { card, reading, comment }, host.context());
}

/** Gives the decision its reason: first the field for the words, then, with them, the reason itself. What is not decided yet keeps it until it is. */
export async function giveReason(host: Host, parameters: Parameters): Promise<void> {
  const adjudication = shown(host);
  const card = adjudication?.current;
  if (!adjudication || !card) return;
  const comment = text(parameters, 'comment');
  if (comment === null) {
    changeReview(host, { writing: 'comment' });
    return focusSoon('[data-review-words]');
  }
  focusCursor();
  if (isOpen(card)) return changeReview(host, { writing: null, why: comment.trim() });
  changeReview(host, { writing: null });
  await host.commit('explain', explain(adjudication, card, comment, host.context()), { parameters: { card: card.id } });
}

/** Finishes the text of the gold set; where something is open, shows that. */
export async function finish(host: Host): Promise<void> {
  const adjudication = shown(host);
  if (!adjudication) return;
  const { open, set, text: hash } = adjudication;
  if (open > 0) {
    nextOpenPassage(host);
    return host.notice(adjudicationMessages.stillOpen(open), 'refused');
  }
  const patch = finishGold(host.state.getState().project, { set, text: hash }, host.context());
  await host.commit('finish-gold', patch, { parameters: { gold: set } });
}

/** Begins the next version of what is finished. */
export async function correct(host: Host): Promise<void> {
  const adjudication = shown(host);
  if (!adjudication) return;
  const { set, text: hash } = adjudication;
  await host.commit('correct-gold', correctGold(host.state.getState().project, { set, text: hash }), { parameters: { gold: set } });
}

/** Leaves the adjudication and offers the gold set as a file, with its decisions. */
export async function sendGold(host: Host): Promise<void> {
  const adjudication = shown(host);
  if (adjudication) await sendReviewed(host, adjudication.set);
}
