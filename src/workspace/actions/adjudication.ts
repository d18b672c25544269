import type { WorkspaceState } from '../state.ts';
import { type Action, later } from './action.ts';

// Few adjudicate, and the first load is better off without it.
const work = () => import('../adjudication/adjudication-work.ts');

const adjudicates = ({ session }: WorkspaceState): boolean => session.review?.adjudicates === true;

const rule = (number: number): Action => ({
  id: `rule-${number}`,
  keys: [String(number)],
  writes: true,
  available: adjudicates,
  run: later(work, ({ takeReading }) => takeReading(number)),
});

export const adjudicationActions: readonly Action[] = [
  {
    id: 'adjudicate',
    writes: true,
    available: ({ session }) => session.article !== null,
    run: later(work, ({ startAdjudication }) => startAdjudication),
  },
  { id: 'open-passage', available: adjudicates, run: later(work, ({ openPassage }) => openPassage) },
  { id: 'next-passage', keys: ['j'], available: adjudicates, run: later(work, ({ stepPassage }) => stepPassage(1)) },
  { id: 'previous-passage', keys: ['k'], available: adjudicates, run: later(work, ({ stepPassage }) => stepPassage(-1)) },
  { id: 'next-open-passage', keys: ['u'], available: adjudicates, run: later(work, ({ nextOpenPassage }) => nextOpenPassage) },
  ...Array.from({ length: 10 }, (_, number) => rule(number)),
  { id: 'give-reason', keys: ['m'], writes: true, available: adjudicates, run: later(work, ({ giveReason }) => giveReason) },
  { id: 'finish-gold', keys: ['d'], writes: true, available: adjudicates, run: later(work, ({ finish }) => finish) },
  { id: 'correct-gold', writes: true, available: adjudicates, run: later(work, ({ correct }) => correct) },
  { id: 'send-gold', available: adjudicates, run: later(work, ({ sendGold }) => sendGold) },
];
