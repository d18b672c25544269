import { expect, it, vi } from 'vitest';
import { conflictMessages } from '../../messages/conflict.ts';
import { addTag } from '../../model/commands/tags.ts';
import { standingsIn } from '../../model/views/standings-in.ts';
import { newGoldSet } from '../../review/adjudicate/editions.ts';
import { sampleProject } from '../../testing/sample-project.ts';
import { connect, entryFor, fill } from '../../testing/sample-store.ts';
import { workspaceOver } from '../../testing/sample-workspace.ts';
import { followVersions } from './follow-versions.ts';
import { leftOf, standingMeant, sureOf, waitingOf } from './versions-state.ts';

// What a worker does in the browser is done here at once.
vi.mock('../../workers/run-job.ts', () => ({
  runJob: async (_: string, { oldText, newText, annotations }: Parameters<typeof asked>[0]) => standingsIn(oldText, newText, annotations),
}));
const asked = (input: { oldText: string; newText: string; annotations: Parameters<typeof standingsIn>[2] }) => input;

const rain = '“It will rain,” said Ada Quill, who has kept the weather station of the town for twenty years.';
const guests = 'In a letter to the council she expects 2,000 guests, most of them from the other side of the bay.';
const old = `Rain for all\n\n${rain}\n\n${guests}\n\nNobody else was asked.`;
const corrected = old.replace('2,000', '3,000');
let opened = 0;

/** Two tabs on one article with a quote and a claim, each with the list of what waits. */
async function twoTabs() {
  opened += 1;
  const name = `versions-${opened}`;
  const start = sampleProject(old);
  const [text = ''] = start.texts;
  const { store } = await connect(name);
  await fill(store, start);
  const tag = (type: string, words: string) =>
    addTag(
      start.project,
      { text, type, stretches: [{ start: old.indexOf(words), end: old.indexOf(words) + words.length }] },
      start.context,
    );
  await store.commit(entryFor([...tag('quote', '“It will rain,”'), ...tag('claim', 'she expects 2,000 guests')]));
  const one = await workspaceOver(store, start);
  const two = await workspaceOver((await connect(name)).store, start, 'two');
  for (const { host } of [one, two]) followVersions(host);
  return { one, two, context: start.context };
}

type Tab = Awaited<ReturnType<typeof twoTabs>>['one'];

const shown = ({ host }: Tab): string[] =>
  [...host.state.getState().project.annotations.values()].map(({ segments }) => segments[0].exact).sort();
const content = ({ host }: Tab) => host.state.getState().project.texts.get(host.openText() ?? '')?.content;

async function addVersion(tab: Tab): Promise<void> {
  tab.workspace.perform('add-version', { pasted: corrected });
  await vi.waitFor(() => expect(waitingOf(tab.host.state.getState().versions)).toHaveLength(1));
}

it('a newer version and what came along are shown in all tabs, and what waits is listed', async () => {
  const { one, two } = await twoTabs();
  await addVersion(one);
  expect(shown(one)).toEqual(['“It will rain,”']);
  await vi.waitFor(() => expect([content(two), ...shown(two)]).toEqual([corrected, '“It will rain,”']));
  await vi.waitFor(() => expect(waitingOf(two.host.state.getState().versions)).toHaveLength(1));
  expect(standingMeant(two.host.state.getState().versions)?.changed).toEqual([{ kind: 'number', from: '2,000', to: '3,000' }]);
});

it('the whole of it is taken back at once, in all tabs, and done again', async () => {
  const { one, two } = await twoTabs();
  await addVersion(one);
  one.workspace.perform('undo');
  const before = ['she expects 2,000 guests', '“It will rain,”'];
  for (const tab of [one, two]) await vi.waitFor(() => expect([content(tab), ...shown(tab)]).toEqual([old, ...before]));
  one.workspace.perform('redo');
  for (const tab of [one, two]) await vi.waitFor(() => expect([content(tab), ...shown(tab)]).toEqual([corrected, before[1]]));
});

it('a note that is being written in another tab stays with its tag', async () => {
  const { one, two } = await twoTabs();
  const [quote] = two.host.state.getState().project.annotations.values();
  two.workspace.perform('select-annotation', { annotation: quote?.id });
  two.workspace.perform('set-note', { annotation: quote?.id, note: 'Half a sent' });
  await addVersion(one);
  await vi.waitFor(() => expect(content(two)).toBe(corrected));
  await two.host.stored();
  for (const tab of [one, two])
    await vi.waitFor(() =>
      expect(tab.host.state.getState().project.annotations.get(quote?.id ?? '')).toMatchObject({
        note: 'Half a sent',
        text: tab.host.openText(),
      }),
    );
});

it('is not taken back where another tab has tagged the newer version since', async () => {
  const { one, two, context } = await twoTabs();
  await addVersion(one);
  await vi.waitFor(() => expect(content(two)).toBe(corrected));
  const { project } = two.host.state.getState();
  const patch = addTag(project, { text: two.host.openText() ?? '', type: 'source', stretches: [{ start: 0, end: 4 }] }, context);
  await two.host.commit('tag', patch);
  one.workspace.perform('undo');
  await vi.waitFor(() =>
    expect(one.host.state.getState().notices.map((notice) => notice.text)).toContain(conflictMessages.undoRefused('tagged')),
  );
  await vi.waitFor(() => expect([content(one), shown(one).length]).toEqual([corrected, 2]));
});

it('a tag is left behind, asked about again, and put where words are selected', async () => {
  const { one } = await twoTabs();
  await addVersion(one);
  const versions = () => one.host.state.getState().versions;
  one.workspace.perform('leave-tag');
  await vi.waitFor(() => expect([waitingOf(versions()).length, leftOf(versions()).length]).toEqual([0, 1]));
  await one.host.stored();
  one.workspace.perform('take-up-tag', { annotation: leftOf(versions())[0]?.annotation.id });
  await vi.waitFor(() => expect(waitingOf(versions())).toHaveLength(1));
  one.workspace.perform('show-waiting');
  await vi.waitFor(() => expect(one.host.state.getState().session.cursor).not.toBeNull());
  one.workspace.perform('place-tag');
  await vi.waitFor(() => expect(shown(one)).toEqual(['she expects 3,000 guests', '“It will rain,”']));
  await one.host.stored();
  expect([sureOf(versions()), waitingOf(versions()), leftOf(versions())]).toEqual([[], [], []]);
});

it('an older version is read and cannot be changed', async () => {
  const { one } = await twoTabs();
  const older = one.host.openText();
  await addVersion(one);
  one.workspace.perform('read-version', { text: older });
  await vi.waitFor(() => expect([content(one), ...shown(one)]).toEqual([old, 'she expects 2,000 guests']));
  one.workspace.show({ cursor: { anchor: 0, active: 4, unit: 'free', parts: [] } });
  one.workspace.perform('tag-source');
  await one.host.stored();
  expect(shown(one)).toEqual(['she expects 2,000 guests']);
});

it('a gold set stays on the text that it was adjudicated on', async () => {
  const { one, context } = await twoTabs();
  const { host } = one;
  const text = host.openText() ?? '';
  const gold = newGoldSet([context.set], context);
  const stretches = [{ start: old.indexOf('It will'), end: old.indexOf('It will') + 7 }];
  const tag = addTag(host.state.getState().project, { text, type: 'claim', stretches }, { ...context, set: gold.set });
  await host.commit('adjudicate', [...gold.patch, ...tag]);
  await addVersion(one);
  expect(shown(one)).toEqual(['“It will rain,”']);
  const { annotations } = await host.store.loadTags(text);
  expect(annotations.filter(({ set }) => set === gold.set)).toEqual([tag[0]?.after]);
});
