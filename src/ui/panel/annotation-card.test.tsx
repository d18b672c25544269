import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { sampleWorkspace } from '../../testing/sample-workspace.ts';
import { WorkspaceContext } from '../use-workspace.ts';
import { Panel } from './panel.tsx';

const text = 'Headline here\n\n“We won,” Kim said. Later Kim denied it.';
const stretch = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

async function panelWith(...tags: readonly (readonly [type: string, words: string])[]) {
  const { workspace, stored } = await sampleWorkspace(text);
  for (const [type, words] of tags) workspace.perform('tag', { type, stretches: [stretch(words)] });
  await stored();
  render(
    <WorkspaceContext value={workspace}>
      <Panel />
    </WorkspaceContext>,
  );
  return { workspace, stored, user: userEvent.setup(), annotations: () => [...workspace.state.getState().project.annotations.values()] };
}

describe('the panel of a selected tag', () => {
  it('saves the note after a pause without leaving the field', async () => {
    const { user, annotations } = await panelWith(['quote', '“We won,”']);
    await user.type(screen.getByLabelText('Note'), 'Check the tape');
    await expect.poll(() => annotations()[0]?.note).toBe('Check the tape');
  });

  it('saves the note at once when the field is left', async () => {
    const { user, annotations } = await panelWith(['quote', '“We won,”']);
    await user.type(screen.getByLabelText('Note'), 'x');
    await user.tab();
    expect(annotations()[0]?.note).toBe('x');
  });

  it('sets the required value by its button and takes it away by a second press', async () => {
    const { user, annotations } = await panelWith(['claim', 'Later Kim denied it']);
    await user.click(screen.getByRole('button', { name: /Event or state/ }));
    expect(annotations()[0]?.attributes.kind).toBe('event');
    await user.click(screen.getByRole('button', { name: /Event or state/ }));
    expect(annotations()[0]?.attributes.kind).toBeUndefined();
  });

  it('confirms a value that is only proposed by its button, instead of taking it away', async () => {
    const { user, annotations } = await panelWith(['quote', '“We won,”']);
    expect(annotations()[0]).toMatchObject({ attributes: { mode: 'direct' }, suggested: ['mode'] });
    await user.click(screen.getByRole('button', { name: /Direct/ }));
    expect(annotations()[0]?.attributes).toMatchObject({ mode: 'direct' });
    expect(annotations()[0]?.suggested).toBeUndefined();
  });

  it('links the quote to a source that is offered with its words', async () => {
    const { workspace, user } = await panelWith(['source', 'Kim'], ['quote', '“We won,”']);
    await user.click(screen.getByRole('button', { name: /nobody yet/ }));
    await user.click(screen.getByRole('option', { name: /^Kim/ }));
    expect([...workspace.state.getState().project.relations.values()]).toMatchObject([{ type: 'said-by' }]);
    expect(screen.getByText(/said by/, { selector: 'p' })).toHaveTextContent('said by Kim');
  });

  it('says before deleting how many links go along, and undo brings them back', async () => {
    const { workspace, user, stored } = await panelWith(['source', 'Kim'], ['quote', '“We won,”']);
    await user.click(screen.getByRole('button', { name: /nobody yet/ }));
    await user.click(screen.getByRole('option', { name: /^Kim/ }));
    await user.click(screen.getByRole('button', { name: 'Delete, with 1 link' }));
    expect(workspace.state.getState().notices.at(-1)?.text).toBe('Quote and 1 link deleted');
    expect(workspace.state.getState().project.relations.size).toBe(0);
    await stored();
    await act(async () => workspace.perform('undo'));
    await stored();
    expect(workspace.state.getState().project.relations.size).toBe(1);
  });
});
