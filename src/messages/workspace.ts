import { storageReason } from './storage.ts';

const tagNames: Readonly<Record<string, string>> = { claim: 'Claim', quote: 'Quote', source: 'Source' };

const withLinks = (links: number): string => (links === 0 ? '' : links === 1 ? ' and 1 link' : ` and ${links} links`);

/** Messages of the running program. */
export const workspaceMessages = {
  pasted: 'Pasted text',
  notText: 'Only .txt and .md files can be added. Save it as plain text, or paste the text.',
  restored: (count: number) =>
    `The browser’s database was damaged. ${count === 1 ? '1 action was' : `All ${count} lost actions were`} restored from the second copy. Export a backup.`,
  keptApart: (count: number) =>
    `${count === 1 ? '1 action in the second copy contradicts' : `${count} actions in the second copy contradict`} what is saved here. They were kept aside and not applied.`,
  damaged: 'The browser’s database is damaged, and the second copy cannot make up for it. Export what is here now.',
  rescued: (fileName: string, tags: number) =>
    `Rescue copy saved as ${fileName}, with ${tags === 1 ? '1 tag' : `${tags} tags`}. Keep it until the line says “Saved” again.`,
  importMeetsUnsaved: 'A file can be imported once everything you did is saved.',
  begunAnew: (tags: number) =>
    `The browser had deleted both copies of this project, as when a disk is full. What this window held is saved anew, with ${tags === 1 ? '1 tag' : `${tags} tags`}; articles that were not open have lost their text. Open your last backup for the rest.`,
  storageFailed: (kind: string) => `That could not be done now: ${storageReason(kind)}. Nothing was lost.`,
  frozen: 'This gold set is finished. Open it under Sets and begin its next version to correct it.',
  readOnly: {
    'newer-database': 'Nothing can be changed here: a newer Attest has written this project. Reload to get it.',
    'not-migrated': 'Nothing can be changed here: the project could not be brought to the form this Attest needs. Reload to try again.',
    'updated-elsewhere': 'Nothing can be changed in this tab: Attest was updated in another one. Reload to go on.',
  },
  migratedWithoutCopy: 'This project was brought to a newer form, and no copy of the old one could be kept. Export a backup.',
  failed: (reason: string) => `That did not work: ${reason}`,
  updateMeetsDraft: 'Some text in a field is not added yet. Add or clear it, then update.',
  updateMeetsUnsaved: 'Not everything is saved yet. Update when the line says Saved.',
  deleted: (type: string, links: number) => `${tagNames[type] ?? type}${withLinks(links)} deleted`,
  articleDeleted: (title: string, tags: number) =>
    `“${title}” deleted${tags === 0 ? '' : tags === 1 ? ', with 1 tag' : `, with ${tags} tags`}`,
  imported: (fileName: string) => `${fileName} imported`,
  copied: (citation: string) => `Copied: ${citation}`,
  notCopied: (citation: string) => `The browser did not let it be copied: ${citation}`,
  exported: (fileName: string) => `Exported as ${fileName}`,
} as const;

type Parameters = Readonly<Record<string, unknown>>;

const typeIn = (parameters: Parameters): string => (typeof parameters.type === 'string' ? parameters.type : 'tag');

const names: Readonly<Record<string, (parameters: Parameters) => string>> = {
  tag: (parameters) => `tag ${typeIn(parameters)}`,
  retype: (parameters) => `change to ${typeIn(parameters)}`,
  'set-segments': () => 'move boundaries',
  'delete-annotation': (parameters) => `delete ${typeIn(parameters)}`,
  'article-voice': () => 'article’s own voice',
  'set-attribute': () => 'set value',
  'confirm-attribute': () => 'confirm value',
  'name-entity': () => 'name source',
  'set-flag': () => 'flag',
  'set-note': () => 'edit note',
  'take-offers': ({ count }) => (count === 0 ? 'tag quote' : count === 1 ? 'take offer' : `take ${count} offers`),
  'link-source': () => 'link source',
  link: () => 'link',
  unlink: () => 'remove link',
  'add-article': () => 'add article',
  'edit-article': () => 'edit article',
  'add-version': () => 'add version',
  'join-articles': () => 'add version',
  'place-tag': () => 'put tag in place',
  'place-tags': ({ tags }) => (tags === 1 ? 'put tag in place' : `put ${String(tags)} tags in place`),
  'leave-tag': () => 'leave tag behind',
  'take-up-tag': () => 'ask again',
  'edit-zones': () => 'edit zones',
  'set-status': () => 'set status',
  'delete-article': () => 'delete article',
  'add-person': () => 'add person',
  'rename-person': () => 'rename',
  mend: () => 'mend',
  acknowledge: () => 'acknowledge',
  'withdraw-acknowledgement': () => 'take back acknowledgement',
  finish: () => 'confirm values',
  'add-entry': () => 'add entry',
  'edit-entry': () => 'edit entry',
  'merge-entries': () => 'merge entries',
  'split-entry': () => 'split entry',
  'delete-entry': () => 'delete entry',
  'tag-same-words': ({ count }) => (count === 1 ? 'tag 1 place' : `tag ${String(count)} places`),
  import: () => 'import',
  review: () => 'verdict',
  adjudicate: () => 'gold set',
  rule: () => 'decision',
  explain: () => 'reason',
  'finish-gold': () => 'finish gold set',
  'correct-gold': () => 'next version',
  'see-set': () => 'looking at a colleague’s set',
  'use-codebook': () => 'replace codebook',
  'keep-under': () => 'keep as it is',
  'bring-to': () => 'bring to new version',
};

/** What an action is called after "Undo" and "Redo". */
export function actionName(action: string, parameters: Parameters): string {
  return names[action]?.(parameters) ?? action;
}
