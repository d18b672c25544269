import { confirmAttribute, nameEntity, setAttribute, setFlag } from '../../model/commands/attributes.ts';
import type { Patch } from '../../model/patch.ts';
import type { Annotation, Id } from '../../model/records.ts';
import type { Host } from '../host.ts';
import { flushNote, typeNote } from '../note.ts';
import type { WorkspaceState } from '../state.ts';
import { type Action, type Parameters, text } from './action.ts';
import { canChange, meant } from './tags.ts';

const annotationMeant = (state: WorkspaceState): boolean => canChange(state) && meant(state, {}) !== null;

type Change = (project: WorkspaceState['project'], annotation: Annotation, host: Host) => Patch;

export const attributeActions: readonly Action[] = [
  { id: 'set-attribute', available: canChange, run: (host, parameters) => change(host, parameters, 'set-attribute', set(parameters)) },
  {
    id: 'confirm-attribute',
    available: canChange,
    run: (host, parameters) => change(host, parameters, 'confirm-attribute', confirm(parameters)),
  },
  { id: 'name-entity', available: canChange, run: (host, parameters) => change(host, parameters, 'name-entity', name(parameters)) },
  { id: 'set-flag', available: canChange, run: (host, parameters) => change(host, parameters, 'set-flag', flag(parameters)) },
  { id: 'toggle-unsure', keys: ['f'], available: annotationMeant, run: toggleUnsure },
  { id: 'write-note', keys: ['m'], available: annotationMeant, run: () => document.querySelector<HTMLElement>('[data-note]')?.focus() },
  { id: 'set-note', available: canChange, run: takeNote },
  { id: 'flush-note', available: () => true, run: flushNote },
  ...Array.from({ length: 9 }, (_, index) => digitAction(index + 1)),
];

async function change(host: Host, parameters: Parameters, action: string, make: Change): Promise<void> {
  const state = host.state.getState();
  const annotation = meant(state, parameters);
  if (annotation)
    await host.commit(action, make(state.project, annotation, host), { parameters: { ...parameters, annotation: annotation.id } });
}

const set =
  (parameters: Parameters): Change =>
  (project, { id }, host) =>
    setAttribute(
      project,
      { annotation: id, attribute: text(parameters, 'attribute') ?? '', value: text(parameters, 'value') },
      host.context(),
    );

const confirm =
  (parameters: Parameters): Change =>
  (project, { id }, host) =>
    confirmAttribute(project, { annotation: id, attribute: text(parameters, 'attribute') ?? '' }, host.context());

const name =
  (parameters: Parameters): Change =>
  (project, { id }, host) =>
    nameEntity(project, { annotation: id, name: text(parameters, 'name') ?? '' }, host.context());

const flag =
  (parameters: Parameters): Change =>
  (project, { id }, host) =>
    setFlag(project, { annotation: id, flag: parameters.flag === 'unsure' ? 'unsure' : null }, host.context());

function toggleUnsure(host: Host): Promise<void> {
  const unsure = meant(host.state.getState(), {})?.flag === 'unsure';
  return change(host, {}, 'set-flag', flag({ flag: unsure ? null : 'unsure' }));
}

function takeNote(host: Host, parameters: Parameters): void {
  const annotation = text(parameters, 'annotation');
  if (annotation !== null) typeNote(host, annotation, text(parameters, 'note') ?? '');
}

/** A digit sets the first required attribute of the selected annotation to the value that carries it. */
function digitAction(digit: number): Action {
  const key = String(digit);
  return {
    id: `value-${key}`,
    keys: [key],
    available: (state) => canChange(state) && valueFor(state, key) !== null,
    run: (host) => {
      const value = valueFor(host.state.getState(), key);
      return value ? change(host, value, 'set-attribute', set(value)) : undefined;
    },
  };
}

function valueFor(state: WorkspaceState, key: string): { annotation: Id; attribute: string; value: string } | null {
  const annotation = meant(state, {});
  const codebook = annotation && state.project.codebooks.get(annotation.codebook);
  const attribute = codebook?.types.find(({ id }) => id === annotation?.type)?.attributes.find(({ required }) => required);
  const value = attribute?.values?.find((candidate) => candidate.key === key);
  return annotation && attribute && value ? { annotation: annotation.id, attribute: attribute.id, value: value.id } : null;
}
