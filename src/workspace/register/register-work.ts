import { registerMessages } from '../../messages/register.ts';
import { addEntity, deleteEntity, type EntityFields, editEntity, mergeEntities, splitEntity } from '../../model/commands/register.ts';
import type { Annotation, Entity, Id } from '../../model/records.ts';
import { type Parameters, text } from '../actions/action.ts';
import { allStored } from '../all-stored.ts';
import type { Host } from '../host.ts';
import { withTags } from '../scope.ts';
import { lookAt, lookAtList } from './look.ts';
import { showRegister } from './show.ts';

/** Looks up what the register shows. */
export function look(host: Host): Promise<void> {
  const { entry } = host.state.getState().register;
  return entry === null ? lookAtList(host) : lookAt(host, entry);
}

const entryNamed = (host: Host, parameters: Parameters, name = 'entity'): Entity | null =>
  host.state.getState().project.entities.get(text(parameters, name) ?? '') ?? null;

/** Enters somebody of this name. */
export async function add(host: Host, parameters: Parameters): Promise<void> {
  const name = text(parameters, 'name') ?? '';
  if (name.trim() === '') return;
  const { patch, entity } = addEntity({ name }, host.context());
  const stored = host.commit('add-entry', patch);
  showRegister(host, { entry: entity });
  await stored;
}

/** Changes what an entry says. */
export async function edit(host: Host, parameters: Parameters): Promise<void> {
  const entity = entryNamed(host, parameters);
  if (!entity) return;
  const patch = editEntity(host.state.getState().project, { entity: entity.id, fields: parameters.fields as EntityFields });
  await host.commit('edit-entry', patch, { parameters: { entity: entity.id } });
}

/** Makes two entries one, in every article. */
export async function merge(host: Host, parameters: Parameters): Promise<void> {
  const mentions = await mentionsOf(host, text(parameters, 'merged'));
  const [kept, merged] = [entryNamed(host, parameters, 'kept'), entryNamed(host, parameters, 'merged')];
  if (!mentions || !kept || !merged || kept === merged) return;
  const patch = mergeEntities(seeing(host, mentions), { kept: kept.id, merged: merged.id }, host.context());
  const stored = host.commit('merge-entries', patch, { parameters: { kept: kept.id, merged: merged.id } });
  showRegister(host, { entry: kept.id });
  host.notice(registerMessages.merged(merged.name, kept.name, mentions.length), 'done', true);
  await stored;
}

/** Gives chosen mentions an entry of their own. */
export async function split(host: Host, parameters: Parameters): Promise<void> {
  const mentions = await mentionsOf(host, text(parameters, 'entity'));
  const entity = entryNamed(host, parameters);
  const name = text(parameters, 'name')?.trim() ?? '';
  const ticked = new Set(Array.isArray(parameters.mentions) ? parameters.mentions : []);
  const chosen = mentions?.filter(({ id }) => ticked.has(id)) ?? [];
  if (!entity || name === '' || chosen.length === 0) return;
  const ids = chosen.map(({ id }) => id);
  const { patch } = splitEntity(seeing(host, chosen), { entity: entity.id, mentions: ids, name }, host.context());
  const stored = host.commit('split-entry', patch, { parameters: { entity: entity.id } });
  host.notice(registerMessages.wasSplit(name, chosen.length), 'done', true);
  await stored;
}

/** Takes an entry out of the register that no tag names. */
export async function remove(host: Host, parameters: Parameters): Promise<void> {
  const mentions = await mentionsOf(host, text(parameters, 'entity'));
  const entity = entryNamed(host, parameters);
  if (!mentions || !entity) return;
  if (mentions.length > 0) return host.notice(registerMessages.stillNamed(entity.name, mentions.length), 'refused');
  const stored = host.commit('delete-entry', deleteEntity(seeing(host, []), { entity: entity.id }), { parameters: { name: entity.name } });
  showRegister(host, { entry: null });
  host.notice(registerMessages.deleted(entity.name), 'done', true);
  await stored;
}

/** Every tag that names the entry, as stored and, in the open article, as in memory; `null` where not all is stored, which is then said. */
async function mentionsOf(host: Host, entity: Id | null): Promise<readonly Annotation[] | null> {
  if (entity === null) return null;
  if (!(await allStored(host))) {
    host.notice(registerMessages.meetsUnsaved, 'refused');
    return null;
  }
  const stored = await host.store.mentions(entity);
  const open = host.openText();
  const here = [...host.state.getState().project.annotations.values()].filter(({ attributes }) => attributes.entity === entity);
  // Undo opens the article of the first tag: the open one stays.
  return [...here, ...stored.filter((mention) => mention.text !== open)];
}

const seeing = (host: Host, annotations: readonly Annotation[]) => withTags(host.state.getState().project, { annotations, relations: [] });
