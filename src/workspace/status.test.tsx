import { describe, expect, it } from 'vitest';
import { sampleWorkspace } from '../testing/sample-workspace.ts';

const text = 'Headline here\n\n“We won,” Kim said. Later Kim denied it.\n\nIt rose.';
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

/** What is said of each of these actions, one after the other; every message by itself. */
async function said(...steps: readonly (readonly [action: string, parameters?: Readonly<Record<string, unknown>>])[]): Promise<string[]> {
  const { workspace, stored } = await sampleWorkspace(text);
  const heard: string[] = [];
  workspace.state.subscribe((state, before) => state.said !== before.said && heard.push(state.said.text));
  for (const [action, parameters] of steps) {
    workspace.perform(action, parameters);
    await stored();
  }
  return heard;
}

describe('the status', () => {
  it('says once what each action did', async () => {
    expect(
      await said(
        ['tag', { type: 'source', stretches: [at('Kim')] }],
        ['tag', { type: 'claim', stretches: [at('It rose')] }],
        ['value-2'],
        ['toggle-unsure'],
        ['toggle-unsure'],
        ['next-unset'],
        ['value-2'],
        ['article-voice'],
        ['undo'],
        ['redo'],
        ['delete-annotation'],
        ['undo'],
      ),
    ).toEqual([
      'Source tagged',
      'Claim tagged',
      'Kind: Quantity',
      'Flagged unsure',
      'No longer unsure',
      "Voice: 1 Attributed to a source, 2 Article's own voice",
      "Voice: Article's own voice",
      'Voice changed',
      'Undone: article’s own voice',
      'Redone: article’s own voice',
      'Claim deleted',
      'Undone: delete claim',
    ]);
  });

  it('says where the cursor is, what lies there, and that there is nothing further', async () => {
    expect(
      await said(
        ['tag', { type: 'source', stretches: [at('Kim')] }],
        ['step-out'],
        ['step-out'],
        ['next-sentence'],
        ['next-sentence'],
        ['next-word'],
        ['next-paragraph'],
        ['next-paragraph'],
        ['next-paragraph'],
      ),
    ).toEqual([
      'Source tagged',
      'Offers closed',
      'No tag selected',
      'Sentence 1, 2 words. Headline here',
      'Sentence 1 of paragraph 1, 4 words; source. “We won,” Kim said.',
      'We; word 1 of paragraph 1, 1 word',
      'Paragraph 2, 2 words. It rose.',
      'Nothing further',
      'Nothing further',
    ]);
  });

  it('leaves a refusal to its alert, and says nothing where nothing happened', async () => {
    expect(await said(['dismiss-added'], ['use-mine'], ['step-out'])).toEqual([]);
  });
});
