import { isLeftBehind } from '../../model/commands/versions.ts';
import type { Annotation, Id, TextHash } from '../../model/records.ts';
import { isSure, type Standing } from '../../model/views/standing.ts';

/** The shown set's tags on older versions of the open article. */
export interface VersionsState {
  /** The text in which they are looked for; `null` where no article is open. */
  readonly text: TextHash | null;
  /** `null` while both texts are compared. */
  readonly standings: readonly Standing[] | null;
  /** The tag gone to last. */
  readonly at: Id | null;
  /** Why the text that was offered last as a newer version was not taken: a reason of `messages/library.ts` or `known`. */
  readonly refused: string | null;
}

export const quietVersions: VersionsState = { text: null, standings: [], at: null, refused: null };

const open = ({ standings }: VersionsState, sure: boolean): readonly Standing[] =>
  (standings ?? []).filter((standing) => isSure(standing) === sure && !isLeftBehind(standing.annotation));

/** Tags that stand in the newest text without doubt and were not moved yet. */
export const sureOf = (versions: VersionsState): readonly Standing[] => open(versions, true);

/** Tags about which a person has to decide. */
export const waitingOf = (versions: VersionsState): readonly Standing[] => open(versions, false);

/** Tags that somebody has left on an older version. */
export const leftOf = ({ standings }: VersionsState): readonly Standing[] =>
  (standings ?? []).filter(({ annotation }) => isLeftBehind(annotation));

/** The tag that keys mean: the one gone to, else the first that waits; `null` where none does. */
export function standingMeant(versions: VersionsState): Standing | null {
  const waiting = waitingOf(versions);
  return waiting.find(({ annotation }) => annotation.id === versions.at) ?? waiting[0] ?? null;
}

/** The same without tags that were put in place, and with others as they are now. */
export function settled(versions: VersionsState, placed: readonly Id[], changed: readonly Annotation[]): VersionsState {
  const now = new Map(changed.map((annotation) => [annotation.id, annotation]));
  const left = versions.standings?.filter(({ annotation }) => !placed.includes(annotation.id));
  const standings = left?.map((standing) => ({ ...standing, annotation: now.get(standing.annotation.id) ?? standing.annotation }));
  return { ...versions, standings: standings ?? null };
}
