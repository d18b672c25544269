import { type Action, later } from './action.ts';

// Seldom asked for, and the first load is better off without it.
const work = () => import('../agreement/agreement-work.ts');

const always = () => true;

export const agreementActions: readonly Action[] = [
  { id: 'show-agreement', available: always, run: later(work, ({ show }) => show) },
  { id: 'choose-agreement', available: always, run: later(work, ({ choose }) => choose) },
  { id: 'measure-agreement', available: always, run: later(work, ({ measure }) => measure) },
  { id: 'cancel-agreement', available: always, run: later(work, ({ cancel }) => cancel) },
  { id: 'show-passages', available: always, run: later(work, ({ showPassages }) => showPassages) },
  { id: 'go-to-passage', available: always, run: later(work, ({ goToPassage }) => goToPassage) },
  { id: 'save-agreement', available: always, run: later(work, ({ save }) => save) },
  { id: 'wait-agreement', available: always, run: later(work, ({ wait }) => wait) },
  { id: 'expose-agreement', writes: true, available: always, run: later(work, ({ goOnExposed }) => goOnExposed) },
];
