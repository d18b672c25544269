/** A group of actions as palette and sheet of keys show them: the label of each by its id, in the order they are listed. */
export interface ActionGroup {
  readonly id: string;
  readonly title: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** Everything a person can call by itself, with what it does. What needs to be told more comes from a button or a list. */
export const actionGroups: readonly ActionGroup[] = [
  {
    id: 'move',
    title: 'Move',
    labels: {
      'next-sentence': 'Next sentence',
      'previous-sentence': 'Previous sentence',
      'next-word': 'Next word',
      'previous-word': 'Previous word',
      'next-clause': 'Next clause',
      'previous-clause': 'Previous clause',
      'next-paragraph': 'Next paragraph',
      'previous-paragraph': 'Previous paragraph',
      'next-quotation': 'Next quotation',
      'previous-quotation': 'Previous quotation',
      'next-annotation': 'Next tag in the list',
      'previous-annotation': 'Previous tag in the list',
      'next-open': 'Next open or unsure tag',
      'next-article': 'Next article',
      'previous-article': 'Previous article',
    },
  },
  {
    id: 'select',
    title: 'Select',
    labels: {
      'extend-sentence': 'Active edge forward by a sentence',
      'shrink-sentence': 'Active edge back by a sentence',
      'extend-word': 'Active edge forward by a word',
      'shrink-word': 'Active edge back by a word',
      'next-character': 'Active edge forward by a character',
      'previous-character': 'Active edge back by a character',
      'extend-paragraph': 'Active edge forward by a paragraph',
      'shrink-paragraph': 'Active edge back by a paragraph',
      'other-edge': 'Take the other edge',
      'select-larger': 'Next larger tag here',
      'tags-here': 'Tags here',
      'go-to-text': 'Go to the words in the text',
    },
  },
  {
    id: 'tag',
    title: 'Tag',
    labels: {
      'tag-claim': 'Tag as claim',
      'tag-quote': 'Tag as quote',
      'tag-source': 'Tag as source',
      edit: 'Edit edges or type',
      'add-part': 'Add a part',
      confirm: 'Keep the edges or the part',
      'open-entry': 'Open the card of the tag',
      'show-same-words': 'Same words elsewhere',
      'next-unset': 'Next value that is not set',
      'toggle-unsure': 'Unsure, or sure again',
      'write-note': 'Write a note',
      'copy-for-editor': 'Copy for the editor',
      'delete-annotation': 'Delete the tag',
    },
  },
  {
    id: 'values',
    title: 'Values',
    labels: Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`value-${index + 1}`, `Set value ${index + 1}`])),
  },
  {
    id: 'link',
    title: 'Link',
    labels: {
      'link-speaker': 'Link the speaker',
      'link-relay': 'Link a relay',
      'link-other': 'Link anything else',
      'article-voice': 'The article’s own voice',
      'take-offer': 'Take the first offer',
      'take-offers': 'Take all offers',
      'close-offers': 'Close the offers',
      'link-selection': 'The selected words are the speaker',
    },
  },
  {
    id: 'check',
    title: 'Check',
    labels: {
      done: 'Done, or open again',
      'mend-finding': 'Mend what a check found',
      'dismiss-finding': 'Acknowledge what a check found',
      'toggle-checks': 'Open or fold the checks',
    },
  },
  {
    id: 'versions',
    title: 'Versions',
    labels: {
      'show-versions': 'Versions of the text',
      'next-waiting': 'Next tag that waits on an older version',
      'previous-waiting': 'Previous tag that waits on an older version',
      'place-tag': 'Put the tag at the selected words',
      'place-sure': 'Put in place all that stand word for word',
      'leave-tag': 'Leave the tag behind',
    },
  },
  {
    id: 'review',
    title: 'Review',
    labels: {
      'start-review': 'Review this set',
      'next-card': 'Next card',
      'previous-card': 'Previous card',
      'accept-card': 'Accept the card',
      'reject-card': 'Reject the card, with a reason',
      'question-card': 'Ask about the card',
      'comment-card': 'Comment on the card',
      'send-reply': 'Send the reply',
      'leave-review': 'Leave the review',
    },
  },
  {
    id: 'adjudication',
    title: 'Adjudication',
    labels: {
      ...Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`rule-${index + 1}`, `Take reading ${index + 1}`])),
      'rule-0': 'Nothing here',
      'next-passage': 'Next passage',
      'previous-passage': 'Previous passage',
      'next-open-passage': 'Next open passage',
      'give-reason': 'Give a reason',
      'finish-gold': 'Finish the gold set',
      'correct-gold': 'Begin the next version',
      'send-gold': 'Export the gold set',
    },
  },
  {
    id: 'everywhere',
    title: 'Everywhere',
    labels: {
      undo: 'Undo',
      redo: 'Redo',
      'step-out': 'One step out',
      'filter-list': 'Filter the list',
      'show-register': 'Register',
      'show-agreement': 'Agreement report',
      'show-palette': 'All commands',
      'show-keys': 'Keys',
      'toggle-single-keys': 'Single keys on or off',
      'choose-import': 'Import a file',
      export: 'Export',
      'offer-backup': 'Storage and backup',
      'show-codebook': 'Codebook',
      'export-codebook': 'Export the codebook',
      'retry-save': 'Try to save again',
      update: 'Update Attest',
    },
  },
];

const labels = new Map(actionGroups.flatMap((group) => Object.entries(group.labels)));

/** What an action does, in words; `null` for one that only a button or a list can call. */
export const actionLabel = (id: string): string | null => labels.get(id) ?? null;
