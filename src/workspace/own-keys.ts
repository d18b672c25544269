import type { StringMemory } from '../storage/web-storage.ts';

/** What has keys: an action, by its id, with those it has where nobody changed them. */
interface Keyed {
  readonly id: string;
  readonly keys?: readonly string[];
}

/** Which keys act in this browser: `own` holds the chords of each action whose keys were changed; `single` is off where letters must not act. */
export interface KeySettings {
  readonly single: boolean;
  readonly own: ReadonlyMap<string, readonly string[]>;
}

/** The keys as they are before anybody changed one. */
export const usualKeys: KeySettings = { single: true, own: new Map() };

const remembered = 'attest-keys';

/** What this browser remembers of changed keys; the usual ones where it remembers nothing that makes sense. */
export function rememberedKeys(memory: StringMemory): KeySettings {
  try {
    const stored: unknown = JSON.parse(memory.getItem(remembered) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return usualKeys;
    const { single, own } = stored as { readonly single?: unknown; readonly own?: unknown };
    return { single: single !== false, own: new Map(Object.entries(own ?? {}).filter(isListOfChords)) };
  } catch {
    return usualKeys;
  }
}

const isListOfChords = (entry: [string, unknown]): entry is [string, readonly string[]] =>
  Array.isArray(entry[1]) && entry[1].every((chord) => typeof chord === 'string' && isBindable(chord));

/** Remembers changed keys; where nothing can be remembered they last as long as the page. */
export function rememberKeys(memory: StringMemory, { single, own }: KeySettings): void {
  try {
    if (single && own.size === 0) memory.removeItem(remembered);
    else memory.setItem(remembered, JSON.stringify({ single, own: Object.fromEntries(own) }));
  } catch {
    // A full disk must not keep anybody from using the keys.
  }
}

// Tab, Space, Page keys, F keys and what browsers do with Ctrl stay theirs; Escape must always lead out.
const bindable = /^(?:(?:shift\+)?(?:[a-z0-9,.]|arrow(?:up|down|left|right)|enter|delete|backspace)|[?/]|mod\+(?:shift\+)?[b-z])$/;
const browsers = new Set(
  [...'fcpvxtnwqrlhd'].map((letter) => `mod+${letter}`).concat([...'ntpwijcr'].map((letter) => `mod+shift+${letter}`)),
);

/** True for a chord that an action may have. */
export const isBindable = (chord: string): boolean => bindable.test(chord) && !browsers.has(chord);

/** The chords of an action, its own where they were changed. */
export const chordsOf = (action: Keyed, { own }: KeySettings): readonly string[] => own.get(action.id) ?? action.keys ?? [];

/** True for a chord that acts now: with single keys off only arrows, Enter, Escape and what is pressed with Ctrl or Cmd. */
export const acts = (chord: string, { single }: KeySettings): boolean =>
  single || chord.startsWith('mod+') || /^(?:shift\+)?(?:arrow|enter$|escape$)/.test(chord);

/** The settings after an action got this chord in place of its first one. */
export const withKey = (settings: KeySettings, action: Keyed, chord: string): KeySettings => {
  const rest = chordsOf(action, settings).slice(1);
  return withKeys(settings, action, [chord, ...rest.filter((other) => other !== chord)]);
};

/** The settings after an action took this chord from the others, which get its first one instead. */
export function swapped(settings: KeySettings, action: Keyed, chord: string, others: readonly Keyed[]): KeySettings {
  const [given] = chordsOf(action, settings);
  const without = others.reduce((so, other) => {
    const keys = chordsOf(other, so).flatMap((key) => (key !== chord ? [key] : given === undefined ? [] : [given]));
    return withKeys(so, other, keys);
  }, settings);
  return withKey(without, action, chord);
}

/** The settings after an action got its usual keys back. */
export const withUsual = (settings: KeySettings, { id }: Keyed): KeySettings => ({
  ...settings,
  own: new Map([...settings.own].filter(([other]) => other !== id)),
});

function withKeys(settings: KeySettings, { id, keys = [] }: Keyed, chords: readonly string[]): KeySettings {
  const usual = chords.length === keys.length && chords.every((chord, index) => chord === keys[index]);
  const own = new Map(settings.own);
  if (usual) own.delete(id);
  else own.set(id, chords);
  return { ...settings, own };
}
