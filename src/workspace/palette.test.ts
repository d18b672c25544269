import { describe, expect, it } from 'vitest';
import { sampleWorkspace } from '../testing/sample-workspace.ts';
import { actionById } from './actions/table.ts';
import { found, type PaletteEntry, paletteEntries } from './palette.ts';
import { wordsToSelect } from './words-to-select.ts';

const text = 'Headline here\n\n“We won,” Kim said. Later Kim denied it.';
const labels = (entries: readonly PaletteEntry[]) => entries.map(({ label }) => label);

describe('the list of commands', () => {
  it('holds what can be done now, and only that', async () => {
    const { workspace, stored } = await sampleWorkspace(text, 'Another one\n\nBody.');
    const now = () => labels(paletteEntries(workspace.state.getState()));
    expect(now()).toContain('Open Another one');
    expect(now()).not.toContain('Undo');
    expect(now()).not.toContain('Link the speaker');
    workspace.perform('next-quotation');
    workspace.perform('tag-quote');
    await stored();
    expect(now()).toEqual(expect.arrayContaining(['Undo', 'Link the speaker', 'Link: said by', 'Delete the tag', 'Next paragraph']));
    expect(new Set(now()).size).toBe(now().length);
  });

  it('names actions that exist', async () => {
    const { workspace, stored } = await sampleWorkspace(text);
    workspace.perform('next-quotation');
    workspace.perform('tag-quote');
    await stored();
    for (const { action, key } of paletteEntries(workspace.state.getState())) {
      expect(actionById(action).id).toBe(action);
      if (key !== null) expect(actionById(key).id).toBe(key);
    }
  });

  it('runs a value of the selected tag', async () => {
    const { workspace, stored } = await sampleWorkspace(text);
    workspace.perform('tag', { type: 'claim', stretches: [{ start: text.indexOf('Later'), end: text.length - 1 }] });
    await stored();
    const [entry] = found(paletteEntries(workspace.state.getState()), 'kind quantity');
    expect(entry).toMatchObject({ label: 'Kind: Quantity', key: 'value-2' });
    workspace.perform(entry?.action ?? '', entry?.parameters);
    await stored();
    expect([...workspace.state.getState().project.annotations.values()][0]?.attributes.kind).toBe('quantity');
  });

  it('shows the tags under the cursor, the smallest first', async () => {
    const { workspace, stored } = await sampleWorkspace(text);
    const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
    for (const words of ['“We won,” Kim', 'won', 'Later']) workspace.perform('tag', { type: 'source', stretches: [at(words)] });
    await stored();
    workspace.show({ cursor: { anchor: at('won').start, active: at('won').start, unit: 'free', parts: [] } });
    workspace.perform('tags-here');
    expect(labels(paletteEntries(workspace.state.getState()))).toEqual([
      'Source, “won”, paragraph 1',
      'Source, ““We won,” Kim”, paragraph 1',
    ]);
  });

  it('says where no tag is', async () => {
    const { workspace } = await sampleWorkspace(text);
    workspace.perform('next-word');
    workspace.perform('tags-here');
    expect(workspace.state.getState()).toMatchObject({ palette: null, said: { text: 'No tag here' } });
  });
});

describe('words of the article', () => {
  const said = (workspace: Awaited<ReturnType<typeof sampleWorkspace>>['workspace'], typed: string) =>
    wordsToSelect(workspace.state.getState(), typed);

  it('are found where they stand whole, each place with what stands behind it', async () => {
    const { workspace } = await sampleWorkspace(text);
    expect(labels(said(workspace, 'Kim'))).toEqual(['Select “Kim” said. Later Kim…, paragraph 1', 'Select “Kim” denied it.…, paragraph 1']);
    expect(labels(said(workspace, 'kim'))).toEqual(labels(said(workspace, 'Kim')));
    expect(said(workspace, 'KIM')).toEqual([]);
    expect(said(workspace, 'Ki')).toEqual([]);
    expect(said(workspace, ' ')).toEqual([]);
  });

  it('are selected and can be tagged', async () => {
    const { workspace, stored } = await sampleWorkspace(text);
    const [, second] = said(workspace, 'Kim');
    workspace.perform(second?.action ?? '', second?.parameters);
    workspace.perform('tag-source');
    await stored();
    const [source] = workspace.state.getState().project.annotations.values();
    expect(source?.segments[0].start).toBe(text.lastIndexOf('Kim'));
  });

  it('become a part of the tag that waits for one', async () => {
    const { workspace, stored } = await sampleWorkspace(text);
    workspace.perform('tag', { type: 'claim', stretches: [{ start: text.indexOf('Later'), end: text.indexOf('Later') + 5 }] });
    workspace.perform('add-part');
    const [entry] = said(workspace, 'denied it');
    workspace.perform(entry?.action ?? '', entry?.parameters);
    workspace.perform('confirm');
    await stored();
    const [claim] = workspace.state.getState().project.annotations.values();
    expect(claim?.segments.map(({ exact }) => exact)).toEqual(['Later', 'denied it']);
  });
});

const entry = (label: string, group = 'Group'): PaletteEntry => ({ id: label, label, group, action: '', parameters: {}, key: null });

it.each([
  ['', ['Next word', 'Open Fähre', 'Delete the tag', 'Word count']],
  ['word', ['Word count', 'Next word']],
  ['wo ne', ['Next word']],
  ['FAHRE', ['Open Fähre']],
  ['tag delete', ['Delete the tag']],
  ['nothing', []],
])('typing “%s” finds %j', (typed, expected) => {
  const entries = ['Next word', 'Open Fähre', 'Delete the tag', 'Word count'].map((label) => entry(label));
  expect(labels(found(entries, typed))).toEqual(expected);
});

it('a group is found too, behind what is called so itself', () => {
  expect(labels(found([entry('Go', 'Link'), entry('Link one', 'Else')], 'link'))).toEqual(['Link one', 'Go']);
});
