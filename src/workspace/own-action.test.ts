import { expect, it, vi } from 'vitest';
import { setNote } from '../model/commands/attributes.ts';
import { addTag } from '../model/commands/tags.ts';
import { sampleProject } from '../testing/sample-project.ts';
import { connect, fill } from '../testing/sample-store.ts';
import { workspaceOver } from '../testing/sample-workspace.ts';
import type { Host } from './host.ts';

const noteOf = (host: Host) => [...host.state.getState().project.annotations.values()][0]?.note;

function write(host: Host, note: string): void {
  const { project } = host.state.getState();
  const [annotation = ''] = project.annotations.keys();
  void host.commit('set-note', setNote(project, { annotation, note }, host.context()));
}

/** Something that happens later, when `open` is called. */
function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

it('what another tab made of an action is shown, even if it was read before this tab knew that its own is stored', async () => {
  const name = `own-action-${crypto.randomUUID()}`;
  const start = sampleProject('Headline\n\n“All is well,” Kim said.');
  const [ours, theirs] = [await connect(name), await connect(name)];
  await fill(ours.store, start);
  const { host: here } = await workspaceOver(ours.store, start, 'here');
  const { host: there } = await workspaceOver(theirs.store, start, 'there');
  await here.commit(
    'tag',
    addTag(
      here.state.getState().project,
      { text: here.openText() ?? '', type: 'claim', stretches: [{ start: 11, end: 14 }] },
      here.context(),
    ),
  );
  await there.catchUp();

  const commit = ours.store.commit.bind(ours.store);
  const written = gate();
  const told = gate();
  vi.spyOn(ours.store, 'commit').mockImplementation(async (draft, texts) => {
    const entry = await commit(draft, texts);
    written.open();
    await told.opened;
    return entry;
  });
  write(here, 'ours');
  await written.opened;
  await there.catchUp();
  write(there, 'theirs');
  await there.stored();
  await here.catchUp();
  told.open();
  await here.stored();
  await vi.waitFor(() => expect(noteOf(here)).toBe('theirs'));
});
