import { confirmAttribute, nameEntity, setAttribute, setFlag } from '../../model/commands/attributes.ts';
import type { Patch } from '../../model/patch.ts';
import type { Annotation, Id } from '../../model/records.ts';
import { askedAttribute, valueAt } from '../asked.ts';
import { focusSoon } from '../focus.ts';
import type { Host } from '../host.ts';
import { flushNote, typeNote } from '../note.ts';
import type { WorkspaceState } from '../state.ts';
import { type Action, type Parameters, text } from './action.ts';
import { canChange, meant } from './tags.ts';

/** While a set is reviewed, the keys for what is one’s own say something of theirs. */
const annotationMeant = (state: WorkspaceState): boolean => canChange(state) && state.session.review === null && meant(state, {}) !== null;

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
  { id: 'write-note', keys: ['m'], available: annotationMeant, run: writeNote },
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

function writeNote(host: Host): void {
  host.show({ panel: 'annotation' });
  focusSoon('[data-note]');
}

function takeNote(host: Host, parameters: Parameters): void {
  const annotation = text(parameters, 'annotation');
  if (annotation !== null) typeNote(host, annotation, text(parameters, 'note') ?? '');
}

/** A digit sets the attribute that is asked for, or the first required one, to the value it stands for. */
function digitAction(digit: number): Action {
  const key = String(digit);
  return {
    id: `value-${key}`,
    keys: [key],
    available: (state) => canChange(state) && !state.session.review?.adjudicates && valueFor(state, digit) !== null,
    run: (host) => {
      const value = valueFor(host.state.getState(), digit);
      return value ? change(host, value, 'set-attribute', set(value)) : undefined;
    },
  };
}

function valueFor(state: WorkspaceState, digit: number): { annotation: Id; attribute: string; value: string } | null {
  const attribute = askedAttribute(state);
  const value = attribute && valueAt(attribute, digit);
  const annotation = state.session.selected;
  return annotation !== null && attribute && value ? { annotation, attribute: attribute.id, value: value.id } : null;
}
