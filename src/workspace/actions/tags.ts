import { workspaceMessages } from '../../messages/workspace.ts';
import { articleVoice } from '../../model/commands/links.ts';
import { addTag, deleteTag, retype, setSegments } from '../../model/commands/tags.ts';
import type { Annotation, Id, TextHash } from '../../model/records.ts';
import { annotationsInOrder } from '../../model/views/tags.ts';
import { requestPersistence } from '../../storage/persistence.ts';
import type { Stretch } from '../../text/stretch.ts';
import { type Forms, fittingForms, sameStretches } from '../fitting.ts';
import type { Host } from '../host.ts';
import { layoutOf } from '../open-layout.ts';
import { openArticle, writable } from '../session.ts';
import type { ClaimForms, WorkspaceState } from '../state.ts';
import { type Action, type Parameters, text } from './action.ts';

/** The annotation a call names, else the selected one; `null` when there is none. */
export function meant({ project, session }: WorkspaceState, parameters: Parameters): Annotation | null {
  const id = text(parameters, 'annotation') ?? session.selected;
  return id === null ? null : (project.annotations.get(id) ?? null);
}

/** True when an annotation is selected that may be changed. */
export const canChange = (state: WorkspaceState): boolean => state.session.article !== null && writable(state);
/** The relation by which a type of statement says who it comes from. */
export const speakerRelation: Readonly<Record<string, string>> = { quote: 'said-by', claim: 'claimed-by' };
const changeable = (state: WorkspaceState): boolean => canChange(state) && state.session.selected !== null;

const tagKey = (type: string, key: string): Action => ({
  id: `tag-${type}`,
  keys: [key],
  available: canChange,
  run: (host) => tagOrRetype(host, type),
});

export const tagActions: readonly Action[] = [
  { id: 'tag', available: canChange, run: (host, parameters) => tagAs(host, text(parameters, 'type') ?? 'claim', stretchesIn(parameters)) },
  tagKey('claim', 'c'),
  tagKey('quote', 'q'),
  tagKey('source', 's'),
  {
    id: 'retype',
    available: canChange,
    run: (host, parameters) => changeType(host, meant(host.state.getState(), parameters), text(parameters, 'type')),
  },
  { id: 'set-segments', available: canChange, run: changeSegments },
  { id: 'delete-annotation', keys: ['delete', 'backspace'], available: changeable, run: remove },
  { id: 'article-voice', keys: ['w'], available: (state) => changeable(state) && meant(state, {})?.type === 'claim', run: ownVoice },
];

function stretchesIn(parameters: Parameters): readonly Stretch[] | null {
  return Array.isArray(parameters.stretches) ? (parameters.stretches as readonly Stretch[]) : null;
}

function tagAs(host: Host, type: string, stretches: readonly Stretch[] | null): Promise<void> {
  return tag(host, type, stretches ? [stretches] : formsToTag(host.state.getState(), type));
}

function tagOrRetype(host: Host, type: string): void | Promise<void> {
  const state = host.state.getState();
  const { mode, selected, claimForms } = state.session;
  if (mode.kind === 'editing' && selected) return changeType(host, meant(state, {}), type);
  if (type === 'claim' && claimForms && claimForms.annotation === selected) return nextForm(host, claimForms);
  return tag(host, type, formsToTag(state, type));
}

/** The same key again at once: the claim gets its next form. */
function nextForm(host: Host, { annotation, forms, at }: ClaimForms): Promise<void> {
  const next = (at + 1) % forms.length;
  host.show({ claimForms: { annotation, forms, at: next } });
  return commitSegments(host, annotation, forms[next] ?? []);
}

async function tag(host: Host, type: string, forms: Forms): Promise<void> {
  const state = host.state.getState();
  const textHash = host.openText();
  const [stretches = []] = forms;
  if (textHash === null || stretches.length === 0) return;
  const twin = sameTag(state, textHash, type, stretches);
  const patch = twin ? [] : addTag(state.project, { text: textHash, type, stretches }, host.context());
  const stored = host.commit('tag', patch, { parameters: { type } });
  const shown = twin?.id ?? patch[0]?.id;
  if (shown !== undefined) showTagged(host, shown, type === 'claim' && !twin ? forms : []);
  if (state.persisted === null) host.state.setState({ persisted: await requestPersistence() });
  await stored;
}

/** Selects what was tagged and opens its offers. */
function showTagged(host: Host, annotation: Id, forms: Forms): void {
  // In a review it was said that a tag is missing; there is none to be selected.
  if (!host.state.getState().project.annotations.has(annotation)) return;
  host.show({
    selected: annotation,
    panel: 'annotation',
    mode: { kind: 'reading' },
    offering: { kind: 'tag', annotation },
    claimForms: forms.length > 1 ? { annotation, forms, at: 0 } : null,
  });
}

/** The shown set's tag of this type over exactly these stretches: pressing a key twice must not tag twice. */
function sameTag({ project, session }: WorkspaceState, text: TextHash, type: string, stretches: readonly Stretch[]): Annotation | null {
  return (
    annotationsInOrder(project, text, session.set).find(
      (annotation) => annotation.type === type && sameStretches(annotation.segments, stretches),
    ) ?? null
  );
}

function formsToTag(state: WorkspaceState, type: string): Forms {
  const layout = layoutOf(state);
  const { cursor } = state.session;
  return cursor && layout
    ? fittingForms(layout, cursor, type, { language: openArticle(state)?.language ?? 'en', rules: state.suggestions?.rules ?? null })
    : [];
}

function changeType(host: Host, annotation: Annotation | null, type: string | null): Promise<void> | undefined {
  if (!annotation || type === null) return undefined;
  const patch = retype(host.state.getState().project, { annotation: annotation.id, type }, host.context());
  return host.commit('retype', patch, { parameters: { annotation: annotation.id, type } });
}

async function changeSegments(host: Host, parameters: Parameters): Promise<void> {
  const annotation = meant(host.state.getState(), parameters);
  const stretches = stretchesIn(parameters);
  if (annotation && stretches) await commitSegments(host, annotation.id, stretches);
}

/** Moves the edges of an annotation, or gives it more parts. */
export function commitSegments(host: Host, annotation: Id, stretches: readonly Stretch[]): Promise<void> {
  const patch = setSegments(host.state.getState().project, { annotation, stretches }, host.context());
  return host.commit('set-segments', patch, { parameters: { annotation } });
}

async function remove(host: Host, parameters: Parameters): Promise<void> {
  const state = host.state.getState();
  const annotation = meant(state, parameters);
  if (!annotation) return;
  const patch = deleteTag(state.project, { annotation: annotation.id }, host.context());
  const links = patch.filter((change) => change.table === 'relations' && change.after === null).length;
  const stored = host.commit('delete-annotation', patch, { parameters: { type: annotation.type, links } });
  host.show({ selected: null, mode: { kind: 'reading' } });
  host.notice(workspaceMessages.deleted(annotation.type, links), 'done', true);
  await stored;
}

async function ownVoice(host: Host, parameters: Parameters): Promise<void> {
  const annotation = meant(host.state.getState(), parameters);
  if (!annotation) return;
  const patch = articleVoice(host.state.getState().project, { annotation: annotation.id }, host.context());
  host.show({ mode: { kind: 'reading' } });
  await host.commit('article-voice', patch, { parameters: { annotation: annotation.id } });
}
