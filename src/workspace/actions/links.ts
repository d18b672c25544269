import { link, unlink } from '../../model/commands/links.ts';
import { otherRelation } from '../choices.ts';
import type { Host } from '../host.ts';
import type { WorkspaceState } from '../state.ts';
import { type Action, type Parameters, text } from './action.ts';
import { canChange, meant, speakerRelation } from './tags.ts';

const statement = (state: WorkspaceState): boolean => {
  const annotation = meant(state, {});
  return canChange(state) && annotation !== null && annotation.type in speakerRelation;
};

function otherFrom(state: WorkspaceState): string | null {
  const annotation = meant(state, {});
  return annotation && otherRelation(state, annotation);
}

export const linkActions: readonly Action[] = [
  {
    id: 'start-linking',
    available: (state) => canChange(state) && meant(state, {}) !== null,
    run: (host, parameters) => start(host, text(parameters, 'relation')),
  },
  { id: 'link-speaker', keys: ['b'], available: statement, run: (host) => start(host, null) },
  { id: 'link-relay', keys: ['v'], available: statement, run: (host) => start(host, 'relayed-via') },
  {
    id: 'link-other',
    keys: ['shift+b'],
    available: (state) => canChange(state) && otherFrom(state) !== null,
    run: (host) => start(host, otherFrom(host.state.getState())),
  },
  { id: 'link', available: canChange, run: makeLink },
  { id: 'unlink', available: canChange, run: removeLink },
];

function start(host: Host, relation: string | null): void {
  const annotation = meant(host.state.getState(), {});
  if (!annotation) return;
  const fitting = relation ?? speakerRelation[annotation.type];
  if (fitting !== undefined) host.show({ mode: { kind: 'linking', from: annotation.id, relation: fitting }, panel: 'annotation' });
}

async function makeLink(host: Host, parameters: Parameters): Promise<void> {
  const [from, to, type] = [text(parameters, 'from'), text(parameters, 'to'), text(parameters, 'relation')];
  if (from === null || to === null || type === null) return;
  const patch = link(host.state.getState().project, { type, from, to }, host.context());
  host.show({ mode: { kind: 'reading' }, selected: from });
  await host.commit('link', patch, { parameters: { relation: type } });
}

async function removeLink(host: Host, parameters: Parameters): Promise<void> {
  const relation = text(parameters, 'relation');
  if (relation === null) return;
  await host.commit('unlink', unlink(host.state.getState().project, { relation }, host.context()), { parameters: { relation } });
}
