import type { Action } from './action.ts';
import { articleActions } from './articles.ts';
import { attributeActions } from './attributes.ts';
import { checkActions } from './checks.ts';
import { conflictActions } from './conflict.ts';
import { exchangeActions } from './exchange.ts';
import { historyActions } from './history.ts';
import { linkActions } from './links.ts';
import { offerActions } from './offers.ts';
import { peopleActions } from './people.ts';
import { readingActions } from './reading.ts';
import { storageActions } from './storage.ts';
import { tagActions } from './tags.ts';
import { viewActions } from './view.ts';

/** Everything a person can do, once: feeds buttons, keys and the sheet of keys. */
const actions: readonly Action[] = [
  ...readingActions,
  ...tagActions,
  ...attributeActions,
  ...linkActions,
  ...offerActions,
  ...checkActions,
  ...articleActions,
  ...historyActions,
  ...conflictActions,
  ...exchangeActions,
  ...peopleActions,
  ...storageActions,
  ...viewActions,
];

const byId = new Map(actions.map((action) => [action.id, action]));

/** The action with this id; throws for an id that is not in the table. */
export function actionById(id: string): Action {
  const action = byId.get(id);
  if (!action) throw new Error(`No action is called ${id}.`);
  return action;
}

/** The actions a chord may stand for, in the order in which the first that can be run now is taken; none when the key is not Attest's. */
export const actionsForKey = (chord: string): readonly Action[] => actions.filter(({ keys }) => keys?.includes(chord));
