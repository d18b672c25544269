import { codebookMessages as words } from '../../messages/codebook.ts';
import { codebookRef } from '../../model/codebooks/newsroom-core.ts';
import { bringTo, keepUnder } from '../../model/commands/codebooks.ts';
import { currentCodebook } from '../../model/commands/lookup.ts';
import type { Patch } from '../../model/patch.ts';
import type { Annotation, Id } from '../../model/records.ts';
import { type RecheckGroup, recheckOf } from '../../model/views/recheck.ts';
import { runJob } from '../../workers/run-job.ts';
import type { Parameters } from '../actions/action.ts';
import type { Host } from '../host.ts';
import { isOwn } from '../session.ts';
import { showCodebook } from './show-codebook.ts';

/** Looks through everything stored for tags that a newer version may affect, off the main thread. */
export async function look(host: Host): Promise<void> {
  await host.stored();
  const { project, people, copies } = host.state.getState();
  const sets = [...project.sets.values()].filter((set) => isOwn(set, people)).map(({ id }) => id);
  const stored = copies === 'both' || copies === 'database';
  const found: Promise<readonly RecheckGroup[]> = stored
    ? runJob('recheckTags', { project: host.store.projectId, sets })
    : host.rescued().then((rescued) => recheckOf(rescued, sets));
  showCodebook(host, { recheck: await found });
}

const idsIn = ({ annotations }: Parameters): readonly Id[] =>
  Array.isArray(annotations) ? annotations.filter((id) => typeof id === 'string') : [];

type Settled = (host: Host, tags: readonly Annotation[]) => { readonly patch: Patch; readonly said: string };

const keep: Settled = (host, tags) => {
  const current = currentCodebook(host.state.getState().project);
  const from = [...new Set(tags.map(({ codebook }) => codebook))].join(', ');
  const patch = keepUnder(tags, current, words.kept(from, codebookRef(current)), host.context());
  return { patch, said: words.didKeep(patch.length) };
};

const bring: Settled = (host, tags) => {
  const patch = bringTo(tags, currentCodebook(host.state.getState().project), host.context());
  return { patch, said: words.didBring(patch.length) };
};

/** Settles tags wherever they lie, as one action: those of the open article from memory, all others as they are stored. */
async function settle(host: Host, action: string, ids: readonly Id[], how: Settled): Promise<void> {
  await host.stored();
  const { project } = host.state.getState();
  const known = ids.flatMap((id) => project.annotations.get(id) ?? []);
  const others = await host.store.find(
    'annotations',
    ids.filter((id) => !project.annotations.has(id)),
  );
  const tags = [...known, ...others.flatMap((record) => ('segments' in record ? [record] : []))];
  const { patch, said } = how(host, tags);
  const stored = host.commit(action, patch, { parameters: { tags: patch.length } });
  if (patch.length > 0) host.notice(said, 'done', true);
  await stored;
}

/** Says of the named tags that they stay under the version they were made under. */
export const keepNamed = (host: Host, parameters: Parameters): Promise<void> => settle(host, 'keep-under', idsIn(parameters), keep);

/** Brings the named tags to the current version. */
export const bringNamed = (host: Host, parameters: Parameters): Promise<void> => settle(host, 'bring-to', idsIn(parameters), bring);
