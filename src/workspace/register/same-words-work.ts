import { registerMessages } from '../../messages/register.ts';
import { type PlacesOn, tagSameWords } from '../../model/commands/tag-same-words.ts';
import type { Annotation, TextHash } from '../../model/records.ts';
import type { Parameters } from '../actions/action.ts';
import { meant } from '../actions/tags.ts';
import { allStored } from '../all-stored.ts';
import type { Host } from '../host.ts';
import { withText } from '../in-memory.ts';
import { withTags } from '../scope.ts';
import { searchElsewhere } from './search-elsewhere.ts';
import { showRegister } from './show.ts';

/** Looks for the words of the selected tag in all other articles. */
export async function lookElsewhere(host: Host): Promise<void> {
  const annotation = meant(host.state.getState(), {});
  if (annotation) await searchElsewhere(host, annotation);
}

/** Tags the ticked places, in this article and in others, as one action. */
export async function tagAll(host: Host, parameters: Parameters): Promise<void> {
  const model = meant(host.state.getState(), parameters);
  if (!model || !Array.isArray(parameters.places)) return;
  const places = parameters.places as readonly PlacesOn[];
  const elsewhere = places.filter((place) => place.text !== host.openText()).map((place) => place.text);
  if (elsewhere.length > 0 && !(await allStored(host))) return host.notice(registerMessages.meetsUnsaved, 'refused');
  const read = await Promise.all(elsewhere.map((hash) => readText(host, hash)));
  const { project, session } = host.state.getState();
  if (!project.annotations.has(model.id) || session.set !== model.set) return;
  const tags = { annotations: [...project.annotations.values(), ...read.flatMap(({ annotations }) => annotations)], relations: [] };
  const seen = read.reduce((so, { hash, content }) => withText(so, hash, content), withTags(project, tags));
  const patch = tagSameWords(seen, { annotation: model.id, places }, host.context());
  if (patch.length === 0) return;
  const stored = host.commit('tag-same-words', patch, { parameters: { annotation: model.id, count: patch.length } });
  // What was found elsewhere is tagged now.
  showRegister(host, { elsewhere: null });
  host.notice(registerMessages.tagged(patch.length, model.segments[0].exact), 'done', true);
  await stored;
}

async function readText(
  host: Host,
  hash: TextHash,
): Promise<{ hash: TextHash; content: string | null; annotations: readonly Annotation[] }> {
  const [content, { annotations }] = await Promise.all([host.store.loadText(hash), host.store.loadTags(hash)]);
  return { hash, content, annotations };
}
