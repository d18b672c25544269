import type { Project } from '../model/project.ts';
import type { TextHash, TextRecord } from '../model/records.ts';
import { shownVersion } from './session.ts';
import type { Session, WorkspaceState } from './state.ts';

/** The text that is shown of the open article; `null` when none is open. */
export const openTextIn = (state: Pick<WorkspaceState, 'project' | 'session'>): TextHash | null => shownVersion(state)?.text ?? null;

/** The project with the content of a text it knows; the same where there is none. */
export function withText(project: Project, text: TextHash, content: string | null): Project {
  const record = project.texts.get(text);
  if (!record || content === null) return project;
  return { ...project, texts: new Map(project.texts).set(text, { ...record, content }) };
}

/** The project with those texts whose content it does not have yet. */
export function withTexts(project: Project, texts: readonly TextRecord[]): Project {
  const added = texts.filter(({ id }) => project.texts.get(id)?.content === undefined);
  return added.length === 0
    ? project
    : { ...project, texts: new Map([...project.texts, ...added.map((text) => [text.id, text] as const)]) };
}

/** The session without a tag that is gone; everything else that is seen stays as it is. */
export function withoutGone(session: Session, { annotations }: Project): Session {
  const { selected, mode, offering } = session;
  const offered = offering?.kind !== 'tag' || annotations.has(offering.annotation) ? session : { ...session, offering: null };
  if (selected === null || annotations.has(selected)) return offered;
  return { ...offered, selected: null, mode: mode.kind === 'reading' ? mode : { kind: 'reading' } };
}
