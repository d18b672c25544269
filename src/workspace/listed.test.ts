import { expect, it } from 'vitest';
import { sampleWorkspace } from '../testing/sample-workspace.ts';

const text = 'Headline here\n\n“We won,” Kim said. Later Kim denied it.\n\nIt rose.';
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

it.each<readonly [string, { filter?: readonly string[]; find?: string }, string]>([
  ['all tags', {}, '“We won,”'],
  ['one type', { filter: ['claim'] }, 'It rose'],
  ['what is open', { filter: ['open'] }, '“We won,”'],
  ['what is unsure', { filter: ['unsure'] }, 'Kim'],
  ['what holds the words', { find: 'ROSE it' }, 'It rose'],
])('j walks what the list shows: %s', async (_, shown, expected) => {
  const { workspace, stored } = await sampleWorkspace(text);
  workspace.perform('tag', { type: 'quote', stretches: [at('“We won,”')] });
  workspace.perform('tag', { type: 'claim', stretches: [at('It rose')] });
  workspace.perform('tag', { type: 'source', stretches: [at('Kim')] });
  workspace.perform('toggle-unsure');
  await stored();
  workspace.show({ selected: null, ...shown });
  workspace.perform('next-annotation');
  const { project, session } = workspace.state.getState();
  expect(project.annotations.get(session.selected ?? '')?.segments[0].exact).toBe(expected);
});

it('u goes through what is open and what is unsure', async () => {
  const { workspace, stored } = await sampleWorkspace(text);
  workspace.perform('tag', { type: 'claim', stretches: [at('It rose')] });
  workspace.perform('value-1');
  workspace.perform('article-voice');
  workspace.perform('tag', { type: 'quote', stretches: [at('“We won,”')] });
  await stored();
  const next = () => {
    workspace.perform('next-open');
    const { project, session } = workspace.state.getState();
    return project.annotations.get(session.selected ?? '')?.type;
  };
  workspace.show({ selected: null });
  expect([next(), next()]).toEqual(['quote', 'quote']);
  workspace.show({ selected: [...workspace.state.getState().project.annotations.keys()][0] ?? null });
  workspace.perform('toggle-unsure');
  workspace.show({ selected: null });
  expect([next(), next()]).toEqual(['quote', 'claim']);
});
