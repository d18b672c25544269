import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { conflictMessages } from '../messages/conflict.ts';
import { setAttribute, setNote } from '../model/commands/attributes.ts';
import { link } from '../model/commands/links.ts';
import { addTag, deleteTag } from '../model/commands/tags.ts';
import type { Patch } from '../model/patch.ts';
import type { Project } from '../model/project.ts';
import type { Id } from '../model/records.ts';
import { sampleProject } from '../testing/sample-project.ts';
import { connect, entryFor, fill } from '../testing/sample-store.ts';
import { workspaceOver } from '../testing/sample-workspace.ts';

const content = 'Headline\n\n“All is well,” Kim said on Monday. KCNA told of 12 people.';
let opened = 0;

beforeEach(() =>
  vi.stubGlobal(
    'BroadcastChannel',
    class {
      postMessage(): void {}
    },
  ),
);
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** One tab, which hears nothing of the other by itself, and a way to act in the other. */
async function twoTabs() {
  opened += 1;
  const name = `conflicts-${opened}`;
  const start = sampleProject(content);
  const { store, database } = await connect(name);
  await fill(store, start);
  const [text = ''] = start.texts;
  const tag = (project: Project, type: string, words: string) =>
    addTag(
      project,
      { text, type, stretches: [{ start: content.indexOf(words), end: content.indexOf(words) + words.length }] },
      start.context,
    );
  const quote = tag(start.project, 'quote', '“All is well,”');
  const source = tag(start.project, 'source', 'Kim');
  await store.commit(entryFor([...quote, ...source]));
  const { workspace, host } = await workspaceOver(store, start);
  const other = await connect(name);
  const here = () => host.state.getState();
  /** Stores in the other tab what it would do with what is stored. */
  const elsewhere = async (act: (project: Project) => Patch) => {
    const { annotations, relations } = await other.store.loadTags(text);
    const byId = <T extends { readonly id: Id }>(records: readonly T[]) => new Map(records.map((record) => [record.id, record]));
    const project = { ...start.project, annotations: byId(annotations), relations: byId(relations) };
    return other.store.commit(entryFor(act(project), { tab: 'two' }));
  };
  const stored = async (id: Id) => (await store.find('annotations', [id]))[0] ?? null;
  const perform = async (action: string, parameters: Readonly<Record<string, unknown>> = {}) => {
    workspace.perform(action, parameters);
    await vi.waitFor(() => expect(here().saving.kind).toBe('saved'));
    await host.stored();
  };
  return {
    workspace,
    host,
    database,
    context: start.context,
    here,
    elsewhere,
    stored,
    perform,
    quote: quote[0]?.id ?? '',
    source: source[0]?.id ?? '',
  };
}

const typed = async ({ workspace, host, quote }: Awaited<ReturnType<typeof twoTabs>>, note: string) => {
  workspace.perform('set-note', { annotation: quote, note });
  workspace.perform('flush-note');
  await host.stored();
};

describe('a change that meets another tab’s', () => {
  it('of another field is carried over, and its undo leaves theirs', async () => {
    const tabs = await twoTabs();
    await tabs.elsewhere((project) => setAttribute(project, { annotation: tabs.quote, attribute: 'mode', value: 'direct' }, tabs.context));
    await typed(tabs, 'mine');
    expect(await tabs.stored(tabs.quote)).toMatchObject({ note: 'mine', attributes: { mode: 'direct' } });
    expect(tabs.here().notices).toEqual([]);
    await vi.waitFor(() => expect(tabs.here().project.annotations.get(tabs.quote)).toMatchObject({ attributes: { mode: 'direct' } }));
    await tabs.perform('undo');
    await vi.waitFor(async () => expect(await tabs.stored(tabs.quote)).not.toHaveProperty('note'));
    expect(await tabs.stored(tabs.quote)).toMatchObject({ attributes: { mode: 'direct' } });
  });

  it('of the same note is shown with our words, which can be used all the same and taken back', async () => {
    const tabs = await twoTabs();
    await tabs.elsewhere((project) => setNote(project, { annotation: tabs.quote, note: 'theirs' }, tabs.context));
    await typed(tabs, 'mine, all of it');
    await vi.waitFor(() => expect(tabs.here().project.annotations.get(tabs.quote)?.note).toBe('theirs'));
    const [notice] = tabs.here().notices;
    expect(notice).toMatchObject({
      text: conflictMessages.changed(['Note']),
      conflict: { mine: [{ name: 'Note', value: 'mine, all of it' }] },
    });
    await tabs.perform('use-mine', { notice: notice?.id });
    await vi.waitFor(async () => expect(await tabs.stored(tabs.quote)).toMatchObject({ note: 'mine, all of it' }));
    expect(tabs.here().notices).toEqual([]);
    await tabs.perform('undo');
    await vi.waitFor(async () => expect(await tabs.stored(tabs.quote)).toMatchObject({ note: 'theirs' }));
  });

  it('stays with its words however many messages follow', async () => {
    const tabs = await twoTabs();
    await tabs.elsewhere((project) => setNote(project, { annotation: tabs.quote, note: 'theirs' }, tabs.context));
    await typed(tabs, 'mine');
    for (let count = 0; count < 9; count += 1) tabs.host.notice(`message ${count}`, 'refused');
    expect(tabs.here().notices.filter(({ conflict }) => conflict)).toHaveLength(1);
  });

  it('of a tag that was deleted can bring it back', async () => {
    const tabs = await twoTabs();
    await tabs.elsewhere((project) => deleteTag(project, { annotation: tabs.quote }, tabs.context));
    await typed(tabs, 'mine');
    const [notice] = tabs.here().notices;
    expect(notice?.text).toBe(conflictMessages.deleted);
    await tabs.perform('use-mine', { notice: notice?.id });
    await vi.waitFor(async () => expect(await tabs.stored(tabs.quote)).toMatchObject({ note: 'mine' }));
  });

  it('that was heard of while a note was typed is not overwritten by the note', async () => {
    const tabs = await twoTabs();
    // The pause after typing must not end while the other tab is at work.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    tabs.workspace.perform('set-note', { annotation: tabs.quote, note: 'mi' });
    await tabs.elsewhere((project) => setNote(project, { annotation: tabs.quote, note: 'theirs' }, tabs.context));
    await tabs.host.catchUp();
    tabs.workspace.perform('set-note', { annotation: tabs.quote, note: 'mine' });
    tabs.workspace.perform('flush-note');
    expect(tabs.here().notices[0]?.conflict?.mine).toEqual([{ name: 'Note', value: 'mine' }]);
    expect(await tabs.stored(tabs.quote)).toMatchObject({ note: 'theirs' });
  });

  it('by a deletion that it was heard of while a note was typed keeps the note', async () => {
    const tabs = await twoTabs();
    // The pause after typing must not end while the other tab is at work.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    tabs.workspace.perform('set-note', { annotation: tabs.quote, note: 'mine' });
    await tabs.elsewhere((project) => deleteTag(project, { annotation: tabs.quote }, tabs.context));
    await tabs.host.catchUp();
    tabs.workspace.perform('flush-note');
    expect(tabs.here().notices[0]).toMatchObject({ text: conflictMessages.deleted, conflict: { mine: [{ name: 'Note', value: 'mine' }] } });
  });

  it('by a link to what it deletes is refused with the reason, and can be made with the link', async () => {
    const tabs = await twoTabs();
    await tabs.elsewhere((project) => link(project, { type: 'said-by', from: tabs.quote, to: tabs.source }, tabs.context));
    tabs.host.show({ selected: tabs.source });
    await tabs.perform('delete-annotation');
    const notice = tabs.here().notices.find(({ conflict }) => conflict);
    expect(notice?.text).toBe(conflictMessages.refused('linked'));
    expect(await tabs.stored(tabs.source)).not.toBeNull();
    await tabs.perform('use-mine', { notice: notice?.id });
    await vi.waitFor(async () => expect(await tabs.stored(tabs.source)).toBeNull());
  });

  it('is no undo of what the other tab has linked since', async () => {
    const tabs = await twoTabs();
    await tabs.perform('tag', { type: 'source', stretches: [{ start: content.indexOf('KCNA'), end: content.indexOf('KCNA') + 4 }] });
    const made = tabs.here().session.selected ?? '';
    await tabs.elsewhere((project) => link(project, { type: 'relayed-via', from: tabs.quote, to: made }, tabs.context));
    await tabs.perform('undo');
    await vi.waitFor(() => expect(tabs.here().notices.map(({ text }) => text)).toContain(conflictMessages.undoRefused('linked')));
    expect(await tabs.stored(made)).not.toBeNull();
    expect(tabs.here().undo?.action).toBe('tag');
  });
});

it('what another tab stores leaves the cursor, the place and the selected tag as they are', async () => {
  const tabs = await twoTabs();
  const cursor = { anchor: 3, active: 5, unit: 'free' as const, parts: [] };
  tabs.host.show({ selected: tabs.source, cursor, scroll: 77, filter: ['source'] });
  await tabs.elsewhere((project) => setNote(project, { annotation: tabs.quote, note: 'theirs' }, tabs.context));
  await tabs.host.catchUp();
  expect(tabs.here().project.annotations.get(tabs.quote)?.note).toBe('theirs');
  expect(tabs.here().session).toMatchObject({ selected: tabs.source, cursor, scroll: 77, filter: ['source'] });
  await tabs.elsewhere((project) => deleteTag(project, { annotation: tabs.source }, tabs.context));
  await tabs.host.catchUp();
  expect(tabs.here().session).toMatchObject({ selected: null, cursor, scroll: 77 });
});
