import type { Action } from './action.ts';
import { articleActions } from './articles.ts';
import { attributeActions } from './attributes.ts';
import { checkActions } from './checks.ts';
import { conflictActions } from './conflict.ts';
import { exchangeActions } from './exchange.ts';
import { historyActions } from './history.ts';
import { linkActions } from './links.ts';
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
const byKey = new Map(actions.flatMap((action) => (action.keys ?? []).map((key) => [key, action] as const)));

/** The action with this id; throws for an id that is not in the table. */
export function actionById(id: string): Action {
  const action = byId.get(id);
  if (!action) throw new Error(`No action is called ${id}.`);
  return action;
}

/** The action a chord stands for; `null` when the key is not Attest's. */
export function actionForKey(chord: string): Action | null {
  return byKey.get(chord) ?? null;
}
