import type { WorkspaceState } from '../state.ts';
import { type Action, later } from './action.ts';

// Nobody reviews at a first look, and the first load is better off without it.
const work = () => import('../review/review-work.ts');
const open = () => import('../review/open-review.ts');

const inEither = ({ session }: WorkspaceState): boolean => session.review !== null;
const inReview = ({ session }: WorkspaceState): boolean => session.review?.adjudicates === false;
const reading = ({ session }: WorkspaceState): boolean => session.article !== null;

export const reviewActions: readonly Action[] = [
  { id: 'start-review', available: reading, run: later(work, ({ startReview }) => startReview) },
  { id: 'toggle-layer', available: reading, run: later(work, ({ toggleLayer }) => toggleLayer) },
  {
    id: 'go-on-exposed',
    writes: true,
    available: ({ session }) => session.exposure !== null,
    run: later(work, ({ goOnExposed }) => goOnExposed),
  },
  { id: 'wait', available: ({ session }) => session.exposure !== null, run: (host) => host.show({ exposure: null }) },
  { id: 'leave-review', available: inEither, run: later(open, ({ leaveReview }) => leaveReview) },
  { id: 'open-card', available: inReview, run: later(work, ({ openCard }) => openCard) },
  { id: 'next-card', keys: ['j'], available: inReview, run: later(work, ({ stepCard }) => stepCard(1)) },
  { id: 'previous-card', keys: ['k'], available: inReview, run: later(work, ({ stepCard }) => stepCard(-1)) },
  { id: 'accept-card', keys: ['a'], writes: true, available: inReview, run: later(work, ({ accept }) => accept) },
  { id: 'reject-card', keys: ['r'], writes: true, available: inReview, run: later(work, ({ write }) => write('reject')) },
  { id: 'question-card', keys: ['f'], writes: true, available: inReview, run: later(work, ({ write }) => write('question')) },
  { id: 'comment-card', keys: ['m'], writes: true, available: inReview, run: later(work, ({ write }) => write('comment')) },
  { id: 'amend-verdict', writes: true, available: inReview, run: later(work, ({ amend }) => amend) },
  { id: 'filter-cards', available: inEither, run: later(work, ({ filterCards }) => filterCards) },
  { id: 'order-cards', available: inEither, run: later(work, ({ orderCards }) => orderCards) },
  { id: 'send-reply', available: inReview, run: later(work, ({ sendReply }) => sendReply) },
];
