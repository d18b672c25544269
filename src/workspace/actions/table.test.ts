import { beforeAll, describe, expect, it } from 'vitest';
import { actionGroups, actionLabel } from '../../messages/actions.ts';
import { sampleWorkspace } from '../../testing/sample-workspace.ts';
import { usualKeys } from '../own-keys.ts';
import type { WorkspaceState } from '../state.ts';
import { type Action, availability } from './action.ts';
import { actionById, actionsForKey, allActions } from './table.ts';

/** The only keymap, key by key; `null`: the action comes with the work it is for. */
const keymap: Readonly<Record<string, string | null>> = {
  arrowdown: 'next-sentence',
  arrowup: 'previous-sentence',
  l: 'next-clause',
  h: 'previous-clause',
  arrowright: 'next-word',
  arrowleft: 'previous-word',
  'shift+arrowdown': 'extend-sentence',
  'shift+arrowup': 'shrink-sentence',
  'shift+arrowright': 'extend-word',
  'shift+arrowleft': 'shrink-word',
  '.': 'next-character',
  ',': 'previous-character',
  o: 'other-edge',
  n: 'next-quotation',
  'shift+n': 'previous-quotation',
  c: 'tag-claim',
  q: 'tag-quote',
  s: 'tag-source',
  enter: 'confirm open-entry take-offer',
  'shift+enter': 'take-offers',
  b: 'link-speaker',
  v: 'link-relay',
  'shift+b': 'link-other',
  w: 'article-voice',
  p: 'add-part',
  e: 'edit',
  ...Object.fromEntries(Array.from({ length: 9 }, (_, index) => [String(index + 1), `rule-${index + 1} value-${index + 1}`])),
  '0': 'rule-0',
  t: 'next-unset',
  g: 'select-larger',
  j: 'next-annotation next-card next-passage next-waiting',
  k: 'previous-annotation previous-card previous-passage previous-waiting',
  'shift+j': 'next-article',
  'shift+k': 'previous-article',
  u: 'next-open next-open-passage',
  a: 'accept-card mend-finding place-tag',
  'shift+a': 'place-sure',
  r: 'dismiss-finding leave-tag reject-card',
  f: 'question-card toggle-unsure',
  m: 'comment-card give-reason write-note',
  d: 'done finish-gold',
  y: 'copy-for-editor',
  delete: 'delete-annotation',
  backspace: 'delete-annotation',
  z: 'undo',
  'shift+z': 'redo',
  'mod+z': 'undo',
  'mod+shift+z': 'redo',
  'mod+y': 'redo',
  escape: 'step-out',
  '/': 'filter-list',
  '?': 'show-keys',
  'mod+k': 'show-palette',
  'mod+s': 'offer-backup',
};

const idsFor = (chord: string): string =>
  actionsForKey(chord, usualKeys)
    .map(({ id }) => id)
    .sort()
    .join(' ');

const chords = new Set(allActions.flatMap(({ keys = [] }) => keys));

describe('the table of actions', () => {
  it.each(Object.entries(keymap))('%s is %s', (chord, ids) => {
    expect(idsFor(chord)).toBe(ids ?? '');
  });

  it('has no key that is not in the keymap', () => {
    expect([...chords].filter((chord) => !(chord in keymap))).toEqual([]);
  });

  it('has a label for every action with keys, and an action for every label', () => {
    expect(allActions.filter(({ id, keys }) => keys && actionLabel(id) === null)).toEqual([]);
    const labelled = actionGroups.flatMap(({ labels }) => Object.keys(labels));
    expect(labelled.map((id) => actionById(id).id)).toEqual(labelled);
    expect(new Set(labelled).size).toBe(labelled.length);
  });

  it('calls no two actions the same', () => {
    const labels = actionGroups.flatMap((group) => Object.values(group.labels));
    expect(new Set(labels).size).toBe(labels.length);
  });
});

/** The chords for which two of these actions could be meant at once, in any of the states. */
const ambiguous = (actions: readonly Action[], states: readonly WorkspaceState[]): string[] =>
  [...chords].filter((chord) =>
    states.some(
      (state) => actions.filter(({ keys, ...action }) => keys?.includes(chord) && availability(action, state) !== 'none').length > 1,
    ),
  );

describe('in every mode', () => {
  const states: WorkspaceState[] = [];
  beforeAll(async () => {
    const { workspace, stored } = await sampleWorkspace('Headline here\n\n“We won,” Kim said. Later Kim denied it.');
    const keep = () => states.push(workspace.state.getState());
    keep();
    workspace.perform('next-quotation');
    keep();
    workspace.perform('tag-quote');
    keep();
    for (const adjudicates of [false, true]) {
      const { set } = workspace.state.getState().session;
      workspace.show({ review: { adjudicates, set, mine: set, card: null, order: 'weight', only: null, writing: null, why: '' } });
      keep();
    }
    workspace.show({ review: null });
    for (const mode of ['edit', 'add-part', 'link-speaker']) {
      workspace.perform(mode);
      keep();
      workspace.show({ mode: { kind: 'reading' } });
    }
    await stored();
  });

  it('a key means one thing at most', () => {
    expect(states.map(({ session }) => session.mode.kind)).toEqual([
      'reading',
      'reading',
      'reading',
      'reading',
      'reading',
      'editing',
      'adding-part',
      'linking',
    ]);
    expect(ambiguous(allActions, states)).toEqual([]);
  });

  it('and a second action on a key would be found', () => {
    const twin: Action = { id: 'twin', keys: ['n'], available: () => true, run: () => undefined };
    expect(ambiguous([...allActions, twin], states)).toEqual(['n']);
  });
});
