import { storageReason } from './storage.ts';

const statuses: Readonly<Record<string, string>> = { 'to-do': 'To do', 'in-progress': 'In progress', done: 'Done' };

/** Words of the frame: bar, state line, notices, keys. */
export const frameMessages = {
  product: 'Attest',
  reader: 'Article',
  undo: (name: string) => `Undo ${name}`,
  redo: (name: string) => `Redo ${name}`,
  nothingToUndo: 'Undo: nothing yet',
  nothingToRedo: 'Redo: nothing undone',
  import: 'Import',
  export: 'Export',
  people: 'People and sets',
  keys: 'Keys',
  library: 'Library',
  panel: 'Panel',
  close: 'Close',
  resizeLibrary: 'Width of the library',
  resizePanel: 'Width of the panel',
  raisePanel: 'Show tags',
  lowerPanel: 'Hide',
  notices: 'Messages',
  status: (status: string) => statuses[status] ?? status,
  articleStatus: 'Article status',
  saveState: 'Save state',
  saved: 'Saved',
  saving: (count: number) => (count === 1 ? 'Saving 1' : `Saving ${count}`),
  notSaved: (count: number, reason: string) => `Not saved (${count}): ${storageReason(reason)}.`,
  retry: 'Try again',
  rescue: 'Export a rescue copy',
  notKeptHere: 'Nothing is kept in this window: export before you close it',
  readOnly: {
    'newer-database':
      'Read only: a newer Attest has written this project. Everything can be read and exported. Reload to get the newer one.',
    'not-migrated':
      'Read only: the project could not be brought to the form this Attest needs. Nothing was changed. Free some space and reload, or export.',
    'updated-elsewhere': 'Read only: Attest was updated in another tab. What you made here is safe. Reload to go on.',
  },
  waiting: {
    opening: 'Opening the project…',
    migrating: 'Bringing the project to the newest form…',
    blocked: 'Another tab with an older Attest is open. Close it, and this one goes on by itself.',
  },
  dismiss: 'Dismiss',
  startFailed: 'Attest could not open its database',
  startReason: storageReason,
  drawFailed: 'Attest could not draw this screen',
  savedIsSafe: 'What was shown as saved is safe.',
  reload: 'Reload',
  release: {
    label: 'Version',
    kept: 'Ready offline',
    newer: 'A new version is ready',
    update: 'Update',
  },
  dropHere: 'Drop articles or a package anywhere',
  hint: {
    empty: 'n next quotation · ↓ next sentence · c q s tag · d done · ? all keys',
    selection: 'c claim · q quote · s source · Shift+→ more · o other edge · Escape',
    selected: 'b speaker · v relay · w article’s voice · e edges · p add a part · g larger · Delete',
    editing: '→ ← , . move the edge · o other edge · c q s retype · Enter keep · Escape restore',
    linking: '↓ ↑ choose · Enter link · Escape',
    part: 'Select the part · Enter add · Escape',
  },
  keyGroups: [
    {
      title: 'Move',
      keys: [
        ['↓ ↑', 'sentence'],
        ['→ ←', 'word'],
        ['l h', 'clause'],
        ['n Shift+N', 'quotation'],
        ['j k', 'tag'],
        ['u', 'open tag'],
        ['Shift+J Shift+K', 'article'],
      ],
    },
    {
      title: 'Select',
      keys: [
        ['Shift+↓ ↑ → ←', 'move the active edge'],
        [', .', 'by one character'],
        ['o', 'the other edge'],
        ['g', 'next larger tag here'],
      ],
    },
    {
      title: 'Tag',
      keys: [
        ['c', 'claim'],
        ['q', 'quote'],
        ['s', 'source'],
        ['e', 'edit edges or type'],
        ['p', 'add a part'],
        ['1–9', 'value of the required attribute'],
        ['f', 'unsure'],
        ['m', 'note'],
        ['Delete', 'delete'],
      ],
    },
    {
      title: 'Link',
      keys: [
        ['b', 'speaker'],
        ['v', 'relay'],
        ['Shift+B', 'other links'],
        ['w', 'the article’s own voice'],
      ],
    },
    {
      title: 'Check',
      keys: [
        ['d', 'done, or open again'],
        ['a', 'mend the finding'],
        ['r', 'acknowledge the finding'],
      ],
    },
    {
      title: 'Everywhere',
      keys: [
        ['z Shift+Z', 'undo, redo'],
        ['Ctrl/Cmd+S', 'back up'],
        ['Escape', 'one step out'],
        ['?', 'this sheet'],
      ],
    },
  ],
} as const;
