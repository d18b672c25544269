import { acts, chordsOf, type KeySettings } from '../own-keys.ts';
import type { Action } from './action.ts';
import { adjudicationActions } from './adjudication.ts';
import { agreementActions } from './agreement.ts';
import { articleActions } from './articles.ts';
import { attributeActions } from './attributes.ts';
import { checkActions } from './checks.ts';
import { codebookActions } from './codebook.ts';
import { conflictActions } from './conflict.ts';
import { exchangeActions } from './exchange.ts';
import { findingActions } from './finding.ts';
import { historyActions } from './history.ts';
import { keyActions } from './keys.ts';
import { linkActions } from './links.ts';
import { offerActions } from './offers.ts';
import { peopleActions } from './people.ts';
import { readingActions } from './reading.ts';
import { registerActions } from './register.ts';
import { reviewActions } from './review.ts';
import { sameWordsActions } from './same-words.ts';
import { storageActions } from './storage.ts';
import { tagActions } from './tags.ts';
import { versionActions } from './versions.ts';
import { viewActions } from './view.ts';

/** Everything a person can do, once: feeds buttons, keys and the sheet of keys. */
export const allActions: readonly Action[] = [
  ...readingActions,
  ...findingActions,
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
  ...codebookActions,
  ...registerActions,
  ...reviewActions,
  ...adjudicationActions,
  ...agreementActions,
  ...sameWordsActions,
  ...storageActions,
  ...versionActions,
  ...viewActions,
  ...keyActions,
];

const byId = new Map(allActions.map((action) => [action.id, action]));

/** The action with this id; throws for an id that is not in the table. */
export function actionById(id: string): Action {
  const action = byId.get(id);
  if (!action) throw new Error(`No action is called ${id}.`);
  return action;
}

/** The actions a chord stands for; where it means several things, at most one of them is available. */
export const actionsForKey = (chord: string, settings: KeySettings): readonly Action[] =>
  acts(chord, settings) ? allActions.filter((action) => chordsOf(action, settings).includes(chord)) : [];
