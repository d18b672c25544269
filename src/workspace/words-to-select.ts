import { paletteMessages as words } from '../messages/palette.ts';
import { placesOf } from '../model/views/same-words.ts';
import { openTextIn } from './in-memory.ts';
import type { PaletteEntry } from './palette.ts';
import { shownParagraph } from './session.ts';
import type { WorkspaceState } from './state.ts';

// What can be told apart at a glance; more words typed leave fewer places.
const most = 8;
// Of what stands behind: three words tell two places in one paragraph apart.
const context = 60;

/** Where the typed words stand in the open article as whole words, capitals aside where none is typed: each place to be selected by its words, without walking there. */
export function wordsToSelect(state: WorkspaceState, typed: string): readonly PaletteEntry[] {
  const text = state.project.texts.get(openTextIn(state) ?? '')?.content;
  const wanted = typed.trim();
  if (text === undefined || wanted.length < 2) return [];
  // Who types a capital means it.
  const small = text.toLowerCase();
  const asTyped = wanted !== wanted.toLowerCase() || small.length !== text.length;
  return placesOf(wanted, asTyped ? text : small)
    .slice(0, most)
    .map(({ start, end }) => ({
      id: `words ${start}`,
      label: words.select(text.slice(start, end), behind(text, end), shownParagraph(state, start)),
      group: words.text,
      action: 'select-words',
      parameters: { start, end },
      key: null,
    }));
}

const behind = (text: string, end: number): string => /^\S*(?:[^\S\r\n]+\S+){0,3}/u.exec(text.slice(end, end + context))?.[0].trim() ?? '';
