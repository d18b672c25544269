import { reviewMessages } from '../../messages/review.ts';
import { statusMessages } from '../../messages/status.ts';
import { verdictMessages } from '../../messages/verdicts.ts';
import { markDerived } from '../../model/commands/exposure.ts';
import { applyPatch, type Patch, squash } from '../../model/patch.ts';
import type { Verdict } from '../../model/records.ts';
import { firstWords } from '../../model/views/first-words.ts';
import { initialsOf } from '../../model/views/initials.ts';
import { differenceKinds } from '../../review/align/difference.ts';
import { decisionsAgainst, membersOf } from '../../review/verdicts/cards.ts';
import { carryOut } from '../../review/verdicts/carry-out.ts';
import { addRemark, amendVerdict, answerVerdict, type Decision, giveVerdicts } from '../../review/verdicts/commands.ts';
import { titleOfCard } from '../../review/verdicts/wording.ts';
import { type Parameters, text } from '../actions/action.ts';
import { cursorOver } from '../cursor.ts';
import { focusCursor, focusSoon } from '../focus.ts';
import type { Host } from '../host.ts';
import { say } from '../say.ts';
import { noLayers } from '../session.ts';
import { shownReview } from './cards.ts';
import { changeReview, sendReviewed } from './open-review.ts';
import type { OpenReview, ShownCard, ShownReview } from './review-state.ts';
import { reviewing } from './reviewing.ts';
import { exposedHere, lookAt, waitsForWord } from './sets.ts';

/** Opens the review of a set, or as its author what was said of it; where one's own would count as derived, asks first. */
export function startReview(host: Host, parameters: Parameters): void {
  const { project, session } = host.state.getState();
  const set = text(parameters, 'set') ?? session.exposure?.set ?? session.set;
  if (!project.sets.has(set) || session.article === null) return;
  if (waitsForWord(host, { set, by: 'review' })) return;
  host.state.setState({ reviewing });
  host.show({
    set,
    layers: noLayers,
    exposure: null,
    review: { adjudicates: false, set, mine: session.own, card: null, order: 'weight', only: null, writing: null, why: '' },
    selected: null,
    panel: 'annotation',
    raised: true,
    mode: { kind: 'reading' },
    offering: null,
  });
  const [first] = shown(host)?.cards ?? [];
  if (first) showCard(host, first);
}

/** Shows the tags of another set over those of the shown one, or no longer. */
export function toggleLayer(host: Host, parameters: Parameters): void {
  const { project, session } = host.state.getState();
  const set = text(parameters, 'set');
  if (set === null) return;
  const on = session.layers.has(set);
  if (!on && waitsForWord(host, { set, by: 'layer' })) return;
  const sets = on ? [...session.layers.keys()].filter((layer) => layer !== set) : [...session.layers.keys(), set];
  host.show({ layers: initialsOf(project, sets), exposure: null });
}

/** Goes on all the same: one's own set counts as derived from then on. */
export async function goOnExposed(host: Host): Promise<void> {
  const { project, session } = host.state.getState();
  const { exposure } = session;
  if (!exposure) return;
  const others = exposedHere(host, exposure.gold?.sets ?? [exposure.set]);
  const stored = host.commit('see-set', markDerived(project, { mine: session.own, others }));
  if (exposure.by === 'review') startReview(host, { set: exposure.set });
  else if (exposure.by === 'layer') toggleLayer(host, { set: exposure.set });
  else if (exposure.by === 'set') lookAt(host, exposure);
  else await (await import('../adjudication/adjudication-work.ts')).startAdjudication(host, { ...exposure.gold });
  await stored;
}

/** Shows a card by its id. */
export function openCard(host: Host, parameters: Parameters): void {
  const card = shown(host)?.cards.find(({ id }) => id === text(parameters, 'card'));
  if (card) showCard(host, card);
  // Keys act where the text has the focus, not on the list of cards.
  focusCursor();
}

/** Shows the next card, or the one before. */
export const stepCard =
  (direction: 1 | -1) =>
  (host: Host): void => {
    const review = shown(host);
    if (!review) return;
    const at = review.cards.findIndex(({ id }) => id === review.current?.id);
    const next = review.cards[at + direction];
    if (next) showCard(host, next);
    say(host.state, next ? cardInWords(review, next) : statusMessages.nothingFurther);
  };

function cardInWords({ cards }: Pick<ShownReview, 'cards'>, card: ShownCard): string {
  return reviewMessages.cardNow(cards.indexOf(card) + 1, cards.length, firstWords(titleOfCard(card), shownLength));
}

const shownLength = 60;

function showCard(host: Host, card: ShownCard): void {
  changeReview(host, { card: card.id, writing: null });
  const { project } = host.state.getState();
  const selected = project.annotations.has(card.id) ? card.id : null;
  const segments = card.theirs?.tag.segments ?? card.mine?.segments ?? card.missing?.proposal?.segments;
  host.show({
    selected: card.theirs ? selected : null,
    ...(segments && { cursor: cursorOver(segments[0]) }),
    view: null,
    mode: { kind: 'reading' },
  });
}

function shown(host: Host): ShownReview | null {
  const { project, session } = host.state.getState();
  const text = host.openText();
  return session.review && text !== null ? shownReview(project, session.review, text) : null;
}

/** Agrees with a card; as its author, does what was proposed. */
export async function accept(host: Host): Promise<void> {
  const review = shown(host);
  const card = review?.current;
  if (!card) return;
  if (review.asAuthor) return acceptProposals(host, review, card);
  if (!card.theirs) return host.notice(reviewMessages.nothingToAccept, 'refused');
  await decide(host, review, card, [{ kind: 'agree', target: membersOf(card.theirs) }]);
}

/** All that is asked on a card and not answered yet, done and answered in one step. */
async function acceptProposals(host: Host, { cards }: ShownReview, card: ShownCard): Promise<void> {
  const open = openVerdicts(card);
  if (open.length === 0) return host.notice(reviewMessages.nothingToAccept, 'refused');
  const context = host.context();
  const { project } = host.state.getState();
  const patches: Patch[] = [];
  let seen = project;
  for (const verdict of open) {
    const carried = carryOut(seen, verdict, context);
    if (carried === null) return host.notice(reviewMessages.cannotApply, 'refused');
    const patch = squash([carried, answerVerdict(seen, { verdict: verdict.id, kind: 'accepted' }, context)]);
    seen = applyPatch(seen, patch);
    patches.push(patch);
  }
  await said(host, cards, card, squash(patches), 'accepted');
}

/** The verdicts on a card that ask for something and have no answer, or only that it be talked about. */
const openVerdicts = ({ threads }: ShownCard): Verdict[] =>
  threads.flatMap(({ verdict, answer }) => (verdict.kind !== 'agree' && (answer === null || answer.kind === 'discuss') ? [verdict] : []));

/** Rejects, asks or comments: first the field for the words, then, with them, the word itself. */
export const write =
  (what: NonNullable<OpenReview['writing']>) =>
  async (host: Host, parameters: Parameters): Promise<void> => {
    const review = shown(host);
    const card = review?.current;
    if (!card) return;
    const comment = text(parameters, 'comment');
    if (comment === null) {
      changeReview(host, { writing: what });
      return focusSoon('[data-review-words]');
    }
    changeReview(host, { writing: null });
    focusCursor();
    if (review.asAuthor) await answerWith(host, review, card, what, comment);
    else await decideWith(host, review, card, what, comment);
  };

async function answerWith(
  host: Host,
  { cards }: ShownReview,
  card: ShownCard,
  what: NonNullable<OpenReview['writing']>,
  comment: string,
): Promise<void> {
  const { project } = host.state.getState();
  const context = host.context();
  const open = openVerdicts(card);
  const [last] = (open.length > 0 ? open : card.threads.map(({ verdict }) => verdict)).slice(-1);
  if (!last) return host.notice(reviewMessages.nobodySaid, 'refused');
  if (what === 'comment') return said(host, [], card, addRemark(project, { verdict: last.id, comment }, context), 'remark');
  const kind = what === 'reject' ? 'declined' : 'discuss';
  const patch = (open.length > 0 ? open : [last]).flatMap(({ id }) => answerVerdict(project, { verdict: id, kind, comment }, context));
  await said(host, cards, card, patch, kind);
}

async function decideWith(
  host: Host,
  review: ShownReview,
  card: ShownCard,
  what: NonNullable<OpenReview['writing']>,
  comment: string,
): Promise<void> {
  const { project } = host.state.getState();
  const context = host.context();
  const words = comment.trim() === '' ? {} : { comment: comment.trim() };
  if (what === 'reject')
    return decide(
      host,
      review,
      card,
      decisionsAgainst(project, review.scope, card).map((decision) => ({ ...decision, ...words })),
    );
  const own = card.threads
    .map(({ verdict }) => verdict)
    .filter(({ author }) => author === context.author)
    .at(-1);
  if (what === 'comment' && own) return said(host, [], card, addRemark(project, { verdict: own.id, comment }, context), 'remark');
  if (comment.trim() === '' || !card.theirs) return;
  await decide(host, review, card, [{ kind: 'question', target: membersOf(card.theirs), ...words }]);
}

function decide(host: Host, { scope, cards }: ShownReview, card: ShownCard, decisions: readonly Decision[]): Promise<void> {
  const patch = giveVerdicts(host.state.getState().project, scope, decisions, host.context());
  return said(host, cards, card, patch, decisions[0]?.kind ?? 'question');
}

/** Stores what was said of a card in one step and shows the next card that waits. */
async function said(host: Host, cards: readonly ShownCard[], card: ShownCard, patch: Patch, kind: string): Promise<void> {
  const stored = host.commit('review', patch, { parameters: { card: card.id, kind } });
  const at = cards.findIndex(({ id }) => id === card.id);
  const next = [...cards.slice(at + 1), ...cards.slice(0, Math.max(0, at))].find(({ done }) => !done);
  const moves = next !== undefined && at >= 0;
  if (moves) showCard(host, next);
  say(host.state, [verdictMessages.said(kind), ...(moves ? [cardInWords({ cards }, next)] : [])].join('. '));
  await stored;
}

/** Says of the reviewer's own verdict how much it matters, or that the rule is unclear. */
export async function amend(host: Host, parameters: Parameters): Promise<void> {
  const card = shown(host)?.current;
  const verdict = text(parameters, 'verdict');
  if (!card || verdict === null) return;
  const severity = severities.find((one) => one === parameters.severity);
  const ruleUnclear = typeof parameters.ruleUnclear === 'boolean' ? { ruleUnclear: parameters.ruleUnclear } : {};
  const patch = amendVerdict(host.state.getState().project, { verdict, ...(severity && { severity }), ...ruleUnclear }, host.context());
  await host.commit('review', patch, { parameters: { card: card.id, kind: 'amended' } });
}

const severities = ['meaning', 'rule', 'cosmetic'] as const;

/** Shows the cards that differ in one thing alone, or all of them. */
export function filterCards(host: Host, parameters: Parameters): void {
  const only = differenceKinds.find((kind) => kind === parameters.only) ?? null;
  changeReview(host, { only, card: null });
}

/** Orders the cards by what matters most, or as the text goes. */
export function orderCards(host: Host, parameters: Parameters): void {
  changeReview(host, { order: parameters.order === 'text' ? 'text' : 'weight' });
}

/** Leaves the review and offers the file that carries it: the set on this text, and what was said of it. */
export async function sendReply(host: Host): Promise<void> {
  const review = shown(host);
  if (!review) return;
  await sendReviewed(host, review.scope.set);
}
